"""The pieces of evidence of an answer by name, where there is no room for more of them."""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.presentation.plan.plan_material import Material
from nttp_readiness.presentation.readiness.evidence_list import item_name
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.evidence_columns import (
    evidence_column,
    evidence_state_words,
)


def piece_name(material: Material, item: EvidenceItem) -> str:
    """What it is called; where that is not said, where it is, but not where names are left out."""
    if material.names:
        return item_name(item)
    return material.words_in(item, evidence_column("what")) or evidence_column("what").nothing()


def pieces(material: Material, answer: Answer) -> str:
    """Those that hold, or of which nobody has said otherwise yet, each with its day. Nothing where
    notes are left out.
    """
    if not material.notes:
        return ""
    held = (each for each in answer.evidence_items if each.state != "no_longer")
    return "; ".join(_piece(material, each) for each in held)


def _piece(material: Material, item: EvidenceItem) -> str:
    name = piece_name(material, item).rstrip(".")
    said = f"{name}, {words.day(item.dated)}" if item.dated else name
    return said if item.state == "stands" else f"{said} ({evidence_state_words(item.state)})"
