"""Steps that every sample takes: texts are read, said as answers, and the sample is put down."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nttp_readiness import resources
from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits, evidence_edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint

Texts = Mapping[str, Any]
"""What a file of texts holds; the functions that change an assessment refuse what they do not know.
"""
FOLDER = resources.assets() / "samples"
"""Where the samples lie, with their texts beside them."""


def texts(name: str) -> Texts:
    """What somebody invented for a sample, as its file says it."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def roadmap() -> Bank:
    """The bank that comes with the program, as it is now."""
    return read_bank(resources.question_banks() / "nttp-roadmap")


def answered(assessment: Assessment, said: Mapping[str, Texts]) -> Assessment:
    """With these answers, under the ids of their questions.

    Each has a `choice`, `n` and `of` where somebody counted, `items` of evidence, and else what
    stands beside an answer under its own name. Raises EditError for what no answer can hold.
    """
    for key, words in said.items():
        beside = dict(words)
        choice, items = beside.pop("choice"), beside.pop("items", ())
        if "of" in beside:
            beside["reach"] = Reach(n=beside.pop("n"), of=beside.pop("of"))
        assessment = edits.answer(assessment, key, choice, beside.pop("reason", ""))
        assessment = edits.write_beside(assessment, key, **beside)
        for number, item in enumerate(items, start=1):
            assessment = evidence_edits.add_evidence(assessment, key, f"{key}/{number}")
            assessment = evidence_edits.change_evidence(assessment, key, f"{key}/{number}", **item)
    return assessment


def action_for(assessment: Assessment, indicator_id: str) -> str:
    """The id of the action that this question suggests, whatever the bank calls it."""
    return next(
        each.action.id
        for each in plan_of(assessment).live
        if each.suggestion is not None and each.suggestion.indicator == indicator_id
    )


def planned(assessment: Assessment, plan: Mapping[str, Texts]) -> Assessment:
    """With these words for the actions that the questions of those ids suggest."""
    for key, fields in plan.items():
        assessment = edits.change_action(assessment, action_for(assessment, key), **fields)
    return assessment


def put_down(path: Path, assessment: Assessment) -> bool:
    """Write a sample over the one that lies there; False where that one is the same already."""
    try:
        if load_document(path).assessment == assessment:
            return False
    except DocumentError:
        pass  # there is none yet, or it cannot be read any more: it is written anew
    save_document(path, assessment, expected=fingerprint(path))
    return True
