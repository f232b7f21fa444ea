"""Files made by hand to do harm, at every door of the command line: a sentence, and nothing else.

Each is tried at every door that takes such a file; some also where they do not belong.
"""

import datetime as dt
import io
import json
import os
import shutil
import signal
import zipfile
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.app.start import main
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.forms import make
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.documents import load_document

TINY = Path(__file__).parents[1] / "storage" / "data" / "tiny-bank"
SAMPLE = resources.assets() / "samples" / "council-service.readiness"
HEAD = (
    b'{"format":"nttp-readiness","version":1,"readable_from":1,"program":"0","document":"%s",'
    b'"revision":1,"sha256":"%s","body":' % (b"0" * 32, b"0" * 64)
)


def whole():
    return json.loads(SAMPLE.read_bytes())


def packed(change):
    """A file with a fitting checksum, as whoever means harm would make it."""
    body = whole()["body"]
    change(body)
    found = json.loads(envelope.pack({}, document=body.get("id", ""), revision=1))
    found |= {"body": body, "sha256": envelope.content_hash(body)}
    return json.dumps(found).encode()


def set_at(*path, value):
    def change(body):
        for key in path[:-1]:
            body = body[key]
        body[path[-1]] = value

    return change


def deep(levels):
    found: object = "x"
    for _ in range(levels):
        found = {"a": [found]}
    return found


DOCUMENTS = {
    "a number without an end": lambda: HEAD + b"9" * 5000 + b"}",
    "a float beyond all": lambda: HEAD + b"1e999}",
    "not a number": lambda: HEAD + b'{"round":NaN}}',
    "infinity": lambda: HEAD + b'{"round":-Infinity}}',
    "keys said twice": lambda: SAMPLE.read_bytes().replace(b'"body":', b'"body": {}, "body":', 1),
    "a deep body": lambda: packed(set_at("answers", value=deep(80))),
    "too deep a body": lambda: HEAD + b'{"a":' * 5000 + b"1" + b"}" * 5001,
    "half a surrogate": lambda: SAMPLE.read_bytes().replace(b'"title": "', b'"title": "\\ud800', 1),
    "a surrogate in a key": lambda: HEAD + b'{"\\udfff": 1}}',
    "keys of an object's making": lambda: packed(set_at("__class__", value={"__init__": "x"})),
    "an id that is a path": lambda: packed(set_at("id", value="../../../../tmp/evil")),
    "an id with a line's end": lambda: packed(set_at("id", value="0" * 32 + "\n")),
    "true for one": lambda: packed(set_at("round", value=True)),
    "a round of the far future": lambda: packed(set_at("round", value=10**30)),
    "a day that is none": lambda: packed(set_at("profile", "started", value="2026-02-30")),
    "a place that is a path": lambda: packed(set_at("place", value="../../etc/passwd")),
    "an action of a question that is none": lambda: packed(
        set_at("answers", "../evil", value={"choice": 1})
    ),
    "a title of nothing": lambda: packed(set_at("profile", "title", value="\0" * 10)),
    "a title of a megabyte": lambda: packed(set_at("profile", "title", value="x" * 2**20)),
    "sixteen bits a letter": lambda: SAMPLE.read_bytes().decode().encode("utf-16"),
    "a page of the web": lambda: b"<!DOCTYPE html><script>alert(1)</script>",
    "an empty list": lambda: b"[]",
    "a word": lambda: b'"nttp-readiness"',
    "spaces": lambda: b" \n" * 100,
    "zeros": lambda: b"\0" * 4096,
    "a pickle": lambda: b"cos\nsystem\n(S'touch evil'\ntR.",
    "a program": lambda: b"\x7fELF" + b"\0" * 200,
}


def sheet(change=lambda _name, data: data, extra=()):
    assessment = load_document(SAMPLE).assessment
    book = make(ExportRequest(assessment, "actions", ".xlsx", today=dt.date(2026, 3, 12)))
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in parts.namelist():
            made.writestr(name, change(name, parts.read(name)))
        for name, data in extra:
            made.writestr(name, data)
    return out.getvalue()


def in_sheet(old, new):
    return lambda name, data: (
        data.replace(old, new) if name.startswith("xl/worksheets/sheet") else data
    )


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'
SHEETS = {
    "an outer entity": lambda: sheet(in_sheet(b"<worksheet", ENTITY)),
    "a bomb": lambda: sheet(in_sheet(b"<sheetData>", b"<sheetData>" + b" " * 30_000_000)),
    "names that climb": lambda: sheet(extra=[("../../../../tmp/evil", b"x"), ("/evil", b"x")]),
    "a part named twice": lambda: sheet(extra=[("xl/workbook.xml", b"<workbook/>")]),
    "a macro": lambda: sheet(extra=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 50)]),
    "no parts": lambda: b"PK\x05\x06" + b"\0" * 18,
    "half an archive": lambda: sheet()[:3000],
    "an old Excel file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "formulas in every cell": lambda: sheet(
        in_sheet(b"<v>", b"<f>HYPERLINK(\"file:///etc/passwd\")</f><v>")
    ),
}  # fmt: skip


def a_bank(tmp_path, change):
    folder = Path(shutil.copytree(TINY, tmp_path / "a bank"))
    change(folder)
    return folder


def replaced(file, old, new):
    def change(folder):
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def written(file, data):
    return lambda folder: (folder / file).write_bytes(data)


