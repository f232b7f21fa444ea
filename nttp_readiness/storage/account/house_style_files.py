"""Reads the template, the logo and the typefaces that an organisation gave once.

They are named in the settings, by each person or by IT for everybody; typefaces may lie in a folder
`fonts` beside what was laid down for everybody, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nttp_readiness.domain.exchange.house_style import HouseStyle
from nttp_readiness.i18n import tr
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.reading import open_to_read

_FACES = (".ttf", ".otf")
_MEGABYTE = 1024 * 1024
_TEMPLATE_LIMIT = 16 * _MEGABYTE
_LOGO_LIMIT = 8 * _MEGABYTE
_FACE_LIMIT = 32 * _MEGABYTE
_MOST_FACES = 12


def read_house_style(settings: Settings) -> HouseStyle:
    """What the settings name. Never raises: what cannot be read is left out and told."""
    given, logo = _path(settings.template), _path(settings.logo)
    sheet, template_trouble = _read(given, _TEMPLATE_LIMIT) if given else (b"", "")
    picture, logo_trouble = _read(logo, _LOGO_LIMIT) if logo else (b"", "")
    faces = [_read(each, _FACE_LIMIT) for each in _faces(settings)]
    return HouseStyle(
        template=sheet,
        logo=picture,
        faces=tuple(data for data, _ in faces if data),
        trouble=tuple(filter(None, (logo_trouble, *(trouble for _, trouble in faces)))),
        template_trouble=template_trouble,
    )


def _path(written: str) -> Path | None:
    return Path(written) if written.strip() else None


def _faces(settings: Settings) -> Iterator[Path]:
    """The typefaces in both folders, by name; more than a few would only make each paper slow."""
    places = [folders.shared() / "fonts"]
    if own := _path(settings.faces):
        places.append(own)
    found = [
        each
        for place in places
        for each in folders.files(place, "*")
        if each.suffix.lower() in _FACES
    ]
    yield from found[:_MOST_FACES]


def _read(path: Path, most: int) -> tuple[bytes, str]:
    """The file's bytes, and no trouble; or none, and what the trouble is."""
    try:
        with open_to_read(path) as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or tr("no reason given")
        return b"", tr("“{path}” could not be read: {why}.").format(path=path, why=why)
    if not data:
        return b"", tr("“{path}” is empty.").format(path=path)
    if len(data) > most:
        said = tr("“{path}” is larger than {n} MB.")
        return b"", said.format(path=path, n=most // _MEGABYTE)
    return data, ""
