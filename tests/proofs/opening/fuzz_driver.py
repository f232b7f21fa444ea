"""Feed one loader with spoilt files, and tell how it took them.

    fuzz_driver.py KIND COUNT careful|naive

Each file is a real one with flipped bits, lost, moved or doubled parts, hostile words put in, or a
whole document of hypothesis' own making. Prints counts as JSON: `silent` are files that were read
as something else without a word, `escaped` are errors that no person could read, `slow` those over
two seconds of the processor's time, which does not depend on what else the computer does;
`megabytes` is what memory grew by at most.
"""

import datetime as dt
import io
import json
import os
import random
import resource
import sys
import tempfile
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

HOME = tempfile.mkdtemp()
os.environ["NTTP_READINESS_HOME"] = HOME

from nttp_readiness import resources  # noqa: E402 - the home is set first
from nttp_readiness.domain.exchange.sheet_import import read_back  # noqa: E402
from nttp_readiness.errors import ReadinessError  # noqa: E402
from nttp_readiness.presentation.screens.sheet_import_words import (  # noqa: E402
    say_update,
    sheet_words,
)
from nttp_readiness.reports.export_request import ExportRequest  # noqa: E402
from nttp_readiness.reports.forms import make  # noqa: E402
from nttp_readiness.reports.sheets.bank_review import review_changes, review_sheet  # noqa: E402
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet  # noqa: E402
from nttp_readiness.storage.account import settings as stored  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents.document_bytes import document_in  # noqa: E402
from nttp_readiness.storage.documents.documents import load_document  # noqa: E402
from nttp_readiness.storage.exchange import answer_files  # noqa: E402
from nttp_readiness.storage.exchange.importing import import_data  # noqa: E402
from nttp_readiness.storage.files import folders  # noqa: E402

KIND, COUNT, HOW = sys.argv[1], int(sys.argv[2]), sys.argv[3]
SAMPLE = resources.assets() / "samples" / "council-service.readiness"
SMALL_BANK = Path(__file__).parents[2] / "storage" / "data" / "tiny-bank"
HOSTILE = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"[" * 300, b"{" * 300, b"9" * 5000, b"1e999", b"NaN",
    b"-0", b"true", b"null", b'"\\ud800"', b'"":1,', b"__proto__", b"\x1b[2J", b"&amp;<!DOCTYPE x",
    b"%s%n", b"../../..", b"'''", b'"""', b"=1+1", b"\r", b"\xe2\x80\xae",
)  # fmt: skip
TODAY = dt.date(2026, 3, 12)
SCRATCH = Path(HOME) / "scratch"


class Assessments:
    """A `.readiness` file: its hash makes every other content a fault."""

    def __init__(self):
        self.data = SAMPLE.read_bytes()
        self.right = document_in(self.data, SAMPLE).assessment

    def careful(self, data):
        return document_in(data, SAMPLE).assessment

    def naive(self, data):
        return type(self.right).model_validate(json.loads(data)["body"], strict=False)


class AnswerFiles:
    def __init__(self):
        assessment = load_document(SAMPLE).assessment
        answers = {key: each.choice for key, each in assessment.answers.items() if each.choice}
        handed_in = answer_files.hand_in(assessment, "Everyone", answers)
        self.data = answer_files.answer_bytes(handed_in)
        self.right = handed_in

    def careful(self, data):
        return answer_files.answers_in(data)

    def naive(self, data):
        return type(self.right).model_validate(json.loads(data)["body"], strict=False)


