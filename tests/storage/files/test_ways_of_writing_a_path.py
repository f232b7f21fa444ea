"""Long paths, and one path written in two ways, as Windows has them; tried on every system."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import reading, save_lock


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\\?\c:\work\a.readiness", r"c:\work\a.readiness"),
        (r"\\?\unc\server\share\a.readiness", r"\\server\share\a.readiness"),
    ],
)
def test_the_long_way_is_the_short_one_where_turns_to_save_are_taken(one, other, monkeypatch):
    monkeypatch.setattr(os.path, "realpath", str)  # as Windows leaves both
    assert save_lock.byte_of(Path(one)) == save_lock.byte_of(Path(other))
    assert save_lock.byte_of(Path(one)) != save_lock.byte_of(Path(other + "x"))


def test_where_the_system_cannot_say_where_a_path_leads_it_is_saved_as_it_is(
    document, assessment, monkeypatch
):
    """As of paths of more than 260 characters on some drives."""

    def no_answer(_path, **_more):
        raise OSError(errno.EINVAL, "More data available")

    system = SimpleNamespace(
        path=SimpleNamespace(realpath=no_answer), strerror=os.strerror, O_RDONLY=os.O_RDONLY
    )
    monkeypatch.setattr(reading, "os", system)
    saved = save_document(document, assessment, expected=None)
    later = assessment.model_copy(update={"place": "CAR-2"})
    save_document(document, later, expected=saved.fingerprint)
    assert load_document(document).assessment == later


@pytest.mark.parametrize("code", [2, 3, 123, 206])
def test_a_path_that_is_too_long_to_be_read_is_told_as_that(code, monkeypatch):
    path = Path("C:\\" + "folder\\" * 40 + "a.readiness")

    def not_there(*_, **__):
        error: Any = FileNotFoundError(errno.ENOENT, "File not found", str(path))
        error.winerror = code
        raise error

    monkeypatch.setattr(Path, "stat", not_there)
    with pytest.raises(DocumentError, match="is too long"):
        load_document(path)
