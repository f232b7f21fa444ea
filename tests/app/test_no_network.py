"""The whole job is done while every socket of Python refuses to be made."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = Path(__file__).with_name("journey_script.py")

REFUSING = """
import runpy, socket, sys

def refuse(*_arguments, **_keywords):
    sys.stderr.write("a socket was asked for\\n")
    raise OSError("there is no network here")

class Refusing(socket.socket):  # a class, as others build theirs on it
    __init__ = refuse

socket.socket = Refusing
for name in ("create_connection", "create_server", "socketpair", "getaddrinfo",
             "gethostbyname", "fromfd"):
    setattr(socket, name, refuse)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
print("QtNetwork", "PySide6.QtNetwork" in sys.modules)
"""


def journey(folder, *more):
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
        "NTTP_READINESS_HOME": str(folder / "home"),
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", REFUSING, str(JOURNEY), str(folder), *more],
        env=env, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False,
    )  # fmt: skip


def test_window_exports_and_commands_need_no_socket(tmp_path):
    done = journey(tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "journey done" in done.stdout
    assert "a socket was asked for" not in done.stderr
    assert "QtNetwork False" in done.stdout


def test_a_program_that_asks_for_one_is_caught(tmp_path):
    done = journey(tmp_path, "spill")
    assert "journey done" in done.stdout
    assert "a socket was asked for" in done.stderr
    assert done.returncode != 0