class InFile:
    """A kind that is read from a file of its own; it has no hash to know a difference by."""

    right = None

    def put(self, path, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path


class Banks(InFile):
    def __init__(self):
        self.folder = SCRATCH / "bank"
        for each in SMALL_BANK.rglob("*.toml"):
            self.put(self.folder / each.relative_to(SMALL_BANK), each.read_bytes())
        self.path = next(iter(sorted((self.folder / "domains").glob("*.toml"))))
        self.data = self.path.read_bytes()

    def careful(self, data):
        self.put(self.path, data)
        read_bank(self.folder)

    def naive(self, data):
        self.put(self.path, data)
        found = tomllib.loads(self.path.read_text("utf-8"))
        return [each["levels"][4] for each in found["indicators"]]


class Settings(InFile):
    def __init__(self):
        now = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
        recent = stored.Recent("Ours", SAMPLE, "LEA-1", 3, 56, now)
        stored.save(stored.remember(stored.Settings(theme="dark", text_size=150), recent))
        self.data = folders.settings().read_bytes()

    def careful(self, data):
        self.put(folders.settings(), data)
        found = stored.load()
        stored.save(found)

    def naive(self, data):
        self.put(folders.settings(), data)
        found = json.loads(folders.settings().read_text("utf-8"))
        return [found["theme"].lower(), found["text_size"] / 100, found["recent"][0]["title"]]


class Data(InFile):
    """What was exported as data, and comes back."""

    def __init__(self):
        assessment = load_document(SAMPLE).assessment
        self.data = make(ExportRequest(assessment, "data", ".json", today=TODAY))
        self.path = SCRATCH / "data.json"

    def careful(self, data):
        import_data(self.put(self.path, data))

    def naive(self, data):
        return json.loads(data)["assessment"]["profile"]["title"].strip()


class ReviewSheets:
    right = None

    def __init__(self):
        self.bank = read_bank(SMALL_BANK)
        self.data = review_sheet(self.bank)

    def careful(self, data):
        review_changes(self.bank, data)

    def naive(self, data):
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return [row[3].value for row in book["Texts"].iter_rows()]


class ActionSheets:
    right = None

    def __init__(self):
        self.assessment = load_document(SAMPLE).assessment
        self.data = make(ExportRequest(self.assessment, "actions", ".xlsx", today=TODAY))

    def careful(self, data):
        words = sheet_words(self.assessment)
        read_back(self.assessment, read_returned_sheet(data), words, say_update(TODAY))

    def naive(self, data):
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


KINDS = {
    "assessment": Assessments, "answers": AnswerFiles, "bank": Banks, "settings": Settings,
    "data": Data, "review": ReviewSheets, "actions": ActionSheets,
}  # fmt: skip
SHEETS = {"review", "actions"}


def spoilt(data, chance):
    """The bytes of a file with one to three faults."""
    for _ in range(chance.randint(1, 3)):
        one, two, three = sorted(chance.randrange(len(data) + 1) for _ in range(3))
        data = chance.choice(
            [
                flipped(data, chance),
                data[:two],
                data[:one] + data[two:],
                data[:one] + data[two:three] + data[one:two] + data[three:],
                data[:two] + data[one:],
                data[:one] + chance.choice(HOSTILE) + data[one:],
                swapped(data, chance),
            ]
        )
        data = data or b"\0"
    return data


def flipped(data, chance):
    changed = bytearray(data)
    changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def swapped(data, chance):
    """A value or word of the file in the place of another."""
    words = data.split(b'"')
    one, two = (chance.randrange(len(words)) for _ in range(2))
    words[one] = words[two] if chance.random() < 0.7 else chance.choice(HOSTILE)
    return b'"'.join(words)


def spoilt_inside(data, chance):
    """A spreadsheet that unpacks well and has a fault in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as made:
        names = parts.namelist()
        chosen = chance.choice(names)
        for name in names:
            held = parts.read(name)
            made.writestr(name, spoilt(held, chance) if name == chosen and held else held)
    return out.getvalue()


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
KEYS = st.sampled_from(
    ("format", "version", "readable_from", "program", "document", "revision", "sha256", "body",
     "id",
     "profile", "title", "answers", "bank", "recent", "theme", "text_size", "assessment", "levels")
) | st.text(max_size=5)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda each: st.lists(each, max_size=4) | st.dictionaries(KEYS, each, max_size=6),
    max_leaves=30,
)


def invented(count):
    """Whole documents that have a little of the right shape."""
    made = []

    @settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(TREES, st.sampled_from(["nttp-readiness", "nttp-readiness-answers", "other"]))
    def make_one(tree, name):
        if isinstance(tree, dict):
            tree = {"format": name, **tree}
        made.append(json.dumps(tree, ensure_ascii=True).encode())

    make_one()
    return made


def main():
    kind: Any = KINDS[KIND]()
    load = getattr(kind, HOW)
    load(kind.data)  # a whole file is read; what memory that needs is everybody's
    chance = random.Random(f"{KIND} 2026")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    counts = {"tried": 0, "refused": 0, "silent": 0, "escaped": 0, "slow": 0}
    kinds_of_error = set()
    files = [] if KIND in SHEETS | {"bank"} else invented(COUNT // 2)
    for number in range(COUNT):
        inside = KIND in SHEETS and number % 3
        data = files.pop() if files and number % 2 else None
        if data is None:
            data = spoilt_inside(kind.data, chance) if inside else spoilt(kind.data, chance)
        counts["tried"] += 1
        begun = time.process_time()
        try:
            found = load(data)
            if kind.right is not None and found != kind.right:
                counts["silent"] += 1
        except ReadinessError:
            counts["refused"] += 1
        except Exception as error:  # noqa: BLE001 - that is what is counted
            counts["escaped"] += 1
            kinds_of_error.add(f"{type(error).__name__}: {error}"[:200])
            if HOW == "careful":
                (Path(tempfile.gettempdir()) / f"escaped-{KIND}-{number}").write_bytes(data)
        counts["slow"] += time.process_time() - begun > 2
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    counts["megabytes"] = (after - before) // 1024
    sys.stdout.write(json.dumps({**counts, "errors": sorted(kinds_of_error)[:20]}))


if __name__ == "__main__":
    main()
