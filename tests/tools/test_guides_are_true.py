"""Every guide is read: its commands run, its names stand in the window, its links lead on."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest

import run as run_script
from nttp_readiness import resources
from nttp_readiness.app import command_line
from nttp_readiness.presentation.screens.guide_pictures import PICTURES
from nttp_readiness.presentation.screens.guides import GUIDES
from tools import messages
from tools.help_pages import help_files, names_in, parts_of

ROOT = resources.root()
PAGES = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
    if path.name not in {"CHANGELOG.md", "traceability.md"}
)  # fmt: skip
IN_HELP = [ROOT / "docs" / f"{name}.md" for name in GUIDES]
OURS = re.compile(
    r"(?:nttp-readiness(?:\.exe)?|python3 run\.py|python3 docs/[^\s`]+)(?![\w./-])[^`\n]*"
)
MEANT = {
    "FILE": "ours.readiness", "EARLIER": "ours.readiness", "LATER": "ours.readiness",
    "OUT": "out.pdf", "FOLDER": "my-bank", "ID-or-folder": "team-check-in", "TEXT": "Ours",
    "ID=VALUE": "LEA-1=2", "IDS": "LEA-1", "RETURNED": "returned.readiness", "TEAMS": ".",
}  # fmt: skip
"""What the words in capitals stand for in the folder in which the commands run."""
OPENS_A_WINDOW = {"", "respond"}


def commands_in(text):
    """Each command of ours as it stands in a page, without what is said about it beside it."""
    return [each.group().strip() for each in OURS.finditer(text)]


def words_of(command):
    """The command as somebody types it: with what is optional, the first of several, one file."""
    plain = re.split(r"\s{2,}|\s+\[[–—-]\]", command)[0]
    plain = re.sub(r"[\[\]]|\.\.\.", " ", plain).replace("\\", "/")
    return [MEANT.get(part, part.split("|")[0]) for part in shlex.split(plain)]


def known_to_run():
    """What `run.py` can do: said in its first lines, and in the table that it asks."""
    said = set(re.findall(r"python3 run\.py (\w+)", run_script.__doc__))
    tree = ast.parse(Path(run_script.__file__).read_text("utf-8"))
    tables = [each for each in ast.walk(tree) if isinstance(each, ast.Dict)]
    keys = [{getattr(key, "value", None) for key in each.keys} for each in tables]
    table = next(each for each in keys if "start" in each)
    assert said == table - {"start"}, "its first lines name all that it does"
    return table


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what the pages speak of."""
    made = tmp_path_factory.mktemp("guides")
    shutil.copyfile(ROOT / "assets/samples/council-service.readiness", made / "sample.readiness")
    return made


def fault(command, folder, monkeypatch):
    """What is wrong with a command; empty where it runs."""
    first, *rest = words_of(command)
    if first == "python3":
        script, *rest = rest
        if script != "run.py":
            return "" if (ROOT / script).is_file() else f"there is no {script}"
        if rest and rest[0] not in known_to_run():
            return f"run.py cannot {rest[0]}"
        paths = [each for each in rest[1:] if each.startswith(("tests", "docs"))]
        return next((f"there is no {each}" for each in paths if not (ROOT / each).exists()), "")
    name = next((each for each in rest if not each.startswith("-")), "")
    if name.endswith(".readiness") or (not name and "--help" not in rest):
        return ""  # it opens the window
    monkeypatch.chdir(folder)
    prepare(folder, name, rest)
    try:
        status = command_line.run(rest)
    except SystemExit as end:
        status = int(end.code or 0)
    return "" if status == 0 else f"it ends with {status}"


