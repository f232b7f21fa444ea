"""Set up and start NTTP Readiness on a machine that has only Python 3.11 or newer.

    python3 run.py                opens the program (without a screen: the sample's action plan)
    python3 run.py test [ARGS]    runs all tests
    python3 run.py test --quick   only those of the pure layers: half a minute
    python3 run.py lint           ruff, mypy and import-linter
    python3 run.py prove          the long proofs, with their table
    python3 run.py bench          measured ratios, all in one table and one file
    python3 run.py screens OUT    a picture of every page and theme
    python3 run.py pictures       the pictures of the guides, made by the program itself
    python3 run.py site OUT       the guides as web pages, to be read or put on a server
    python3 run.py messages       collects the sentences for translators, compiles their catalogues
    python3 run.py samples        the samples anew, after a change of a bank or of their texts
    python3 run.py build          the program as one folder for people without Python
    python3 run.py windows ...    the program for Windows, made and tried under Wine
    python3 run.py audit          known faults of what we depend on (needs a network)

It makes a folder `.venv` beside itself and installs what `requirements.lock` names, each file
checked against its hash. Nothing is installed outside that folder, but for missing system libraries
of Qt on Debian and Ubuntu, where it may.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

SAMPLE_PLAN = "Sample action plan.pdf"
"""What a start without a screen writes into the current folder; git does not look at it here."""
PURE = ("tests/domain", "tests/figures", "tests/presentation")
"""Tests that need neither a window nor a file of the user: what `test --quick` runs."""

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
SCREEN_READER = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/xauth": "xauth",
    "/usr/bin/dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}
"""What the walk through the accessibility tree needs: files with their packages."""
LISTENING = {
    "/usr/bin/orca": "orca",
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/dbus-daemon": "dbus",
    "/usr/bin/gdbus": "libglib2.0-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""What the tests hear the window with: a screen reader, and a screen that nobody sees."""
ROOM = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/xrandr": "x11-xserver-utils",
}
"""What a session in a room needs: two monitors, and hands."""
WEAVER = {"libpango-1.0.so.0": "libpango-1.0-0", "libpangoft2-1.0.so.0": "libpangoft2-1.0-0"}
"""What WeasyPrint draws its text with: a peer of the benchmarks, and no part of the program."""
TRACER = {"/usr/bin/strace": "strace"}
"""Shows every call that a program makes of the system, for the proof that none is a network's."""
SPARK = {"/usr/bin/java": "default-jre-headless"}
"""What Spark runs on: the other engine that the count cube is asked in."""

WINDOWS = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/import": "imagemagick",
    "/usr/bin/xrandr": "x11-xserver-utils",
}
"""A screen with a window manager, hands and eyes, for the Windows program under Wine, and for the
start as people see it."""


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        print("NTTP Readiness needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 1
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=True)  # our words stand before those of what we run
    command, rest = (arguments[0], arguments[1:]) if arguments else ("start", [])
    commands = {
        "start": start, "test": test, "lint": lint, "prove": prove, "bench": bench,
        "screens": screens, "messages": messages, "build": build, "audit": audit,
        "windows": windows, "pictures": pictures, "site": site, "samples": samples,
    }  # fmt: skip
    if command not in commands:
        print(__doc__)
        return 0 if command in {"help", "-h", "--help"} else 2
    try:
        return commands[command](rest)
    except subprocess.CalledProcessError as error:
        print(f"Setting up stopped at: {' '.join(map(str, error.cmd[:6]))} …")
        print("Nothing outside this folder was changed. Please try again with a working network.")
        return 1


def start(rest: list[str]) -> int:
    """Open the window; without a screen do the main job on the sample, and say so."""
    install("requirements.lock")
    if has_screen():
        system_libraries(OFFSCREEN | WINDOW)
        return run("-m", "nttp_readiness", *rest)
    system_libraries(OFFSCREEN)
    out = Path.cwd() / SAMPLE_PLAN
    sample = ROOT / "assets" / "samples" / "council-service.readiness"
    print("There is no screen here, so the sample assessment is scored and its plan written.\n")
    status = run("-m", "nttp_readiness", "score", str(sample))
    if status:
        return status
    status = run("-m", "nttp_readiness", "export", str(sample), str(out))
    if not status:
        print(f"\nThe action plan of the sample was written to {out}")
    return status


