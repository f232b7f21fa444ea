"""What every value of a file is made of: strict and frozen, with texts of limited length."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from nttp_readiness.plain_models import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, max_length=1200, strip_whitespace=True)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
Share = Annotated[str, StringConstraints(pattern=r"^\d{1,4}/[1-9]\d{0,3}$")]
_IN_ADDRESS = r"[!#-;=?-\[\]_a-z~]"
"""ASCII alone: letters that only look like others, or turn the line round, hide where it leads."""
# No name and password before the host: they pass for one.
ADDRESS = rf"^(https://[A-Za-z0-9.-]+(:\d{{1,5}})?([/?#]{_IN_ADDRESS}*)?|mailto:{_IN_ADDRESS}+)$"
WebAddress = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=300)]


class Value(BaseModel):
    """A frozen, strict value: unknown keys are refused and `true` is not 1."""

    # Built when it is first read or made: what an assessment holds is built with it as a whole.
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", ignored_types=(cached_property,), defer_build=True
    )
