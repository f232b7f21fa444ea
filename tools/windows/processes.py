"""The running processes of one small Windows, as Linux sees them."""

from __future__ import annotations

from pathlib import Path

from .wine import Prefix


def processes(prefix: Prefix, program: str) -> list[int]:
    """Numbers of the processes that run a program of that name in a prefix."""
    found = []
    for each in Path("/proc").iterdir():
        if not each.name.isdigit():
            continue
        try:
            started = (each / "cmdline").read_bytes().split(b"\0")[0]
            settings = (each / "environ").read_bytes()
        except OSError:  # it has ended, or is another account's
            continue
        if started.endswith(program.encode()) and str(prefix.folder).encode() in settings:
            found.append(int(each.name))
    return found


def work(numbers: list[int]) -> int:
    """Processor time that these have used so far, in hundredths of a second."""
    total = 0
    for number in numbers:
        try:
            stat = Path(f"/proc/{number}/stat").read_text(encoding="ascii")
        except OSError:
            continue
        total += sum(map(int, stat.rpartition(")")[2].split()[11:13]))
    return total
