"""What an assessment exported as data says of itself at its start."""

from __future__ import annotations

from typing import Final

DATA_FORMAT: Final = "nttp-readiness-data"
DATA_VERSION: Final = 3
"""The version of the file format that the assessment within is written in; they move together."""
