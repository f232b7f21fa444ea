"""The command line as people and scripts use it: status, words, and files left alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"
FOUNDATIONS = (
    "LEA-1", "LEA-2", "WEL-1", "WEL-2", "WEL-3", "WEL-4", "POW-1", "POW-2", "ACC-1", "WOR-1",
    "FEE-1", "SVC-2",
)  # fmt: skip


def command(*arguments, cwd):
    done = subprocess.run(
        [sys.executable, "-m", "nttp_readiness", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NTTP_READINESS_HOME": str(cwd / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def scored(path, cwd):
    done = command("score", path, "--json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def assessment(tmp_path):
    path = tmp_path / "ours.readiness"
    assert command("new", path, "--bank", "nttp-roadmap", cwd=tmp_path).returncode == 0
    return path


def one_sentence(done):
    """A problem is one line on standard error, with nothing on standard output."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_a_new_assessment_asks_every_question_and_knows_no_stage_yet(assessment, tmp_path):
    found = scored(assessment, tmp_path)
    assert (found["answered"], found["of"]) == (0, 60)
    assert found["stage"] == "find_out"
    assert found["held_by"] == list(FOUNDATIONS)
    assert all(each["level"] is None for each in found["domains"])


def test_a_foundation_at_0_holds_the_stage_and_a_safety_stop_pauses(assessment, tmp_path):
    answers = [f"{each}=3" for each in FOUNDATIONS if each != "WEL-2"]
    assert command("answer", assessment, *answers, "WEL-2=0", cwd=tmp_path).returncode == 0
    found = scored(assessment, tmp_path)
    assert (found["stage"], found["held_by"]) == ("build_foundations", ["WEL-2"])
    assert found["safety_stops"] == ["WEL-2"]
    first = found["actions"][0]
    assert (first["id"], first["horizon"], first["firm"]) == ("WEL-2/first", "now", True)
    assert first["reasons"]


def test_each_kind_of_answer_is_taken_and_cleared(assessment, tmp_path):
    done = command(
        "answer", assessment, "LEA-1=4", "LEA-2=not_sure", "LEA-3=not_relevant:we have no plan",
        "LEA-4=rather_not_say", "LEA-5=2", "LEA-5=clear", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = scored(assessment, tmp_path)
    assert (found["answered"], found["not_sure"], found["not_relevant"]) == (4, 1, 1)


@pytest.mark.parametrize(
    "wrong",
    ["LEA-1=5", "LEA-1=true", "LEA-1", "NOPE-1=2", "LEA-1=not_relevant:x", "LEA-3=not_relevant:"],
)
def test_one_wrong_answer_changes_nothing(assessment, tmp_path, wrong):
    before = assessment.read_bytes()
    one_sentence(command("answer", assessment, "LEA-2=3", wrong, cwd=tmp_path))
    assert assessment.read_bytes() == before


def test_the_foundations_route_asks_twelve(tmp_path):
    path = tmp_path / "short.readiness"
    command("new", path, "--bank", "nttp-roadmap", "--route", "foundations", cwd=tmp_path)
    assert scored(path, tmp_path)["of"] == len(FOUNDATIONS)


def test_a_file_that_is_there_is_not_written_over(assessment, tmp_path):
    before = assessment.read_bytes()
    one_sentence(command("new", assessment, "--bank", "nttp-roadmap", cwd=tmp_path))
    assert assessment.read_bytes() == before


@pytest.mark.parametrize("kept", [0, 1, 3000])
def test_a_file_cut_short_gives_a_sentence(tmp_path, kept):
    path = tmp_path / "cut.readiness"
    path.write_bytes(SAMPLE.read_bytes()[:kept])
    said = one_sentence(command("score", path, cwd=tmp_path))
    assert "file" in said


def test_no_file_no_bank_no_folder_each_give_a_sentence(tmp_path):
    one_sentence(command("score", tmp_path / "none.readiness", cwd=tmp_path))
    one_sentence(command("new", tmp_path / "a.readiness", "--bank", "none", cwd=tmp_path))
    one_sentence(command("export", SAMPLE, tmp_path / "no" / "out.pdf", cwd=tmp_path))
    assert not (tmp_path / "a.readiness").exists()


def test_the_plan_of_the_sample_is_a_pdf_that_says_the_stage(tmp_path):
    out = tmp_path / "plan.pdf"
    assert command("export", SAMPLE, out, cwd=tmp_path).returncode == 0
    text = "\n".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Build foundations first" in text
    assert "Our own readiness picture, not an NTTP rating" in text


def test_the_one_page_is_one_page(tmp_path):
    out = tmp_path / "one.pdf"
    assert command("export", SAMPLE, out, "--form", "one-page", cwd=tmp_path).returncode == 0
    assert len(PdfReader(out).pages) == 1


def test_awkward_text_survives_file_and_pdf(tmp_path):
    title = "Dòmhnall’s <b>R&D & Q&A</b> “àite” 🙂"
    path, out = tmp_path / "awkward.readiness", tmp_path / "awkward.pdf"
    command("new", path, "--bank", "nttp-roadmap", "--title", title, cwd=tmp_path)
    assert json.loads(path.read_text("utf-8"))["body"]["profile"]["title"] == title
    assert command("export", path, out, cwd=tmp_path).returncode == 0
    text = " ".join(PdfReader(out).pages[0].extract_text().split())
    assert "Dòmhnall’s <b>R&D & Q&A</b> “àite”" in text


def test_both_banks_are_listed_and_pass_their_checks(tmp_path):
    listed = json.loads(command("banks", "--json", cwd=tmp_path).stdout)
    assert {"nttp-roadmap", "team-check-in"} <= {each["id"] for each in listed}
    for each in listed:
        assert command("check-bank", each["folder"], cwd=tmp_path).returncode == 0


def test_a_bank_with_three_mistakes_names_all_three(tmp_path):
    source, folder = ROOT / "question_banks" / "team-check-in", tmp_path / "bank"
    for file in source.rglob("*.toml"):
        target = folder / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    head = folder / "bank.toml"
    text = head.read_text("utf-8").replace('licence = "MIT"', 'licence = 7\ncolour = "red"')
    head.write_text(text.replace('version = "2.1.0"', 'version = "one"'), "utf-8")
    done = command("check-bank", folder, "--json", cwd=tmp_path)
    errors = [each for each in json.loads(done.stdout) if each["severity"] == "error"]
    said = " ".join(f"{each['place']} {each['problem']}" for each in errors)
    assert done.returncode == 1
    assert all(word in said for word in ("licence", "colour", "version"))
    assert all(each["file"] and each["problem"] and each["cure"] for each in errors)


@pytest.mark.parametrize("usage", [("score",), ("--nonsense",), ("export", "one"), ("a", "b", "c")])
def test_wrong_usage_ends_with_2(tmp_path, usage):
    done = command(*usage, cwd=tmp_path)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_a_place_that_cannot_be_written_to_is_said_without_speaking_of_a_window(tmp_path):
    said = one_sentence(command("export", SAMPLE, tmp_path / "away" / "plan.pdf", cwd=tmp_path))
    assert said.startswith("The folder of this file cannot be reached")
    assert "window" not in said
