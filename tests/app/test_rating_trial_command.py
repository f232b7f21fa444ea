"""The trials in the repository, read as anybody can read them."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.app.bank_commands import find_bank

TRIALS = Path(__file__).resolve().parents[2] / "docs" / "rating-trials"


def run(capsys, *arguments):
    status = command_line.run([str(each) for each in arguments])
    found = capsys.readouterr()
    return status, found.out, found.err


def test_the_trial_that_decides_reaches_the_bar(capsys):
    status, out, err = run(capsys, "rating-trial", TRIALS / "2026-11-b", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)["all"]
    assert found["failed"] == []
    assert (found["situations"], found["readers"], found["ratings"]) == (180, 2, 360)


def test_the_one_before_it_is_told_to_fall_short(capsys):
    status, out, err = run(capsys, "rating-trial", TRIALS / "2026-11-a")
    assert status == 1
    assert "two levels apart or more: 20, 40, 71, 123" in out
    assert "The bar is not reached: two_apart." in err


@pytest.mark.parametrize("name", ["2026-11-a", "2026-11-b"])
def test_every_indicator_has_three_situations_in_three_of_eight_organisations(name):
    trial = json.loads((TRIALS / name / "trial.json").read_text("utf-8"))
    assert len(trial["organisations"]) == 8
    counts = Counter(each["indicator"] for each in trial["situations"])
    assert len(counts) == 60
    assert set(counts.values()) == {3}
    homes = {(each["indicator"], each["organisation"]) for each in trial["situations"]}
    assert len(homes) == 180


def test_the_readme_says_the_figures_that_the_command_prints(capsys):
    said = (TRIALS / "README.md").read_text("utf-8")
    for name in ("2026-11-a", "2026-11-b"):
        _, out, _ = run(capsys, "rating-trial", TRIALS / name, "--json")
        found = json.loads(out)["all"]
        row = next(line for line in said.splitlines() if line.startswith(f"| {name} "))
        shares = " / ".join(f"{100 * n / found['ratings']:.0f}" for n in found["levels"])
        assert f"| {found['kappa']:.3f} | {100 * found['exact']:.1f} % |" in row
        assert f"| {shares} |" in row


def test_a_planted_rating_is_found(capsys, tmp_path):
    copy = shutil.copytree(TRIALS / "2026-11-b", tmp_path / "trial")
    path = copy / "reader-3.json"
    ratings = json.loads(path.read_text("utf-8"))
    ratings[0]["level"] = (ratings[0]["level"] + 2) % 5
    path.write_text(json.dumps(ratings), "utf-8")
    status, out, err = run(capsys, "rating-trial", copy)
    assert status == 1
    assert "two_apart" in err
    assert f"two levels apart or more: {ratings[0]['number']}" in out


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda ratings: ratings[1:], "does not rate situation 1 once"),
        (lambda ratings: [{**ratings[0], "level": 9}, *ratings[1:]], "is not as it should be"),
        (lambda _: {"a": 1}, "is not as it should be"),
    ],
)
def test_what_is_wrong_in_a_file_is_said(capsys, tmp_path, spoil, said):
    copy = shutil.copytree(TRIALS / "2026-11-b", tmp_path / "trial")
    path = copy / "reader-4.json"
    path.write_text(json.dumps(spoil(json.loads(path.read_text("utf-8")))), "utf-8")
    status, out, err = run(capsys, "rating-trial", copy)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_sheet_holds_facts_and_level_texts_and_nothing_that_tells_the_answer(capsys, tmp_path):
    copy = shutil.copytree(TRIALS / "2026-11-b", tmp_path / "trial")
    path = copy / "trial.json"
    trial = json.loads(path.read_text("utf-8"))
    for each in trial["situations"]:
        each["kind"] = "canary-kind"
    path.write_text(json.dumps(trial), "utf-8")
    out = tmp_path / "sheet.txt"
    status, said, err = run(capsys, "rating-trial", copy, "--sheet", out)
    assert (status, said.strip(), err) == (0, f"Wrote {out}", "")
    sheet = out.read_text("utf-8")
    assert "canary-kind" not in sheet
    assert "{people}" not in sheet
    assert all(each["facts"] in sheet for each in trial["situations"])
    assert sheet.count("\n4  ") == len(trial["situations"])
    assert run(capsys, "rating-trial", copy, "--sheet", out)[0] == 1  # it replaces no file


def test_a_sheet_of_a_question_that_there_is_not_is_refused(capsys, tmp_path):
    copy = shutil.copytree(TRIALS / "2026-11-b", tmp_path / "trial")
    path = copy / "trial.json"
    path.write_text(path.read_text("utf-8").replace('"LEA-1"', '"LEA-99"'), "utf-8")
    status, _, err = run(capsys, "rating-trial", copy, "--sheet", tmp_path / "sheet.txt")
    assert status == 1
    assert "LEA-99" in err
    assert not (tmp_path / "sheet.txt").exists()


SECTORS = ("schools", "emergency", "primary-care", "commissioned-charity", "justice")
SPLIT = {"emergency": "police", "justice": "courts"}
"""Wordings that were split since: the one that the organisation of those situations reads."""
WORDINGS = (
    "ambulance", "clubs", "commissioned-charity", "courts", "fire", "inspection",
    "justice-social-work", "police", "primary-care", "prosecution", "schools",
)  # fmt: skip


@pytest.mark.parametrize("name", SECTORS)
def test_situations_of_a_sector_say_who_wrote_them_and_who_rated(name, capsys):
    folder = TRIALS / f"2026-11-{name}"
    trial = json.loads((folder / "trial.json").read_text("utf-8"))
    assert trial["bank"] == SPLIT.get(name, name)
    assert "not written blind" in trial["writers"]
    assert "not been used before" in trial["readers"]
    own = [each for each in trial["situations"] if each["indicator"].endswith("-1")]
    assert len({each["kind"] for each in own}) >= 6, "spread from nothing to looked at"
    _, out, _ = run(capsys, "rating-trial", folder)
    assert "10 situations, 2 readers, 20 ratings" in out
    kappa = out.split("weighted kappa ")[1].split(",")[0]
    row = f"| 2026-11-{name} | 10 | {kappa} |"
    assert row in (TRIALS / "README.md").read_text("utf-8")


SIGNS = ("ambulance", "prosecution", "justice-social-work", "inspection", "clubs")
"""Wordings whose signs were rated by themselves, with situations written blind."""


@pytest.mark.parametrize("name", [*SIGNS, *(f"{each}-b" for each in SIGNS)])
def test_the_page_of_trials_says_what_readers_of_a_wordings_signs_made_of_them(name, capsys):
    """Not reached is said where it is not reached; of the figures none stands by hand alone."""
    folder = TRIALS / f"2026-11-{name}"
    trial = json.loads((folder / "trial.json").read_text("utf-8"))
    assert trial["bank"] == name.removesuffix("-b")
    assert "no level text" in trial["writers"]
    kinds = [each["kind"] for each in trial["situations"]]
    assert len(set(kinds)) == 8, "from nothing to asked and answered"
    status, out, _ = run(capsys, "rating-trial", folder)
    assert "15 situations, 2 readers, 30 ratings" in out
    assert "two levels apart or more: none" in out
    kappa = out.split("weighted kappa ")[1].split(",")[0]
    same = out.split("the same level ")[1].split("\n")[0].replace(".0 ", " ")
    unfit = out.split("(together ")[1].split(")")[0].replace(".0 ", " ")
    page = (TRIALS / "README.md").read_text("utf-8")
    row = f"| 2026-11-{name} | 15 | {kappa} | {same} | none | {unfit} |"
    [line] = [each for each in page.splitlines() if each.startswith(row)]
    assert line.endswith("| not reached |" if status else "| reached |")


def test_situations_that_nobody_has_rated_say_so(capsys, tmp_path):
    copy = shutil.copytree(TRIALS / "2026-11-schools", tmp_path / "trial")
    for each in copy.glob("reader-*.json"):
        each.unlink()
    status, out, err = run(capsys, "rating-trial", copy)
    assert (status, out) == (1, "")
    assert "Nobody has rated these 10 situations yet." in err


@pytest.mark.parametrize("name", SECTORS + SIGNS)
def test_readers_of_a_sector_s_situations_see_its_own_words(name, capsys, tmp_path):
    out = tmp_path / "sheet.txt"
    status, _, err = run(capsys, "rating-trial", TRIALS / f"2026-11-{name}", "--sheet", out)
    assert (status, err) == (0, "")
    said = out.read_text("utf-8")
    trial = json.loads((TRIALS / f"2026-11-{name}" / "trial.json").read_text("utf-8"))
    assert all(each["facts"] in said for each in trial["situations"])
    assert not any(each["kind"] in said.split("\n") for each in trial["situations"])
    assert "{people}" not in said


def test_a_question_of_several_wordings_has_the_sentences_that_were_rated_in_each():
    asked: dict[str, dict[str, list[str]]] = {}
    for name in WORDINGS:
        bank = find_bank(name)
        for key in bank.overlay.own:
            said = [level.sentence for level in bank.by_id[key].levels]
            asked.setdefault(key, {})[name] = said
    assert sorted(asked["EMG-1"]) == ["ambulance", "fire", "police"]
    assert sorted(asked["JUS-1"]) == ["courts", "justice-social-work", "prosecution"]
    for in_each in asked.values():
        assert len({tuple(each) for each in in_each.values()}) == 1