def prepare(folder, name, rest):
    """What a command begins with, as the page before it left it."""
    for made in ("out.pdf", "texts.xlsx", "newer.readiness") if name != "review-changes" else ():
        (folder / made).unlink(missing_ok=True)
    if name == "new":
        (folder / rest[1]).unlink(missing_ok=True)
    else:
        shutil.copyfile(folder / "sample.readiness", folder / "ours.readiness")
    if name == "portfolio":  # there a folder is one of assessments
        (folder / "teams").mkdir(exist_ok=True)
        for each in (ROOT / "assets" / "samples").glob("sector-c*.readiness"):
            shutil.copyfile(each, folder / "teams" / each.name)
        rest[:] = ["teams" if each == "my-bank" else each for each in rest]
        (folder / "teams.xlsx").unlink(missing_ok=True)
    if name == "new-bank":
        shutil.rmtree(folder / "my-bank", ignore_errors=True)
    elif not (folder / "my-bank").exists():
        shutil.copytree(ROOT / "question_banks" / "team-check-in", folder / "my-bank")
    for number, each in enumerate(rest):
        if each.startswith("C:/"):  # as it lies on the computers of an IT department
            rest[number] = "my-bank"
    if name == "portfolio":  # of a folder that holds assessments
        shutil.copyfile(folder / "sample.readiness", folder / "my-bank" / "sample.readiness")
        (folder / "teams.xlsx").unlink(missing_ok=True)
    if name == "carry-over":
        shutil.rmtree(folder / "my-bank", ignore_errors=True)
        shutil.copytree(ROOT / "question_banks" / "team-check-in", folder / "my-bank")
        (folder / "older.readiness").unlink(missing_ok=True)
        assert command_line.run(["new", "older.readiness", "--bank", "my-bank"]) == 0
        bank = folder / "my-bank" / "bank.toml"
        text = bank.read_text("utf-8")
        bank.write_text(re.sub(r'(?m)^version = ".*"$', 'version = "9.0.0"', text), "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_of_a_page_runs(page, folder, monkeypatch, capsys):
    faults = {
        each: found for each in commands_in(page.read_text("utf-8"))
        if (found := fault(each, folder, monkeypatch))
    }  # fmt: skip
    assert faults == {}, capsys.readouterr().err


def test_the_pages_have_commands_to_run():
    assert sum(len(commands_in(each.read_text("utf-8"))) for each in PAGES) > 30


@pytest.mark.parametrize(
    "wrong",
    [
        "nttp-readiness scores FILE", "nttp-readiness score FILE --jsn",
        "nttp-readiness export FILE OUT --form postcard", "nttp-readiness check-bank no-such-bank",
        "python3 run.py tests", "python3 docs/make_all.py", "python3 run.py test tests/nowhere",
    ],
)  # fmt: skip
def test_a_wrong_command_would_be_found(wrong, folder, monkeypatch, capsys):
    (command,) = commands_in(f"Say\n\n    {wrong}   and look\n")
    assert fault(command, folder, monkeypatch)
    capsys.readouterr()


def said_by_the_program():
    """Every sentence of the program as it is read."""
    found = messages.extract(messages.PACKAGE)[0].values()
    said = {re.sub(r"&(?!&)", "", text) for each in found for text in (each.one, each.many)}
    return {each.rstrip("….").casefold() for each in said}


KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|Tab|Enter|Home|End|Esc|Space|Down|Up)")


def stranger(name, said):
    """Whether a name in italics is no key, and stands nowhere in the window. "File, Open" is a menu
    and what is in it; "Add a note …" the beginning of a longer name.
    """
    return not stands(name, said) and not all(stands(each, said) for each in name.split(", "))


def stands(name, said):
    short = name.rstrip(" …").casefold()
    longer = (f"{short} {{n}}", *((short,) if name.endswith("…") else ()))
    return bool(KEY.fullmatch(name)) or short in said or any(e.startswith(longer) for e in said)


@pytest.mark.parametrize("page", IN_HELP, ids=lambda path: path.name)
def test_every_name_that_a_guide_gives_stands_in_the_window(page):
    said = said_by_the_program()
    assert [each for each in names_in(page.read_text("utf-8")) if stranger(each, said)] == []


def test_a_name_that_nothing_has_would_be_found():
    said = said_by_the_program()
    names = names_in("Press *Ctrl+L*, *Open the sample*, *Opne the sample*, *File, Exprot*.")
    assert [each for each in names if stranger(each, said)] == ["Opne the sample", "File, Exprot"]


@pytest.mark.parametrize("name", GUIDES)
def test_what_help_shows_is_what_the_guide_says(name):
    stored = (resources.assets() / "help" / f"{name}.json").read_bytes()
    assert stored == help_files()[f"{name}.json"], "run: python3 docs/make_generated.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_and_pictures_of_a_page_lead_to_files(page):
    links = re.findall(r"!?\[[^\]]*\]\(([^)#\s]+)", page.read_text("utf-8"))
    nowhere = [each for each in links if "://" not in each and not each.startswith("mailto:")
               and not (page.parent / each).exists()]  # fmt: skip
    assert nowhere == []


def test_every_picture_of_a_guide_is_one_that_the_program_paints():
    named = {
        part["name"] for page in IN_HELP for part in parts_of(page.read_text("utf-8"))
        if part["kind"] == "picture"
    }  # fmt: skip
    assert named == set(PICTURES)
    assert {each.stem for each in (ROOT / "docs" / "pictures").glob("*.png")} == named


def test_every_page_of_docs_stands_among_the_web_pages():
    named = set(re.findall(r"[\w-]+\.md$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert {each.name for each in (ROOT / "docs").glob("*.md")} <= named


def test_what_a_guide_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="cannot hold"):
        parts_of("<script>alert(1)</script>")
