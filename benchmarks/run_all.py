"""Every benchmark of this folder in turn, kept in one file: `python3 run.py bench`.

    python benchmarks/run_all.py [NAME ...] [--out FILE] [--rounds N]
    python benchmarks/run_all.py --compare A.json B.json [C.json ...]

Names choose some of them: `scoring` runs scoring.py. Each runs in a process of its own and prints a
table; one that fails, or takes longer than its patience, ends none of the others. The file is
written anew after each of them: benchmarks/runs/DATE-TIME.json, or benchmarks/runs/tries for some
benchmarks or few rounds. At the end stand one table of all and one line of counts.
Status 1 where a budget was not kept or anything was not measured. `--rounds N` takes no more than N
of each, to try the way. Comparing says of each measure whether the runs agree within their noise;
status 1 where they do not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import agreement, budget, machine, record, tables
from measuring.alone import CANNOT, ROOT
from measuring.measure import Outcome

FOLDER = Path(__file__).resolve().parent
RUNS = FOLDER / "runs"
TRIES = RUNS / "tries"
"""Of some benchmarks or of few rounds: git does not look at it."""
PATIENCE = 900.0
LONGER = {"windows": 2400.0}
"""Seconds; the program for Windows may have to be built first."""


def main(arguments: list[str]) -> int:
    found = {each.stem: each for each in sorted(FOLDER.glob("*.py")) if each.stem != "run_all"}
    reads = argparse.ArgumentParser(prog="python3 run.py bench")
    reads.add_argument("names", nargs="*", metavar="NAME", help=", ".join(found))
    reads.add_argument("--out", type=Path, help="the file that keeps the run")
    reads.add_argument("--rounds", type=int, help="no more rounds than that, to try the way")
    reads.add_argument("--compare", type=Path, nargs="+", metavar="FILE")
    given = reads.parse_args(arguments)
    if given.compare:
        return compare(given.compare)
    unknown = [each for each in given.names if each not in found]
    if unknown:
        reads.error(f"no such benchmark: {', '.join(unknown)}. There are {', '.join(found)}.")
    chosen = {name: found[name] for name in given.names or found}
    name = f"{dt.datetime.now():%Y-%m-%d-%H%M}.json"  # noqa: DTZ005 - of people
    whole = not given.names and not given.rounds
    return measure(chosen, given.out or (RUNS if whole else TRIES) / name, given.rounds)


def measure(chosen: dict[str, Path], out: Path, rounds: int | None) -> int:
    """Run them, keep what each gave, and tell it all at the end."""
    limits = budget.load()
    now = dt.datetime.now(dt.UTC).isoformat(timespec="minutes")
    run = record.Run(now, machine.commit(), machine.machine(), most_rounds=rounds)
    for number, (name, script) in enumerate(chosen.items(), 1):
        print(
            f"\n== {name} ({number} of {len(chosen)}, {dt.datetime.now():%H:%M:%S}, "  # noqa: DTZ005
            f"load {machine.load():.2f})",
            flush=True,
        )
        result = one(name, script, rounds, LONGER.get(name, PATIENCE))
        run = run.with_result(result)
        record.write_whole(out, record.to_json(run, limits))
        said = f"stopped: {result.stopped}" if result.stopped else "done"
        print(f"-- {name} {said}, {result.seconds:.0f} s", flush=True)
    lines = list(run.lines(limits))
    print(f"\n== all of {run.date}, {run.commit}\n")
    print("\n".join(tables.lines_of(lines)))
    print(f"\nKept in {out}.\n{tables.counts(lines)}")
    return tables.status(lines)


def one(name: str, script: Path, rounds: int | None, patience: float) -> record.Result:
    """What a benchmark gave in a process of its own, however that ended."""
    with tempfile.TemporaryDirectory(prefix="readiness-outcomes-") as folder:
        into, before, begun = Path(folder) / "outcomes", machine.load(), time.monotonic()
        given = ["--into", str(into), *(["--rounds", str(rounds)] if rounds else [])]
        process = subprocess.Popen(
            [sys.executable, str(script), *given], cwd=ROOT, start_new_session=True
        )
        stopped, outcomes = "", tuple[Outcome, ...]()
        try:
            status = process.wait(patience)
        except subprocess.TimeoutExpired:
            end(process)
            stopped = f"it took more than {patience:g} seconds"
        except BaseException:
            end(process)
            raise
        else:
            said = into.read_text(encoding="utf-8") if into.exists() else ""
            if status == CANNOT:
                stopped = said
            elif said:
                outcomes = record.outcomes_from_json(said)
            else:
                stopped = f"it failed with status {status}"
        passed = time.monotonic() - begun
    return record.Result(name, outcomes, stopped, passed, (before, machine.load()))


def end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started and that stayed in its session."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def compare(files: list[Path]) -> int:
    """Print runs side by side; 1 where they do not agree."""
    runs = [record.from_json(each.read_text(encoding="utf-8")) for each in files]
    compared = list(agreement.compare(runs))
    print("\n".join(agreement.told(runs, compared)))
    return int(any(each.apart for each in compared))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
