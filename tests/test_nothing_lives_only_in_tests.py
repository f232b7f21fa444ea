"""What the program does not use is taken out, also where a test still tries it."""

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
USERS = ("nttp_readiness", "tools", "benchmarks", "docs", "run.py", "build.spec")
"""Where a use counts. A name that only tests know belongs into tests."""


def sources():
    for user in USERS:
        path = ROOT / user
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def defined(code):
    """The functions, classes and named values at the top of a module, each where it is made."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for each in targets if isinstance(each, ast.Name))


def unused(modules, everything):
    names = Counter(re.findall(r"\w+", everything))
    return [
        f"{where}: {name}"
        for where, code in modules
        for name in defined(code)
        if not name.startswith("__") and names[name] < 2
    ]


def test_every_name_of_the_program_is_used_by_the_program():
    texts = {path: path.read_text("utf-8") for path in sources()}
    package = ROOT / "nttp_readiness"
    modules = [
        (path.relative_to(ROOT).as_posix(), code)
        for path, code in texts.items()
        if package in path.parents
    ]
    assert len(modules) > 300
    assert unused(modules, "\n".join(texts.values())) == []


def test_a_planted_function_that_nobody_calls_is_found():
    code = "def used():\n    pass\n\n\ndef planted():\n    used()\n"
    assert unused([("a.py", code)], code) == ["a.py: planted"]
