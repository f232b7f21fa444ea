"""Earlier states on this computer follow what was counted and closed, so that no two of them tell
what one person answered, and none leads behind a closed vote.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.released_states import fixed_counts, with_present_counts
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.documents.document_bytes import Loaded, document_bytes
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.keeping.backups import backups


def level_backups(assessment: Assessment) -> bool:
    """Give every backup of the assessment its present counts, where it has others.

    False where one could not be written; it is tried again later. A backup that does not open is
    left as it is.
    """
    if not fixed_counts(assessment):
        return True
    worked = True
    for each in backups(assessment.id):
        try:
            state = load_document(each.file)
            levelled = with_present_counts(state.assessment, assessment)
            if levelled is not state.assessment:
                write_atomic(each.file, _as_it_was(levelled, state))
        except DocumentError:
            continue
        except SaveError:
            worked = False
    return worked


def _as_it_was(levelled: Assessment, state: Loaded) -> bytes:
    """The bytes of a backup with other counts, and all else that its file said."""
    return document_bytes(levelled, revision=state.revision, earlier=state.fingerprint.earlier)
