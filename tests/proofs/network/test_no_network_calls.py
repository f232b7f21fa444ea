"""No call of the system opens a way to a network or looks for what a text names; strace watches."""

import json
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

HOSTILE = Path(__file__).with_name("hostile_driver.py")
JOURNEY = ROOT / "tests" / "app" / "journey_script.py"
BAIT = "nttp~bait"
CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg)\(.*")
ACCOUNTS = "/var/run/nscd/socket"
"""Where the C library of Linux asks for the name of an account, on this computer."""
UNNAMED = re.compile(r"socket\(AF_UNIX")
"""A socket for this computer alone; where it leads to shows when it is connected."""


def watched(folder, trace, script, *arguments):
    """Each call of those kinds that a script and its children made, as a line."""
    log = folder / "calls"
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
        "NTTP_READINESS_HOME": str(folder / "home"),
    }  # fmt: skip
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "400", "-e", f"trace={trace}", "-o", str(log),
         sys.executable, str(script), *map(str, arguments)],
        env=env, capture_output=True, text=True, timeout=1200, check=False,
    )  # fmt: skip
    if "Operation not permitted" in done.stderr:
        pytest.skip("this system lets nobody watch a process")
    assert done.returncode == 0, done.stderr[-2000:]
    return Path(log).read_text(errors="replace").splitlines(), done.stdout


def of_a_network(lines):
    """Those calls that concern a network."""
    met = [line for line in lines if CALL.search(line) and not UNNAMED.search(line)]
    return [line for line in met if ACCOUNTS not in line]


def calls(folder, *more):
    lines, said = watched(folder, "%network,openat", JOURNEY, folder, *more)
    assert "journey done" in said
    return len(lines), of_a_network(lines)


def test_no_socket_is_opened_or_connected(tmp_path, prove):
    (tmp_path / "spill").mkdir()
    seen, found = calls(tmp_path)
    _, control = calls(tmp_path / "spill", "spill")
    sys.stdout.write("".join(f"{line}\n" for line in found))
    prove(Row("calls to a network (strace)", seen, len(found), 0, 0, len(control)))


def looked_for(folder, how):
    """What was said, and the calls that concern a network or a place that a text named."""
    folder.mkdir()
    lines, said = watched(folder, "%network,%file", HOSTILE, folder, how)
    bait = [line for line in lines if BAIT in line and "execve" not in line]
    return json.loads(said.splitlines()[-1]), bait + of_a_network(lines)


def test_nothing_that_a_document_names_is_looked_for(tmp_path, prove):
    said, found = looked_for(tmp_path / "careful", "careful")
    _, control = looked_for(tmp_path / "naive", "naive")
    sys.stdout.write("".join(f"{line}\n" for line in found))
    assert said["outs"] == 7 * said["documents"]  # every way out was gone
    prove(Row("what hostile texts name (strace)", said["places"], len(found), 0, 0, len(control)))