def linked(file, target):
    def change(folder):
        path = folder / file
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return change


def pipe(folder):
    (folder / "bank.toml").unlink()
    os.mkfifo(folder / "bank.toml")


BANKS = {
    "a link to what is not text": linked("domains/CAR.toml", "/dev/zero"),
    "a link to accounts": linked("domains/CAR.toml", "/etc/passwd"),
    "a folder that is a link to all": linked("domains", "/"),
    "a link to itself": linked("domains/CAR.toml", "CAR.toml"),
    "a pipe": pipe,
    "five megabytes of remarks": written("domains/CAR.toml", b"#" * (5 * 2**20)),
    "zeros": written("domains/CAR.toml", b"\0" * 100),
    "sixteen bits a letter": written("bank.toml", 'id = "x"'.encode("utf-16")),
    "an id that climbs": replaced("bank.toml", 'id = "', 'id = "../../'),
    "an id with a share": replaced("bank.toml", 'id = "', 'id = "\\\\\\\\evil\\\\share\\\\'),
    "a domain that climbs": replaced("bank.toml", '"CAR"', '"../../../etc/passwd"'),
    "a domain of Windows' own": replaced("bank.toml", '"CAR"', '"CON"'),
    "a number without an end": written("bank.toml", b"format = " + b"9" * 5000),
    "not a number": written("bank.toml", b"format = nan"),
    "brackets": written("bank.toml", b"a = " + b"[" * 5000),
}


@pytest.fixture(autouse=True)
def never_waiting_for_ever():
    if not hasattr(signal, "alarm"):
        yield
        return

    def stop(*_):
        raise KeyboardInterrupt  # nothing takes it for a fault of a file

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.readiness"
    shutil.copy(SAMPLE, path)
    return path


def at(door, capsys):
    """How one command ended, held to what every end must be."""
    try:
        status: object = main([str(each) for each in door])
    except SystemExit as usage:  # as Python's own parser of commands ends
        status = usage.code
    said = capsys.readouterr()
    words = said.err
    assert "Traceback" not in said.out + words, door
    assert status in (0, 1, 2), door
    assert not status or (0 < len(words) < 8000), door
    assert "\x1b" not in said.out + words, "a terminal would obey this"
    return status, words


def for_documents(path, own, out):
    yield "score", path
    yield "export", path, out / "a.pdf"
    yield "compare", own, path
    yield "merge", own, path, "--out", out / "e.readiness"
    yield "import-data", path, out / "b.readiness"
    yield "answer", path, "LEA-1=2"


def for_sheets(path, own, _out):
    yield "import-plan", own, path
    yield "review-changes", TINY, path


def for_banks(path, own, out):
    yield "check-bank", path
    yield "new", out / "c.readiness", "--bank", path
    yield "carry-over", own, path, out / "d.readiness"


def all_doors(path, own, out):
    for kind in (for_documents, for_sheets, for_banks):
        yield from kind(path, own, out)


MAY_OPEN = {"a place that is a path", "half a surrogate", "a title of nothing"}


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_made_by_hand(name, tmp_path, own, out, capsys):
    path = tmp_path / "evil.readiness"
    data = DOCUMENTS[name]()
    path.write_bytes(data)
    before = own.read_bytes()
    ends = [at(door, capsys)[0] for door in for_documents(path, own, out)]
    assert name in MAY_OPEN or ends == [1] * 6, ends
    assert ends[4] == 1  # it is no data
    assert own.read_bytes() == before
    assert name in MAY_OPEN or path.read_bytes() == data
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", SHEETS)
def test_a_spreadsheet_made_by_hand(name, tmp_path, own, out, capsys):
    path = tmp_path / "evil.xlsx"
    path.write_bytes(SHEETS[name]())
    ends = [at(door, capsys) for door in for_sheets(path, own, out)]
    assert ends[1][0] == 1  # it is no review of a bank
    assert "root:" not in own.read_text("utf-8") + str(ends)
    assert not Path("/evil").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
@pytest.mark.parametrize("name", BANKS)
def test_a_bank_made_by_hand(name, tmp_path, own, out, capsys):
    folder = a_bank(tmp_path, BANKS[name])
    ends = [at(door, capsys) for door in for_banks(folder, own, out)]
    assert all(status for status, _ in ends), ends
    assert "root:" not in str(ends)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "data",
    [
        DOCUMENTS["keys said twice"], DOCUMENTS["a pickle"],
        SHEETS["a macro"], SHEETS["half an archive"],
    ],
    ids=["document", "pickle", "sheet", "archive"],
)  # fmt: skip
def test_what_was_brought_to_the_wrong_door(data, tmp_path, own, out, capsys):
    path = tmp_path / "evil.dat"
    path.write_bytes(data())
    ends = [at(door, capsys)[0] for door in all_doors(path, own, out)]
    assert sum(not status for status in ends) <= 1  # a table with a macro is still a table


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices")
def test_what_is_no_file_at_all(tmp_path, own, capsys):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    places = ["/dev/null", "/dev/zero", "", ".", "-", "x" * 5000]
    places += [tmp_path / name for name in ("pipe", "loop", "folder", "nothing")]
    for place in places:
        for door in all_doors(place, own, tmp_path):
            status, _ = at(door, capsys)
            assert status, door
