"""Files that are small enough and would take minutes or all memory: found by the long proofs."""

import io
import time
import zipfile

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.errors import BankError, DocumentError, ReadinessError
from nttp_readiness.reports.sheets.bank_review import review_changes, review_sheet
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.documents import load_document, save_document

MOST = 60
"""How many times the work of opening the sample: what was found took thousands of times as much."""


@pytest.fixture
def soon():
    """Work is counted, in the processor's own seconds, beside that of opening the sample."""
    sample = resources.assets() / "samples" / "council-service.readiness"
    floor = min(work(lambda: load_document(sample)) for _ in range(3))
    begun = time.process_time()
    yield
    assert time.process_time() - begun < MOST * floor


def work(act):
    begun = time.process_time()
    act()
    return time.process_time() - begun


@pytest.mark.parametrize(
    "body",
    [dict.fromkeys(map(str, range(40_000)), 1), {"asks": [1] * 40_000}],
    ids=["keys", "numbers"],
)
@pytest.mark.usefixtures("soon")
def test_forty_thousand_faults_are_told_in_one_sentence(body, document):
    document.write_bytes(envelope.pack(body, document="", revision=1))
    with pytest.raises(DocumentError, match=r"does not belong in an assessment\."):
        load_document(document)


def test_more_entries_than_an_assessment_has_are_refused_before_they_are_read(document):
    document.write_bytes(b"[" + b"1," * envelope.MOST_ENTRIES + b"1,1]")
    with pytest.raises(DocumentError, match="more entries"):
        load_document(document)


def test_commas_within_texts_are_no_entries(document, assessment):
    pasted = "," * 59_990 + '"\\,'
    answers = {f"CAR-{n}": Answer(note=pasted, evidence=pasted) for n in (1, 2, 3)}
    many = assessment.model_copy(update={"answers": answers})
    save_document(document, many, expected=None)
    assert document.read_bytes().count(b",") > envelope.MOST_ENTRIES
    assert load_document(document).assessment == many


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * 100_000 + " = 1",
        "[" + "a . " * 100_000 + "a]",
        "a = " + "9" * 1_000_000,
        "a = " + "[" * 50_000,
        "a = " + "{b=" * 50_000,
        "\n".join(f"k{n} = 1" for n in range(60_000)),
    ],
    ids=["dots", "headings", "digits", "brackets", "braces", "keys"],
)
@pytest.mark.usefixtures("soon")
def test_a_twisted_bank_is_refused_before_it_is_read(text, bank_folder):
    (bank_folder / "domains" / "CAR.toml").write_text(text)
    with pytest.raises(BankError, match="far too long for a bank, or nested too deep"):
        read_bank(bank_folder)


def flooded(sheet):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in parts.namelist():
            data = parts.read(name).replace(b"<si>", b"<si><t>x</t></si>" * 300_000 + b"<si>", 1)
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.usefixtures("soon")
def test_a_small_spreadsheet_of_a_million_tags_is_refused(bank_folder):
    bank = read_bank(bank_folder)
    sheet = flooded(review_sheet(bank))
    assert len(sheet) < 200_000
    for read in (lambda: review_changes(bank, sheet), lambda: read_returned_sheet(sheet)):
        with pytest.raises(ReadinessError, match=r"too large|larger than"):
            read()
