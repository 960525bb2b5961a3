"""What a 1080p draft frame costs, from the prompt to the JPEG: CPU seconds of twelve prompts of different kinds."""

import statistics

from bench.figures import Row, arguments, cpu_seconds, load
from shared.adapters.images.draft.renderer import DraftImages
from shared.domain.prompt import Angle, Camera, ImagePrompt, ShotSize, Subject, SubjectType
from shared.ports.images import ImageRequest

GOAL_S = 1.0
PEOPLE = (
    "a young woman, long dark hair hex #2A1E1A, wearing a red wool coat hex #B03040",
    "an old man with a white beard, wearing a grey suit hex #606468",
)
SCENES = {
    "kitchen": ("a kitchen at night, palette hex #203040", ShotSize.FULL),
    "bedroom": ("a small bedroom with a window in the morning, palette hex #C0A890", ShotSize.MEDIUM),
    "street": ("a city street in the rain at dusk, palette hex #806040", ShotSize.WIDE),
    "forest": ("a forest in snow in the morning, palette hex #C0D0E0", ShotSize.WIDE),
    "sea": ("a beach at the sea at sunset, palette hex #E0A070", ShotSize.FULL),
    "river": ("a river under a stone bridge in fog, palette hex #90A0A0", ShotSize.WIDE),
    "hills": ("a field in the hills at noon, palette hex #80A050", ShotSize.FULL),
    "train": ("inside a train at night, palette hex #303848", ShotSize.MEDIUM),
    "stage": ("a stage in a concert hall with a crowd, palette hex #502060", ShotSize.FULL),
    "church": ("a church by candlelight, palette hex #604020", ShotSize.WIDE),
    "rooftop": ("a rooftop above the city at night under stars, palette hex #101830", ShotSize.CLOSE),
    "desert": ("a desert with a road in a storm, palette hex #C09060", ShotSize.MEDIUM),
}


def request(name: str) -> ImageRequest:
    """Two people and an object in a place."""
    scene, size = SCENES[name]
    people = tuple(
        Subject(type=SubjectType.PERSON, description=who, pose="standing", position=f"{side} third, midground")
        for who, side in zip(PEOPLE, ("left", "right"), strict=True)
    )
    thing = Subject(type=SubjectType.PROP, description="a paper boat", pose="lying", position="centre, foreground")
    camera = Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=35)
    prompt = ImagePrompt(
        scene=scene, subjects=(*people, thing), style="storyboard", lighting="soft light from the left", camera=camera
    )
    return ImageRequest(prompt=prompt, seed=7)


def main() -> None:
    """Print what each prompt costs, and the row."""
    arguments(__doc__ or "").parse_args()
    print(load())
    spent = {}
    for name in SCENES:
        before = cpu_seconds()
        picture = DraftImages().draw(request(name))
        spent[name] = cpu_seconds() - before
        print(f"{name:10}{spent[name]:>7.2f} CPU-s{len(picture) / 1000:>8.0f} kB", flush=True)
    worst = max(spent, key=lambda name: spent[name])
    Row(
        job="a 1080p draft frame with its layers and JPEG",
        ours=f"median {statistics.median(spent.values()):.2f} CPU-s, worst {spent[worst]:.2f} ({worst})",
        goal=f"<= {GOAL_S} CPU-s",
        met=spent[worst] <= GOAL_S,
    ).tell()


if __name__ == "__main__":
    main()
