"""Owners: the first is the owner, the others stand after "with", and names give way to roles."""

from __future__ import annotations

import pytest

from nttp_readiness.presentation.words.owners import owner_words


@pytest.mark.parametrize(
    ("typed", "with_names", "without"),
    [
        ("", "", ""),
        ("Sìne Nic a’ Ghobhainn, Operations Manager", "Sìne Nic a’ Ghobhainn, Operations Manager",
         "Operations Manager"),
        ("Morag Abernethy", "Morag Abernethy", "A named owner"),
        ("Policy team", "Policy team", "Policy team"),
        ("Morag Abernethy, Iain MacAskill", "Morag Abernethy, Iain MacAskill", "A named owner"),
        ("Morag, Iain and the team lead", "Morag, Iain and the team lead", "A named owner"),
        ("Eilidh, Trauma Lead; Iain MacAskill", "Eilidh, Trauma Lead, with Iain MacAskill",
         "Trauma Lead, with a named owner"),
        ("A; B; C", "A, with B, C", "A named owner"),
        ("trauma lead", "trauma lead", "Trauma lead"),
    ],
)  # fmt: skip
def test_an_owner_is_said_so(typed, with_names, without):
    assert owner_words(typed, names=True) == with_names
    assert owner_words(typed, names=False) == without
