"""A sheet for reviewers comes back with exactly what they wrote, and nothing in it is trusted."""

import io
import re
import zipfile

import openpyxl
import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import unpacking
from nttp_readiness.reports.sheets import bank_review
from nttp_readiness.reports.sheets.bank_review import change_words, review_changes, review_sheet
from nttp_readiness.storage.banks.bank_folders import read_bank
from tests.domain import small_bank as small

AWKWARD = "=1+1 Ceilidh’s à “quotes” <img src=x> & &amp; _x0041_ 👩‍👩‍👧 \u2028 https://example.org"


def bank_saying(statement="We do A-1.", why="Because."):
    one = small.question("A-1").model_copy(update={"statement": statement, "why": why})
    return small.bank_of([small.domain("A", [one])])


BANK = bank_saying()


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def marked(bank, *edits, sheet="Texts"):
    """The sheet with cells written into the row of each place: (place, column, text)."""
    book = opened(review_sheet(bank))
    cells = book[sheet]
    rows = {row[1].value: row for row in cells.iter_rows(min_row=2)}
    columns = {cell.value: number for number, cell in enumerate(cells[1])}
    for place, column, text in edits:
        rows[place][columns[column]].value = text
    return saved(book)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_there_is_one_row_for_each_text_with_its_file_and_place():
    sheet = opened(review_sheet(BANK))["Texts"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[:5] == ("File", "Place", "Text", "New text", "Remark")
    assert [row[:3] for row in rows] == [(t.file, t.place, t.text) for t in texts(BANK)]
    assert all(row[3:5] == (None, None) for row in rows)


def test_each_text_of_the_real_banks_has_a_place_of_its_own():
    for name in ("nttp-roadmap", "team-check-in"):
        bank = read_bank(resources.question_banks() / name)
        found = [(each.file, each.place) for each in texts(bank)]
        assert len(found) == len(set(found)) > 300


def test_a_sheet_that_nobody_touched_holds_no_changes():
    for name in ("nttp-roadmap", "team-check-in"):
        bank = read_bank(resources.question_banks() / name)
        assert review_changes(bank, review_sheet(bank)) == ()


def test_texts_stay_texts_whatever_they_begin_with():
    for text in ("=1+1", "+1", "-1", "@a", "{=1}", "https://example.org", AWKWARD, "007"):
        data = review_sheet(bank_saying(text))
        [cell] = [
            row[2] for row in opened(data)["Texts"].iter_rows() if row[1].value == "A-1, statement"
        ]
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert review_changes(bank_saying(text), data) == ()


def test_a_new_text_and_a_remark_are_shown_with_their_place():
    data = marked(
        BANK,
        ("A-1, statement", "New text", "We do it together."),
        ("A-1, statement", "Remark", "Says who"),
        ("A-1, why", "Remark", "Too short?"),
    )
    first, second = review_changes(BANK, data)
    assert (first.kind, first.file, first.place) == ("changed", "domains/A.toml", "A-1, statement")
    assert (first.text, first.new, first.remark) == (
        "We do A-1.", "We do it together.", "Says who",
    )  # fmt: skip
    assert (second.kind, second.new, second.remark) == ("remark", "", "Too short?")
    assert change_words(first).splitlines() == [
        "domains/A.toml, A-1, statement",
        "  now: We do A-1.",
        "  new: We do it together.",
        "  remark: Says who",
    ]


def test_a_text_that_was_written_over_is_a_change_too():
    [change] = review_changes(BANK, marked(BANK, ("A-1, statement", "Text", "We do it.")))
    assert (change.kind, change.new) == ("changed", "We do it.")


def test_a_new_text_that_is_the_old_one_is_no_change():
    data = marked(BANK, ("A-1, statement", "New text", "  We do A-1.\r\n"))
    assert review_changes(BANK, data) == ()


def test_a_bank_that_moved_on_since_is_said_so():
    data = marked(BANK, ("A-1, statement", "New text", "We do it together."))
    [change] = review_changes(bank_saying("We do it alone."), data)
    assert (change.kind, change.text) == ("bank_moved_on", "We do it alone.")
    assert "another one than was reviewed" in change_words(change)


def test_a_bank_that_took_the_new_text_over_has_nothing_left_to_change():
    data = marked(BANK, ("A-1, statement", "New text", "We do it together."))
    assert review_changes(bank_saying("We do it together."), data) == ()


def test_what_was_said_about_a_text_that_is_gone_is_not_lost():
    data = marked(BANK, ("A-1, statement", "Remark", "Keep this"))
    other = small.bank_of([small.domain("A", [small.question("A-2")])])
    [change] = review_changes(other, data)
    assert (change.kind, change.remark) == ("not_in_bank", "Keep this")


def test_rows_may_be_sorted_and_columns_moved():
    data = marked(BANK, ("A-1, why", "New text", "It helps."))
    head, *rows = opened(data)["Texts"].iter_rows(values_only=True)
    book = openpyxl.Workbook()
    book.active.title = "Texts"
    for row in (head, *sorted(rows, key=str, reverse=True)):
        book.active.append(row[::-1])
    assert [each.new for each in review_changes(BANK, saved(book))] == ["It helps."]


def test_a_formula_is_not_read_as_a_text_and_never_worked_out():
    [change] = review_changes(BANK, marked(BANK, ("A-1, why", "New text", "=1+1")))
    assert (change.kind, change.new) == ("formula", "")
    assert "was not read" in change_words(change)


def test_one_place_in_two_rows_is_refused_with_its_row():
    book = opened(review_sheet(BANK))
    book["Texts"].append([cell.value for cell in book["Texts"][2]])
    with pytest.raises(ExportError, match=r"Row \d+ names a place that another row names too"):
        review_changes(BANK, saved(book))


def test_a_sheet_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(bank_review, "MOST_ROWS", 5)
    with pytest.raises(ExportError, match="more rows"):
        review_changes(BANK, review_sheet(BANK))


def test_a_row_far_down_costs_nothing_and_is_not_asked_for():
    data = review_sheet(BANK)
    far = rewritten(data, "sheet1.xml", lambda xml: xml.replace(b'r="2"', b'r="1048576"', 1))
    with pytest.raises(ExportError, match="more rows"):
        review_changes(BANK, far)


def test_a_file_that_understates_its_own_size_is_read_whole():
    data = marked(BANK, ("A-1, why", "New text", "It helps."))
    small_claim = rewritten(
        data,
        "sheet1.xml",
        lambda xml: re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', xml),
    )
    assert [each.new for each in review_changes(BANK, small_claim)] == ["It helps."]


def test_a_file_beyond_the_limits_is_refused_before_it_is_unpacked(monkeypatch):
    data = review_sheet(BANK)
    with pytest.raises(ExportError, match="larger than"):
        review_changes(BANK, data + b"\0" * bank_review.SIZE_LIMIT)
    monkeypatch.setattr(unpacking, "UNPACKED_LIMIT", 1000)
    with pytest.raises(ExportError, match="larger than"):
        review_changes(BANK, data)


def rewritten(data, name, change):
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith(name):
                changed = change(content)
                assert changed != content
                content = changed
            new.writestr(part.filename, content)
    return out.getvalue()


LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 20) for n in range(1, 12)
) + b"]>"  # fmt: skip


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"PK\x03\x04 not a zip",
        lambda data: data[: len(data) // 2],
        lambda data: b"File,Place,Text",
        lambda data: rewritten(data, "workbook.xml", lambda xml: xml[:100]),
        lambda data: rewritten(data, "sheet1.xml", lambda xml: xml[:-40]),
        lambda data: rewritten(data, "sheet1.xml", lambda xml: b""),
        lambda data: rewritten(data, "sharedStrings.xml", lambda xml: b"<sst/>"),
        lambda data: rewritten(data, "workbook.xml", lambda xml: xml.replace(b"Texts", b"Other")),
        lambda data: rewritten(
            data, "sharedStrings.xml", lambda xml: xml.replace(b"New text", b"Neues")
        ),
        lambda data: rewritten(
            data,
            "sharedStrings.xml",
            lambda xml: re.sub(rb"(\?>\s*)", rb"\1" + LAUGHS, xml, count=1).replace(
                b"We do A-1.", b"&a11;"
            ),
        ),
    ],
)
def test_a_file_that_is_no_such_sheet_is_refused_with_a_sentence(spoil):
    with pytest.raises(ExportError) as error:
        review_changes(BANK, spoil(review_sheet(BANK)))
    assert error.value.what.endswith(".")
    assert error.value.safe == "Nothing was changed."


def test_an_entity_from_outside_is_never_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE x [<!ENTITY out SYSTEM "{secret.as_uri()}">]>'.encode()

    def planted(xml):
        xml = re.sub(rb"(\?>\s*)", lambda found: found[1] + doctype, xml, count=1)
        return xml.replace(b"We do A-1.", b"&out;")

    data = rewritten(review_sheet(BANK), "sharedStrings.xml", planted)
    with pytest.raises(ExportError):
        review_changes(BANK, data)
