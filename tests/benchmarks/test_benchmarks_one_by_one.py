"""Whatever becomes of one benchmark, the others run and the file is written."""

import getpass
import json
import platform
from functools import partial
from pathlib import Path

import pytest
import run_all
from measuring import alone, budget, machine, page, record
from measuring.measure import CannotMeasure, NotMeasured, beside

ROOT = Path(__file__).resolve().parents[2]
GIVES = """
import sys
sys.path.insert(0, {folder!r})
from measuring.alone import main
from measuring.measure import CannotMeasure, beside
def measure(rounds):
    {act}
    return beside("floor", "ms", {{"floor": [1.0] * rounds, "work": [{took}] * rounds}})
sys.exit(main({name!r}, 3, measure, "Planted"))
"""


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """Benchmarks of which the first is good, and each other fails in its own way."""
    acts = {
        "good": "pass", "slow": "pass", "broken": "1 / 0", "hangs": "import time; time.sleep(60)",
        "lacking": "raise CannotMeasure('there is no screen')",
    }  # fmt: skip
    scripts = {}
    for name, act in acts.items():
        scripts[name] = tmp_path / f"{name}.py"
        took = 9.0 if name == "slow" else 2.0
        text = GIVES.format(folder=str(run_all.FOLDER), act=act, took=took, name=name)
        scripts[name].write_text(text, "utf-8")
    limits = {name: {"work": budget.Limit(3.0)} for name in acts}
    monkeypatch.setattr(budget, "load", lambda: limits)
    monkeypatch.setitem(run_all.LONGER, "hangs", 2.0)
    return scripts


def test_one_that_fails_ends_none_of_the_others_and_all_is_told(planted, tmp_path, capfd):
    out = tmp_path / "runs" / "run.json"
    assert run_all.measure(planted, out, None) == 1
    last = capfd.readouterr().out.splitlines()[-1]
    assert last.startswith("4 measures, 5 budgets: 1 kept, 1 NOT KEPT, 3 not measured.")
    assert "Not kept: slow work." in last
    for reason in ("failed with status 1", "more than 2 seconds", "there is no screen"):
        assert reason in last
    made = record.from_json(out.read_text("utf-8"))
    assert [bool(each.stopped) for each in made.results] == [False, False, True, True, True]
    assert made.measures()["good", "work"].rounds == (2.0, 2.0, 2.0)


def test_all_is_well_where_each_budget_is_kept(planted, tmp_path):
    out = tmp_path / "run.json"
    assert run_all.measure({"good": planted["good"]}, out, 2) == 0
    assert json.loads(out.read_text("utf-8"))["most_rounds"] == 2


def test_the_file_is_written_after_each_of_them(planted, tmp_path, monkeypatch):
    out, one = tmp_path / "run.json", run_all.one

    def lost(name, *given):
        if name == "slow":
            raise KeyboardInterrupt
        return one(name, *given)

    monkeypatch.setattr(run_all, "one", lost)
    with pytest.raises(KeyboardInterrupt):
        run_all.measure({name: planted[name] for name in ("good", "slow")}, out, None)
    assert record.from_json(out.read_text("utf-8")).measures().keys() == {
        ("good", "floor"), ("good", "work"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "folder"),
    [([], "runs"), (["scoring"], "tries"), (["--rounds", "2"], "tries"), (["--out", "x"], "")],
)
def test_only_a_whole_run_lies_among_those_of_the_docs(monkeypatch, given, folder):
    places = []
    monkeypatch.setattr(run_all, "measure", lambda *what: places.append(what[1]))
    run_all.main(given)
    assert places[0].parent.name == folder


def kept(path, *took):
    values = {"floor": [1.0, 1.0, 1.0], "work": took}
    result = record.Result("b", tuple(beside("floor", "ms", values)), "", 1.0, ())
    path.write_text(record.to_json(record.Run("d", "c", {}, (result,)), {}), "utf-8")
    return path


def test_comparing_says_by_its_status_whether_runs_agree(tmp_path, capsys):
    a = kept(tmp_path / "a", 2.0, 2.1, 2.2)
    b, c = kept(tmp_path / "b", 2.1, 2.1, 2.3), kept(tmp_path / "c", 2.5, 2.6, 2.7)
    assert run_all.main(["--compare", str(a), str(b)]) == 0
    assert run_all.main(["--compare", str(a), str(b), str(c)]) == 1
    assert "NOT AGREED: 1 and 3, 2 and 3" in capsys.readouterr().out


def given(outcomes, _rounds):
    return outcomes


def test_a_benchmark_by_itself_says_by_its_status_what_it_came_to(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["x.py", "--rounds", "2"])
    monkeypatch.setattr(budget, "load", lambda: {"x": {"work": budget.Limit(3.0)}})

    def lacking(_):
        raise CannotMeasure("no screen")

    for took, status in ((2.0, 0), (4.0, 1)):
        found = tuple(beside("floor", "ms", {"floor": [1.0, 1.0], "work": [took, took]}))
        assert alone.main("x", 5, partial(given, found), "Said") == status
    assert alone.main("x", 5, lacking, "Said") == alone.CANNOT
    assert alone.main("x", 5, lambda _: [NotMeasured("work", "no")], "Said") == 1
    assert "Not measured: no screen" in capsys.readouterr().out


def names_somebody(text):
    user = getpass.getuser()
    places = (platform.node(), f"/{user}", f"\\{user}", str(Path.home()), "/tmp", str(ROOT))
    return [each for each in places if len(each) > 3 and each in text]


def test_nothing_that_is_kept_tells_whose_machine_it_was():
    runs = sorted(page.RUNS.glob("*.json"))
    assert runs
    assert names_somebody(json.dumps(machine.machine())) == []
    for each in runs:
        assert names_somebody(each.read_text("utf-8")) == []
    assert names_somebody(f"a file in {ROOT}")  # the control


def test_the_tables_of_the_docs_are_those_of_the_runs_that_are_kept():
    shown = (ROOT / "docs" / "performance.md").read_text("utf-8")
    made = page.with_tables(shown, page.kept_runs(), budget.load())
    assert made == shown, "run: python3 docs/make_generated.py"


def test_no_run_that_is_kept_was_a_try_with_fewer_rounds():
    assert [run.date for run in page.kept_runs() if run.most_rounds] == []


def test_every_budget_is_of_a_benchmark_that_there_is():
    names = {each.stem for each in run_all.FOLDER.glob("*.py")}
    assert set(budget.load()) <= names
