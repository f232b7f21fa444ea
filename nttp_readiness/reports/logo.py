"""The organisation's logo, made safe for any file: small, on white, a picture alone."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

_HEIGHT, _WIDTH = 18.0, 70.0
"""What a logo takes at most, in mm."""
_PIXELS = 900
"""Of its longer side at most: enough for print at that size."""
_MOST_PIXELS = 60_000_000
_DAMAGED = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError,
            OverflowError, TypeError, LookupError, EOFError, MemoryError)  # fmt: skip
"""What reading a picture that is none, or is damaged, may raise."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG without transparency, its size in mm, and what it shows in words."""

    data: bytes
    width: float
    height: float
    words: str


@lru_cache(maxsize=4)
def read_logo(data: bytes, organisation: str) -> Logo:
    """The logo in the bytes of a PNG or JPEG file. Raises ExportError."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as given:
            wide, high = given.size
            if not (0 < wide * high <= _MOST_PIXELS):
                raise ValueError
            given.thumbnail((_PIXELS, _PIXELS))
            picture = given.convert("RGBA")
    except _DAMAGED as error:
        raise ExportError(
            tr("This logo is not a picture that the program can use."),
            safe=tr("Nothing was written."),
            cure=tr("Choose another in the settings: a PNG or JPEG file."),
        ) from error
    plain = Image.new("RGB", picture.size, "white")
    plain.paste(picture, mask=picture.getchannel("A"))
    out = BytesIO()
    plain.save(out, "PNG", optimize=True)
    scale = min(_HEIGHT / plain.height, _WIDTH / plain.width)
    words = tr("Logo of {organisation}").format(organisation=organisation)
    return Logo(
        out.getvalue(),
        plain.width * scale,
        plain.height * scale,
        words if organisation else tr("Logo"),
    )
