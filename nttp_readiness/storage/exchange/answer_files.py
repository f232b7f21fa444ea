"""Answer files: what one person answered on their own computer, to hand over once.

Readable JSON like an assessment, under a format name of its own, and small. It names nobody; but
whoever holds it can read those answers, so it is deleted once it was counted.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.i18n import tr
from nttp_readiness.storage.exchange.sealed_files import SealedFiles, SealedWords
from nttp_readiness.storage.files.atomic import write_atomic

SUFFIX = ".answers"
FORMAT = "nttp-readiness-answers"
VERSION = 2
"""Files with sentences of reason; those without are of version 1, as they always were."""
SIZE_LIMIT = 1024 * 1024
"""Bytes of the largest answer file that is read."""


def hand_in(
    assessment: Assessment,
    group: str,
    answers: Mapping[str, Choice],
    same: str | None = None,
    reasons: Mapping[str, str] | None = None,
) -> HandedIn:
    """One person's answers to the questions of an assessment, with their sentences of reason, under
    a new id of their own; under that of `same` where it is the same person once more.
    """
    return HandedIn(
        id=same or uuid.uuid4().hex,
        document=assessment.id,
        bank=assessment.bank.id,
        version=assessment.bank.version,
        group=group,
        answers=dict(answers),
        reasons=dict(reasons or {}),
    )


def save_answers(path: Path, handed_in: HandedIn) -> None:
    """Write an answer file. Raises SaveError; what was there before is unharmed then."""
    write_atomic(path, answer_bytes(handed_in))


def load_answers(path: Path) -> HandedIn:
    """What an answer file holds. Raises DocumentError; the file is never changed."""
    return _FILES.load(path)


def answer_bytes(handed_in: HandedIn) -> bytes:
    """The bytes of an answer file. The same answers always give the same bytes."""
    return _FILES.written(handed_in, VERSION if handed_in.reasons else 1)


def answers_in(data: bytes) -> HandedIn:
    """What the bytes of an answer file hold, and exactly that. Raises DocumentError."""
    return _FILES.value_in(data)


def _words() -> SealedWords:
    return SealedWords(
        too_large=tr("This file is too large to be an answer file."),
        incomplete=tr("This is not an answer file, or it is incomplete."),
        another=tr("This is not an answer file."),
        later=tr("This answer file was made by a later version of the program."),
        damaged=tr("This answer file is damaged."),
        changed=tr("This answer file was changed or damaged after it was saved."),
        misfit=_not_answers,
        cure=tr("Ask the person for the file again."),
    )


def _not_answers(where: str) -> str:
    what = tr("This answer file has something in it that is not an answer")
    return f"{what}: {where}." if where else f"{what}."


_FILES = SealedFiles(HandedIn, name=FORMAT, version=VERSION, most=SIZE_LIMIT, words=_words)
