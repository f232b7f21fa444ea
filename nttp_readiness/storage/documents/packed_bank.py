"""The bank of an assessment as its file holds it: written, read back and compared once.

A bank is most of a file and never changes while a document is open, but every change is saved and
copied for recovery. What was made of a bank is kept for as long as that very value lives.
"""

from __future__ import annotations

import weakref
from typing import Any

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.plain_models import from_json, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class PackedBank:
    """A bank in the three forms that a file is made of and compared with."""

    body: dict[str, Any]
    """As JSON values."""
    written: bytes
    """As it stands in the body of a file, indented."""
    canonical: bytes
    """As it is hashed."""


class NotTheSameError(ValueError):
    """What was read back is not the bank that was written."""


_kept: dict[int, tuple[weakref.ref[Bank], PackedBank]] = {}
"""By identity: to compare two banks takes as long as to write one."""


def packed_bank(bank: Bank) -> PackedBank:
    """The forms of a bank, which was found to be the same when it was read back from them.

    Raises ValueError for a bank that no file can hold.
    """
    key = id(bank)
    found = _kept.get(key)
    if found is not None and found[0]() is bank:
        return found[1]
    packed = _pack(bank)
    # Who looks it up meanwhile, in another thread, makes it once more: nothing worse.
    _kept[key] = (weakref.ref(bank, lambda _gone: _forget(key)), packed)
    return packed


def _forget(key: int) -> None:
    # The number may have gone to another bank by now, whose entry must stay.
    found = _kept.get(key)
    if found is not None and found[0]() is None:
        _kept.pop(key, None)


def _pack(bank: Bank) -> PackedBank:
    body = bank.model_dump(mode="json", warnings="error")
    written = envelope.written_inside(body)
    if from_json(written) != body or Bank.model_validate_json(to_json(body)) != bank:
        raise NotTheSameError
    return PackedBank(body, written, envelope.canonical(body))
