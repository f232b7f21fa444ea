"""Every benchmark of this folder in turn, each in a process of its own: `python3 run.py bench`.

    python benchmarks/run_all.py [NAME ...]

Names choose some of them: `scoring` runs scoring.py. Each prints a table of its own with the ratio
to its floor or peer. Status 1 where one of them did not keep to what it promises, or could not run.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    found = {each.stem: each for each in sorted(FOLDER.glob("*.py")) if each.stem != "run_all"}
    unknown = [each for each in names if each not in found]
    if unknown:
        sys.stderr.write(
            f"No such benchmark: {', '.join(unknown)}. There are {', '.join(found)}.\n"
        )
        return 2
    worst = 0
    for name in names or found:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        ended = subprocess.run([sys.executable, str(found[name])], check=False)
        worst = max(worst, int(ended.returncode != 0))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
