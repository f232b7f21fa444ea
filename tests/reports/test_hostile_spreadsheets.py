"""Spoilt and hostile spreadsheets of each kind end in a plain sentence, and change nothing."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO

import pytest

from nttp_readiness.errors import DocumentError
from tests.reports import plan_sent_out as sent
from tests.reports.sheets_that_come_back import back

FILES = {"excel": sent.excel, "ods": sent.open_document, "csv": sent.table}
SPOILT = 60


@pytest.fixture(scope="module")
def plan():
    return sent.plan()


def spoilt(data, seed):
    """The file with some bytes changed, taken out or put in."""
    dice = random.Random(seed)
    found = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(len(found))
        match dice.randrange(3):
            case 0:
                found[place] = dice.randrange(256)
            case 1:
                del found[place : place + dice.randint(1, 40)]
            case _:
                found[place:place] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 9)))
    return bytes(found)


def part_changed(data, name, change):
    """The packed file with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as made:
        for each in parts.namelist():
            held = parts.read(each)
            made.writestr(each, change(held) if each == name else held)
    return out.getvalue()


@pytest.mark.parametrize("kind", FILES)
def test_spoilt_bytes_are_refused_in_a_sentence_or_read(plan, kind):
    data = FILES[kind]()
    refused = []
    for seed in range(SPOILT):
        try:
            back(plan, spoilt(data, seed))
        except DocumentError as problem:
            refused.append(problem.safe)
    assert set(refused) <= {"Nothing was changed."}
    assert refused or kind == "csv", "a control: some of them cannot be read"


@pytest.mark.parametrize(
    ("kind", "part"), [("excel", "xl/worksheets/sheet1.xml"), ("ods", "content.xml")]
)
def test_spoilt_parts_are_refused_in_a_sentence_or_read(plan, kind, part):
    data = FILES[kind]()
    refused = 0
    for seed in range(SPOILT):
        try:
            back(plan, part_changed(data, part, lambda held, seed=seed: spoilt(held, seed)))
        except DocumentError:
            refused += 1
    assert refused


def ods_with(change):
    def changed(held):
        return re.sub(r"<table:table-row>", change, held.decode(), count=2).encode()

    return part_changed(sent.open_document(), "content.xml", changed)


def test_rows_without_end_take_no_time(plan):
    """A row that says it stands there a million times, empty or not."""
    empty = ods_with(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row><table:table-row>'
    )
    with pytest.raises(DocumentError, match="too large to be a table"):
        back(plan, empty)
    full = ods_with('<table:table-row table:number-rows-repeated="1048576">')
    with pytest.raises(DocumentError, match="too large to be a table"):
        back(plan, full)


def test_a_cell_that_says_it_goes_on_for_ever_is_cut_at_the_last_column(plan):
    def changed(held):
        return (
            held.decode()
            .replace(
                "<table:table-cell ",
                '<table:table-cell table:number-columns-repeated="99999999" ',
                1,
            )
            .encode()
        )

    assert back(plan, part_changed(sent.open_document(), "content.xml", changed)).proposals == ()


@pytest.mark.parametrize("value", ["-1", "x", "9" * 400])
def test_a_count_that_is_none_is_refused_or_read_as_one(plan, value):
    data = ods_with(f'<table:table-row table:number-rows-repeated="{value}">')
    try:
        came = back(plan, data)
    except DocumentError:
        return
    assert came.proposals == ()


@pytest.mark.parametrize(
    "data",
    [b"," * 300_000, b'"' * 5_000, ("nttp2/" * 9_000).encode(), b"a,b\n" * 9_000,
     b"\xff\xfe" + b"\xd8\x00" * 50, b"\xef\xbb\xbf", b"a\0b,c\nd,e\n"],
    ids=["separators", "quotes", "marks", "rows", "half letters", "nothing", "zeros"],
)  # fmt: skip
def test_texts_that_are_no_table_are_refused(plan, data):
    with pytest.raises(DocumentError):
        back(plan, data)


def with_entities(kind, part, entities, used):
    """The file with those entities declared in a part, and one of them in place of a title."""

    def changed(held):
        text = re.sub(r"^<\?xml.*?\?>", "", held.decode())
        text = text.replace("Write one page", used, 1)
        return f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>{text}".encode()

    return part_changed(FILES[kind](), part, changed)


PARTS = [("ods", "content.xml"), ("excel", "xl/sharedStrings.xml")]


@pytest.mark.parametrize(("kind", "part"), PARTS)
def test_entities_that_grow_are_not_worked_out(plan, kind, part):
    bombs = "".join(
        f'<!ENTITY e{n} "{"&e" + str(n - 1) + ";" if n else "ha"}{f"&e{n - 1};" * 9 if n else ""}">'
        for n in range(12)
    )
    with pytest.raises(DocumentError):
        back(plan, with_entities(kind, part, bombs, "&e11;"))


@pytest.mark.parametrize(("kind", "part"), PARTS)
def test_entities_from_other_files_are_not_read(plan, tmp_path, kind, part):
    secret = tmp_path / "secret.txt"
    secret.write_text("zebrafinch")
    data = with_entities(kind, part, f'<!ENTITY e SYSTEM "{secret.as_uri()}">', "&e;")
    try:
        came = back(plan, data)
    except DocumentError:
        return
    assert "zebrafinch" not in repr((came.proposals, came.left))
