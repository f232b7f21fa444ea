"""No call of the system opens a way to a network while the whole job is done; strace watches."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proofs.conftest import ROOT, Row

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not to be had here"),
]

JOURNEY = ROOT / "tests" / "app" / "journey_script.py"
CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg)\(.*")
ACCOUNTS = "/var/run/nscd/socket"
"""Where the C library of Linux asks for the name of an account, on this computer."""
UNNAMED = re.compile(r"socket\(AF_UNIX")
"""A socket for this computer alone; where it leads to shows when it is connected."""


def calls(folder, *more):
    """What strace saw: all calls that it followed, and those that concern a network."""
    log = folder / "calls"
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
        "NTTP_READINESS_HOME": str(folder / "home"),
    }  # fmt: skip
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=%network,openat", "-o", str(log), sys.executable,
         str(JOURNEY), str(folder), *more],
        env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if "Operation not permitted" in done.stderr:
        pytest.skip("this system lets nobody watch a process")
    assert "journey done" in done.stdout, done.stderr[-2000:]
    lines = Path(log).read_text(errors="replace").splitlines()
    met = [line for line in lines if CALL.search(line) and not UNNAMED.search(line)]
    return len(lines), [line for line in met if ACCOUNTS not in line]


def test_no_socket_is_opened_or_connected(tmp_path, prove):
    (tmp_path / "spill").mkdir()
    seen, found = calls(tmp_path)
    _, control = calls(tmp_path / "spill", "spill")
    sys.stdout.write("".join(f"{line}\n" for line in found))
    prove(Row("calls to a network (strace)", seen, len(found), 0, 0, len(control)))
