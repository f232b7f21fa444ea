"""What an assessment says of itself at the start of a file; exported as data, its format."""

from __future__ import annotations

from typing import Final

DATA_FORMAT: Final = "nttp-readiness-data"
DATA_SCHEMA: Final = "data.schema.json"
"""The file that says what data hold, published with the guides."""
DATA_VERSION: Final = 5
"""The version of the file format that an assessment is written in, as data and as a document."""