def test(rest: list[str]) -> int:
    """All tests, without a screen, on as many processors as there are, up to four.

    Some start a screen reader on a screen of their own, and hear what it says.

    Tests of one file stay together, as some share a window. With arguments of your own nothing is
    added to them. `--quick` runs those of the pure layers in this one process, with fewer examples
    of each property, and says what processor time they took.
    """
    prepare_tests()
    if "--quick" in rest:
        more = [argument for argument in rest if argument != "--quick"]
        status = run("-m", "pytest", "-q", "--hypothesis-profile=quick", *PURE, *more)
        spent = os.times()
        print(f"{spent.children_user + spent.children_system:.0f} seconds of processor time")
        return status
    system_libraries({}, LISTENING)
    side_by_side = ("-q", "--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile")
    return run("-m", "pytest", *(rest or side_by_side))


def lint(_: list[str]) -> int:
    """Style, types and layers."""
    prepare_tests()
    checks = (
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    )
    return max(run(*check) for check in checks)


def prove(rest: list[str]) -> int:
    """The long proofs: faults, crashes and fuzzing, with a table of what was tried and lost; and
    the properties that the tests hold, with other examples each time.

    About half an hour on two free cores. Half of it goes into spoilt files (`-k "not spoilt"`
    leaves them out); coverage-guided bytes take four minutes (PROVE_FUZZ_SECONDS shortens them),
    huge files, the walk as a screen reader and listening to Orca some more. The end lists what took
    long. Then all tests run with Windows Python, and the Windows program is made, installed, used
    and removed, which takes most of another hour.
    """
    prepare_tests()
    system_libraries({}, SCREEN_READER | LISTENING | TRACER | ROOM | SPARK)
    fuzzer = fetch_beside("prove", "--require-hashes", "--no-deps", "-r", "requirements-prove.lock")
    what = ("-m", "long or hypothesis", "--hypothesis-profile=exploring")
    proved = run("-m", "pytest", *what, "-s", "--durations=12", *rest, also=fuzzer)
    if rest or sys.platform != "linux":
        return proved  # somebody chose some of them, or Wine is not for this system
    return max(proved, windows(["test"]), windows(["check"]))


def bench(rest: list[str]) -> int:
    """Every measure beside its floor or peer, in one run: a table for each benchmark, one of all
    with each budget, and a file of it, `benchmarks/runs/DATE-TIME.json` or what `--out` names
    (of some of them, or of few rounds, `benchmarks/runs/tries`).

    Some twenty minutes on two quiet cores. Names choose some (`bench clicks saving`); `--rounds N`
    takes no more than N rounds of each, to try the way. Status 1 where a budget was not kept or
    anything was not measured. `--compare A.json B.json …` says of each measure whether runs agree
    within their noise. The start under Wine fetches and builds what `windows` does, if need be.
    """
    prepare_tests()
    if "--compare" in rest:
        return run(str(ROOT / "benchmarks" / "run_all.py"), *rest, cwd=Path.cwd())
    system_libraries(WEAVER, WINDOWS)
    peer = fetch_beside("bench", "--require-hashes", "--no-deps", "-r", "requirements-bench.lock")
    return run(str(ROOT / "benchmarks" / "run_all.py"), *rest, cwd=Path.cwd(), also=peer)


def screens(rest: list[str]) -> int:
    """Pictures of every page, for people to look at and for the guide."""
    install("requirements.lock")
    system_libraries(OFFSCREEN)
    return run("-m", "nttp_readiness.app.screens", *rest)


def pictures(rest: list[str]) -> int:
    """The pictures in `docs/pictures`, painted by the pages themselves."""
    install("requirements.lock")
    system_libraries(OFFSCREEN)
    return run("-m", "tools.pictures", *rest)


def site(rest: list[str]) -> int:
    """The texts of `docs` as web pages, in the folder that is named."""
    if len(rest) != 1 or rest[0].startswith("-"):
        print("Name one folder for the pages: python3 run.py site FOLDER")
        return 2
    install("requirements.lock")
    maker = fetch_beside("site", "--require-hashes", "--no-deps", "-r", "requirements-site.lock")
    if maker is None:
        return 1
    out = str(Path(rest[0]).resolve())
    return run("-m", "mkdocs", "build", "--strict", "--site-dir", out, cwd=ROOT, also=maker)


def messages(rest: list[str]) -> int:
    """The template for translators, and each catalogue in the form that the program reads."""
    prepare_tests()
    return run("-m", "tools.messages", *rest)


