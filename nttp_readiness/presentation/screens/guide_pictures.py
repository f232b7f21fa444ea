"""The pictures of the guides: which page of the sample each shows, and how large its window is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from nttp_readiness.address import Address, Page
from nttp_readiness.values import dataclass

PictureName = Literal["question", "understand", "plan", "evidence"]
PICTURE_NAMES: tuple[PictureName, ...] = get_args(PictureName)


@dataclass(frozen=True, slots=True)
class GuidePicture:
    """A page of the main sample, in a window of that size in pixels of the design."""

    address: Address
    size: tuple[int, int] = (1000, 620)


PICTURES: Mapping[PictureName, GuidePicture] = {
    "question": GuidePicture(Address(Page.REFLECT, "LEA-2")),
    "understand": GuidePicture(Address(Page.UNDERSTAND)),
    "plan": GuidePicture(Address(Page.PLAN)),
    "evidence": GuidePicture(Address(Page.EVIDENCE)),
}


def picture_of(name: str) -> GuidePicture | None:
    """The picture of that name; None where there is none."""
    return next((PICTURES[each] for each in PICTURE_NAMES if each == name), None)
