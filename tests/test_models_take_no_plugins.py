"""What checks a file is what the lock names: no package that happens to be installed joins in."""

import subprocess
import sys

TRY = """
import sys
from nttp_readiness.domain.bank.bank import LevelName
from pydantic import ValidationError
LevelName(value=1, name="One", meaning="The first.")
try:
    LevelName(value=1, name="One", meaning="The first.", more="unknown")
except ValidationError as problem:
    print(problem.error_count())
from pydantic.plugin import _loader
print(list(_loader.get_plugins()), "importlib.metadata" in sys.modules)
"""


def test_models_are_checked_and_no_package_is_asked_for_plugins():
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["1", "[] False"]