def samples(rest: list[str]) -> int:
    """Each sample that is no longer what its texts and its bank make of it."""
    prepare_tests()
    return run("-m", "tools.samples", *rest)


def build(rest: list[str]) -> int:
    """One folder that starts without Python, in `dist`."""
    prepare_tests()
    return run("-m", "PyInstaller", "--noconfirm", "build.spec", *rest, cwd=ROOT)


def windows(rest: list[str]) -> int:
    """The program for Windows, from Linux, with a Wine of its own in the folder `.windows`.

    `test [ARGS]` runs the tests, `build` makes the packages in `dist/windows`, `check` installs,
    uses, upgrades and removes them, `start` measures how long it takes to start, `short` is the
    short form for every change.
    """
    prepare_tests()
    system_libraries({}, WINDOWS)
    return run("-m", "tools.windows", *rest, cwd=ROOT, also=ROOT / "benchmarks")


def audit(rest: list[str]) -> int:
    """Known faults in the locked versions, and risky code of our own. Needs a network."""
    prepare_tests()
    folder = fetch_beside("audit", "pip-audit", "bandit")
    if folder is None:
        return 1
    # Without --strict it says that nothing is known of parts that it could not ask about.
    locked = ("--strict", "--require-hashes", "--disable-pip", "-r", "requirements.lock")
    known_faults = run("-m", "pip_audit", *locked, *rest, also=folder)
    if known_faults:
        print("A fault is known, or not every part could be asked about: see above.")
    own = ("-q", "-c", "pyproject.toml", "-r", "nttp_readiness")
    risky = run("-m", "bandit", *own, also=folder)
    print("Risky code of our own:", "see above." if risky else "none was found.")
    return max(known_faults, risky)


def prepare_tests() -> None:
    install("requirements-dev.lock")
    system_libraries(OFFSCREEN | WINDOW)


def install(lock: str) -> None:
    """Make the environment and install what the lock names, once for every state of the lock."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    done = VENV / f"{lock}.done"
    if done.exists() and done.read_text() == digest and PYTHON.exists():
        return
    if not PYTHON.exists():
        print("Making a place for the program's parts in", VENV)
        venv.create(VENV, with_pip=True)
    print("Fetching the parts that", lock, "names (once)")
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "--no-deps", "-r", ROOT / lock],
        check=True,
    )  # fmt: skip
    done.write_text(digest)


def fetch_beside(name: str, *what: str) -> Path | None:
    """Tools of one command, in a folder of their own; None where they cannot be had."""
    folder = VENV / name
    if not folder.exists():
        done = subprocess.run(
            [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--target", folder, *what],
            check=False, cwd=ROOT,
        )  # fmt: skip
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            print("Some tools could not be fetched:", *what)
            return None
    return folder


def has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def system_libraries(needed: dict[str, str], files: dict[str, str] | None = None) -> None:
    """Install what Qt needs of the system where we may; else say the one line that does it."""
    if sys.platform != "linux":
        return
    missing = [package for library, package in needed.items() if not loads(library)]
    root = Path("/")
    missing += [package for file, package in (files or {}).items() if not any(root.glob(file[1:]))]
    if not missing:
        return
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        print("Qt needs these system libraries, by their Debian names:", *missing)
        return
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif (
        shutil.which("sudo")
        and not subprocess.run(
            ["sudo", "--non-interactive", "true"], capture_output=True, check=False
        ).returncode
    ):
        prefix = ["sudo", "--non-interactive"]
    else:
        print("Qt needs a few system libraries. Please run once:\n  sudo", *line)
        return
    print("Installing system libraries that Qt needs:", *missing)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def quietly(*command: str) -> int:
        return subprocess.run(
            [*prefix, *command], check=False, env=env, capture_output=True
        ).returncode

    if quietly(*line):  # a new machine may not know its packages yet
        quietly("apt-get", "update")
        if quietly(*line):
            print("That did not work. Please run once:\n  sudo", *line)


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def run(*arguments: str, cwd: Path | None = None, also: Path | None = None) -> int:
    """Run Python of the environment with this project on its path."""
    paths = [str(ROOT), *([str(also)] if also else [])]
    given = os.environ.get("PYTHONPATH")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([*paths, *([given] if given else [])])}
    if not has_screen():
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    inside = cwd or (ROOT if arguments[:2] != ("-m", "nttp_readiness") else None)
    return subprocess.run([str(PYTHON), *arguments], check=False, env=env, cwd=inside).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
