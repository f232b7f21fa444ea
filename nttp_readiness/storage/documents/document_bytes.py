"""An assessment as the bytes of its file, and back: never another one than it was.

What is written is read back and compared before it is called an assessment's file, and what is read
is refused where it would come to mean something else than the file says.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.wholeness import first_misfit
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.errors import DamagedError, DocumentError, ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import Field, ValidationError, from_json, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.fingerprints import Fingerprint, digest_of
from nttp_readiness.storage.documents.migrations import migrate
from nttp_readiness.storage.documents.packed_bank import packed_bank
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.files.json_path import differences, first_place, place
from nttp_readiness.values import dataclass

BANK_KEY = "bank"
"""Under which a body holds its bank, the last and by far the largest part of it."""
_BANK_FIELD = "written_bank"
A = TypeVar("A", bound=Assessment)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An assessment as it was found on the disk."""

    assessment: Assessment
    path: Path
    fingerprint: Fingerprint
    version: int = VERSION
    """The version of the format that the file was written in."""

    @property
    def revision(self) -> int:
        return self.fingerprint.revision


def make_ready() -> None:
    """Build what checks and writes a file, so that the first that is opened or saved does not wait
    for it. It needs no file, and may be called in any thread.
    """
    for model in (Assessment, _without_bank(), Bank):
        _ = model.__pydantic_validator__, model.__pydantic_serializer__


def document_in(data: bytes, path: Path, *, check_hash: bool = True, later: bool = False) -> Loaded:
    """The assessment in the bytes of the file at `path`; with `later`, of a later version's too.

    Raises DocumentError and its kinds.
    """
    found = envelope.unpack(data, check_hash=check_hash, later=later)
    assessment = assessment_in(migrate(found.body, found.version))
    if found.document != assessment.id:
        raise DamagedError(
            tr("This file mixes two assessments."),
            safe=tr("Nothing was written to it."),
            cure=tr("Open the latest backup."),
        )
    mark = envelope.mark(found.body)
    return Loaded(
        assessment,
        path,
        Fingerprint(digest_of(data), found.revision, mark=mark, earlier=found.earlier),
        found.version,
    )


def assessment_in(body: envelope.Body) -> Assessment:
    """The assessment that a body of the newest version says, and exactly that one, with all that it
    names: questions, stages, levels, groups.

    Raises DocumentError with the place of what an assessment cannot hold.
    """
    return _whole(_read_as(Assessment, body))


def rest_of(body: envelope.Body, bank: Bank) -> Assessment:
    """The assessment that a body without its bank says, with that bank. Raises DocumentError."""
    read = _without_its_bank(body)
    held = {name: getattr(read, name) for name in Assessment.model_fields}
    return _whole(Assessment.model_validate({**held, _BANK_FIELD: bank}))


def document_bytes(
    assessment: Assessment, *, revision: int, earlier: tuple[str, ...] = ()
) -> bytes:
    """The bytes of a file, after they were read back and found to be this very assessment.

    Raises SaveError for an assessment that no file can hold.
    """
    try:
        bank = packed_bank(assessment.written_bank)
        body = assessment.model_dump(mode="json", warnings="error", exclude={_BANK_FIELD})
        data = envelope.pack_with(
            body,
            BANK_KEY,
            bank.written,
            bank.canonical,
            document=assessment.id,
            revision=revision,
            earlier=earlier,
        )
        read_back = from_json(data)["body"]
        same = read_back == {**body, BANK_KEY: bank.body} and _is_the_rest_of(body, assessment)
    except (ReadinessError, ValueError, RecursionError) as error:
        raise _not_storable() from error
    if not same or len(data) > envelope.SIZE_LIMIT or envelope.too_many_entries(data):
        raise _not_storable()
    if first_misfit(assessment):  # or it would never be opened again
        raise _not_storable()
    return data


def _is_the_rest_of(body: envelope.Body, assessment: Assessment) -> bool:
    """Whether a body without its bank says all else of this assessment."""
    read = _without_its_bank(body)
    return all(
        getattr(read, name) == getattr(assessment, name)
        for name in Assessment.model_fields
        if name != _BANK_FIELD
    )


def _without_its_bank(body: envelope.Body) -> Assessment:
    return _read_as(_without_bank(), {**body, BANK_KEY: None})


@cache
def _without_bank() -> type[Assessment]:
    nothing = Field(default=None, alias=BANK_KEY)
    kind = type("WithoutBank", (Assessment,), {
        "__module__": __name__, "__annotations__": {"written_bank": None}, "written_bank": nothing,
    })  # fmt: skip
    return cast("type[Assessment]", kind)


def _whole(assessment: Assessment) -> Assessment:
    """The assessment, whose parts fit together. Raises DocumentError."""
    if where := first_misfit(assessment):
        raise _not_an_assessment(where)
    return assessment


def _read_as(kind: type[A], body: envelope.Body) -> A:
    try:
        written = to_json(body)
        assessment = kind.model_validate_json(written)
    except ValidationError as error:
        raise _not_an_assessment(first_place(body, error)) from None
    except ValueError:
        raise _not_an_assessment("") from None
    # Without what took its default, as a model has fields that its file had no word for.
    if assessment.model_dump_json(exclude_unset=True).encode() != written:
        # pydantic takes `true` for 1 where a choice is listed. What would come to mean something
        # else than the file says is refused; another order of keys, or one that was added to the
        # models since and took its default, is not.
        changed = next(differences(body, assessment.model_dump(mode="json")), None)
        if changed is not None:
            raise _not_an_assessment(place(body, changed[0]))
    return assessment


def _not_an_assessment(where: str) -> DocumentError:
    what = tr("This file has something in it that does not belong in an assessment")
    return DocumentError(
        f"{what}: {where}." if where else f"{what}.",
        safe=tr("Nothing was written to it."),
        cure=tr("Open a backup of it, or ask for the file again."),
    )


def _not_storable() -> SaveError:
    return SaveError(
        tr("This assessment has something in it that cannot be saved."),
        safe=tr("What was there before is safe, and what you typed is still in this window."),
        cure=tr("Undo the last change, then save again."),
    )
