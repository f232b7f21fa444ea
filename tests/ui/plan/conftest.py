"""The sample without safety stops: the tests of the plan are about the plan below them.

Two answers of the sample are at 1, where the bank's safety stops hold. They stand above the plan
and fill a small view, so that the plan itself begins below it.
"""

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.storage.documents.documents import load_document


@pytest.fixture(scope="session")
def stopped():
    """The assessment of the sample document as it is."""
    return load_document(resources.assets() / "samples" / "council-service.readiness").assessment


@pytest.fixture(scope="session")
def council(stopped):
    """The same with a bank whose safety stops hold at 0 alone."""
    bank = stopped.written_bank
    limits = changed(bank.thresholds, safety_stop_level=0)
    return changed(stopped, written_bank=changed(bank, thresholds=limits))
