"""What an H.264 track says about itself before its first frame: size, colour and parameter sets."""

import struct
from dataclasses import dataclass, replace

from shared.adapters.media.boxes import Box, Malformed, box, boxes, number

FIXED = 86
"""Length of a visual sample entry before the boxes inside it."""


@dataclass(frozen=True)
class Avc:
    """One configuration: all clips of a film share it, or can be told apart by the ids of their parameter sets."""

    width: int
    height: int
    profile: bytes
    """Profile, compatibility and level."""
    length_bytes: int
    """How many bytes give the length of a unit in a sample."""
    sps: tuple[bytes, ...]
    pps: tuple[bytes, ...]
    tail: bytes
    """What high profiles add: chroma format and bit depth."""
    looks: tuple[bytes, ...]
    """The other boxes that say how to show it: colr, pasp."""

    @staticmethod
    def of(entry: bytes) -> "Avc":
        """From a sample entry. Raises Malformed for any other codec and for a broken configuration."""
        kind = entry[4:8]
        if kind != b"avc1":
            raise Malformed(f"the codec is {kind.decode('latin-1')!r}, not H.264 ('avc1')")
        inside = list(boxes(entry, FIXED, len(entry)))
        found = [child for child in inside if child.kind == b"avcC"]
        if len(found) != 1:
            raise Malformed("an H.264 track has no single avcC box")
        width, height = (number(entry, ">H", at, len(entry)) for at in (32, 34))
        looks = sorted(entry[child.at : child.end] for child in inside if child.kind in (b"colr", b"pasp"))
        return _configuration(entry, found[0], Avc(width, height, b"", 4, (), (), b"", tuple(looks)))

    def entry(self) -> bytes:
        """The sample entry of this configuration; equal ones give equal bytes, whatever wrote their source."""
        sets = [bytes([0xE0 | len(self.sps)]), *map(_counted, self.sps)]
        sets += [bytes([len(self.pps)]), *map(_counted, self.pps)]
        config = box(b"avcC", b"\1", self.profile, bytes([0xFC | self.length_bytes - 1]), *sets, self.tail)
        fixed = struct.pack(">6xH16xHHIIIH32xHh", 1, self.width, self.height, 72 << 16, 72 << 16, 0, 1, 24, -1)
        return box(b"avc1", fixed, config, *self.looks)

    def with_sets_of(self, other: "Avc") -> "Avc | None":
        """This configuration able to decode the other's frames too; None when the two contradict each other."""
        if (self.width, self.height, self.length_bytes) != (other.width, other.height, other.length_bytes):
            return None
        if self.looks != other.looks or (self.tail and other.tail and self.tail != other.tail):
            return None
        sps = {_id(unit): unit for unit in (*other.sps, *self.sps)}
        pps = {_id(unit): unit for unit in (*other.pps, *self.pps)}
        if any(sps[_id(unit)] != unit for unit in other.sps) or any(pps[_id(unit)] != unit for unit in other.pps):
            return None
        profile = max(self.profile, other.profile, key=lambda p: (p[0], p[2]))
        level = max(self.profile[2], other.profile[2])
        return replace(
            self,
            profile=profile[:2] + bytes([level]),
            sps=tuple(sps[key] for key in sorted(sps)),
            pps=tuple(pps[key] for key in sorted(pps)),
            tail=self.tail or other.tail,
        )


def _configuration(data: bytes, avcc: Box, shape: Avc) -> Avc:
    """The shape with the parameter sets of an avcC box."""
    at, end = avcc.start, avcc.end
    if number(data, ">B", at, end) != 1:
        raise Malformed("the avcC box has an unknown version")
    profile, length = data[at + 1 : at + 4], number(data, ">B", at + 4, end) & 3
    sps, at = _units(data, at + 5, end, 31)
    pps, at = _units(data, at, end, 255)
    if not sps or not pps:
        raise Malformed("the avcC box holds no parameter sets")
    return replace(shape, profile=profile, length_bytes=length + 1, sps=sps, pps=pps, tail=data[at:end])


def _units(data: bytes, at: int, end: int, mask: int) -> tuple[tuple[bytes, ...], int]:
    """A counted list of units and where it ends."""
    count, at, units = number(data, ">B", at, end) & mask, at + 1, []
    for _ in range(count):
        size = number(data, ">H", at, end)
        if size < 4 or at + 2 + size > end:
            raise Malformed("a parameter set leaves its box")
        units.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    return tuple(units), at


def _counted(unit: bytes) -> bytes:
    return struct.pack(">H", len(unit)) + unit


def _id(unit: bytes) -> int:
    """The id of a parameter set: the first Exp-Golomb number, which an SPS (type 7) keeps behind three bytes."""
    rest = unit[4:] if unit[0] & 31 == 7 else unit[1:]
    bits = "".join(f"{byte:08b}" for byte in rest[:8])
    zeros = len(bits) - len(bits.lstrip("0"))
    return int(bits[zeros : 2 * zeros + 1] or "0", 2) - 1
