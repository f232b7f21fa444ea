"""Small files that people hand to one another: readable JSON, with the sum of its body beside it.

Answers of one person and counts of one laptop are files of this kind. Each names its own format, so
that none is taken for another, and says in words of its own what is wrong with a file.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, Generic, TypeVar

from nttp_readiness import __version__
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.errors import DocumentError, NewerError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import ValidationError, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.files.json_path import differences, first_place, place
from nttp_readiness.storage.files.reading import open_to_read, status, why_held
from nttp_readiness.values import dataclass

_KEYS: Final = {"format": str, "version": int, "program": str, "sha256": str, "body": dict}
V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class SealedWords:
    """What is said of a file that is refused, a sentence for each; and what to do then."""

    too_large: str
    incomplete: str
    """It is no file of any format, or its end is missing."""
    another: str
    """It is of another format."""
    later: str
    damaged: str
    changed: str
    """Its body is not the one that was saved."""
    misfit: Callable[[str], str]
    """Something in it does not belong there; it is given the place, or nothing."""
    cure: str


class SealedFiles(Generic[V]):
    """Files of one kind, of which each holds one value."""

    def __init__(
        self,
        kind: type[V],
        *,
        name: str,
        version: int,
        most: int,
        words: Callable[[], SealedWords],
    ) -> None:
        """`name` stands in the file as its format; `version` is the latest that is read, and `most`
        the bytes of the largest file.
        """
        self._kind, self._name, self._version, self._most = kind, name, version, most
        self._words = words

    def written(self, value: V, version: int) -> bytes:
        """The bytes of a file of that version. The same value always gives the same bytes."""
        body = value.model_dump(mode="json")
        frame = {
            "format": self._name,
            "version": version,
            "program": __version__,
            "sha256": envelope.content_hash(body),
            "body": body,
        }
        return to_json(frame, indent=1) + b"\n"

    def load(self, path: Path) -> V:
        """What a file holds. Raises DocumentError; the file is never changed."""
        try:
            found = status(path)
            if not stat.S_ISREG(found.st_mode):
                raise self._refuse(tr("This is not a file."))
            if found.st_size > self._most:
                raise self._refuse(self._words().too_large)
            with open_to_read(path) as file:
                data = file.read(self._most + 1)
        except (OSError, ValueError) as error:
            raise self._refuse(*(why_held(error) or (tr("This file cannot be read."),))) from None
        return self.value_in(data)

    def value_in(self, data: bytes) -> V:
        """What the bytes of a file hold, and exactly that. Raises DocumentError."""
        words = self._words()
        if len(data) > self._most:
            raise self._refuse(words.too_large)
        try:
            found = envelope.parse(data)
        except ReadinessError:
            raise self._refuse(words.incomplete) from None
        if not isinstance(found, dict) or found.get("format") != self._name:
            raise self._refuse(words.another)
        version = found.get("version")
        if type(version) is int and version > self._version:
            raise NewerError(
                words.later,
                safe=tr("It was not counted."),
                cure=tr("Use that version or a later one."),
            )
        if set(found) != set(_KEYS) or any(
            type(found[key]) is not each for key, each in _KEYS.items()
        ):
            raise self._refuse(words.damaged)
        body = found["body"]
        if envelope.content_hash(body) != found["sha256"]:
            raise self._refuse(words.changed)
        try:
            value = self._kind.model_validate_json(to_json(body))
        except ValidationError as error:
            raise self._refuse(words.misfit(first_place(body, error))) from None
        except ValueError:
            raise self._refuse(words.misfit("")) from None
        # pydantic takes `true` for 1 where a choice is listed.
        changed = next(differences(body, value.model_dump(mode="json")), None)
        if changed is not None:
            raise self._refuse(words.misfit(place(body, changed[0])))
        return value

    def _refuse(self, what: str, cure: str = "") -> DocumentError:
        return DocumentError(what, safe=tr("It was not counted."), cure=cure or self._words().cure)
