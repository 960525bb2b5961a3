"""The camera over the layers: smooth, and never past an edge."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.adapters.images.draft.camera import NEAREST, ease, matrix, sheet_size, view
from shared.domain.prompt import Move

SHARES = st.floats(0, 1)
SIZES = st.sampled_from([(1920, 1080), (1280, 720), (1080, 1920), (640, 360)])


@given(st.sampled_from(list(Move)), SHARES, SHARES, st.floats(0, 3), SIZES)
def test_no_move_shows_the_edge_of_a_layer(
    move: Move, amount: float, at: float, depth: float, size: tuple[int, int]
) -> None:
    scale, tx, ty = matrix(depth, view(move, amount, at), size)
    width, height = sheet_size(size)
    assert tx <= 0
    assert ty <= 0
    assert tx + scale * width >= size[0]
    assert ty + scale * height >= size[1]


@given(SHARES, SHARES)
def test_the_camera_never_goes_back(one: float, other: float) -> None:
    assert ease(min(one, other)) <= ease(max(one, other)) + 1e-12


def test_a_move_starts_and_ends_at_rest_and_is_steady_in_between() -> None:
    step = 1e-4
    assert ease(0) == 0
    assert ease(1) == 1
    assert ease(step) / step < 0.01
    assert (1 - ease(1 - step)) / step < 0.01
    speeds = [(ease(at / 100 + step) - ease(at / 100)) / step for at in range(20, 80)]
    assert max(speeds) - min(speeds) < 1e-6


def test_the_speed_never_jumps() -> None:
    speeds = [(ease((at + 1) / 1000) - ease(at / 1000)) * 1000 for at in range(1000)]
    assert max(abs(a - b) for a, b in pairwise(speeds)) < 0.02


def test_near_layers_move_more_than_far_ones_when_the_camera_travels() -> None:
    start, end = view(Move.TRUCK_RIGHT, 1.0, 0.0), view(Move.TRUCK_RIGHT, 1.0, 1.0)
    far, near = (matrix(d, start, (1920, 1080)).tx - matrix(d, end, (1920, 1080)).tx for d in (0.2, NEAREST))
    assert near > 4 * far > 0


def test_each_direction_goes_its_way() -> None:
    def gone(move: Move) -> tuple[float, float]:
        start, end = view(move, 0.5, 0.0), view(move, 0.5, 1.0)
        return end.dx - start.dx, end.dy - start.dy

    assert gone(Move.PAN_RIGHT)[0] < 0 < gone(Move.PAN_LEFT)[0]
    assert gone(Move.TRUCK_RIGHT)[0] < 0 < gone(Move.TRUCK_LEFT)[0]
    assert gone(Move.TILT_DOWN)[1] < 0 < gone(Move.TILT_UP)[1]
    assert gone(Move.CRANE_DOWN)[1] < 0 < gone(Move.CRANE_UP)[1]
    assert view(Move.PUSH_IN, 1, 1).zoom > 1.1 > view(Move.PULL_OUT, 1, 1).zoom == 1.0


def test_a_larger_amount_goes_farther() -> None:
    small, large = (abs(view(Move.TRUCK_LEFT, amount, 0.0).dx) for amount in (0.0, 1.0))
    assert large > 2 * small > 0
