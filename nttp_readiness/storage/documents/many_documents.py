"""Reads many assessments in a row: a bank that several of them hold is read once.

Nine tenths of a file are its bank, and the teams of one body answer the same questions. A file as
this program writes it, of the present version and with a bank that was read before, byte for byte,
takes a tenth of the time. Every other one is read as always, and is damaged for the same reasons.
"""

from __future__ import annotations

from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import BANK_KEY, document_in, rest_of
from nttp_readiness.storage.documents.documents import read_file
from nttp_readiness.storage.documents.packed_bank import packed_bank
from nttp_readiness.storage.files.format_version import VERSION

MOST_BANKS = 20
"""Banks that are kept at once; a folder of more is read more slowly."""


class ManyDocuments:
    """Reads one file after the other. It keeps the banks that it has seen, and nothing else."""

    def __init__(self) -> None:
        self._banks: dict[bytes, tuple[Bank, bytes]] = {}

    def load(self, path: Path) -> Assessment:
        """The assessment in a file, as `load_document` reads it. Raises as that does."""
        data = read_file(path)
        parts = envelope.parted(data, BANK_KEY)
        if parts is not None and parts[1] in self._banks:
            try:
                found = self._with_known_bank(*parts)
            except (ReadinessError, ValueError, KeyError):
                found = None  # whatever it is, it is told below as always
            if found is not None:
                return found
        loaded = document_in(data, path)
        if parts is not None and loaded.version == VERSION and len(self._banks) < MOST_BANKS:
            bank = loaded.assessment.written_bank
            self._banks[parts[1]] = bank, packed_bank(bank).canonical
        return loaded.assessment

    def _with_known_bank(self, rest: bytes, part: bytes) -> Assessment | None:
        bank, canonical = self._banks[part]
        found = envelope.unpack(rest, check_hash=False)
        body = {key: each for key, each in found.body.items() if key != BANK_KEY}
        if found.version != VERSION or found.body[BANK_KEY] is not None:
            return None
        if envelope.hash_with(body, BANK_KEY, canonical) != found.sha256:
            return None
        assessment = rest_of(body, bank)
        return assessment if assessment.id == found.document else None
