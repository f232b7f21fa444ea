"""Where things are kept on this computer, and settings that never keep it from starting."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Recent, Settings
from nttp_readiness.storage.files import folders

NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}


def test_without_a_home_of_their_own_things_go_where_the_system_keeps_them(monkeypatch):
    monkeypatch.delenv(folders.HOME)
    assert folders.documents() == platformdirs.user_documents_path()
    for each in (folders.recovery(), folders.backups(), folders.banks()):
        assert each.is_relative_to(platformdirs.user_data_path("NTTP Readiness", appauthor=False))
    assert folders.settings().name == "settings.json"


def test_with_a_home_of_their_own_everything_is_in_it(home):
    places = (
        folders.documents(), folders.recovery(), folders.backups(), folders.banks(),
        folders.logs(), folders.settings(),
    )  # fmt: skip
    assert all(each.is_relative_to(home) for each in places)
    assert len(set(places)) == len(places)
    assert not home.exists()


def test_a_portable_copy_keeps_everything_beside_the_program(tmp_path, monkeypatch):
    monkeypatch.delenv(folders.HOME)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "NTTP Readiness.exe"))
    kept = (folders.documents, folders.recovery, folders.settings, folders.logs, folders.shared)
    assert not any(place().is_relative_to(tmp_path) for place in kept)
    (tmp_path / folders.PORTABLE).touch()
    assert all(place().is_relative_to(tmp_path / "data") for place in kept)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps lists of who may, and no modes")
def test_folders_are_made_for_this_account_alone(home):
    assert folders.make(folders.recovery()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Our spring review", "Our spring review.readiness"),
        ('../../etc: "A/B" <C>|?*', "etc A B C.readiness"),
        ("Òran “nan” sgoil", "Òran nan sgoil.readiness"),
        ("con", "con_.readiness"),
        ("con .x", "con_.x.readiness"),
        ("COM¹", "COM¹_.readiness"),
        ("Nul.2026", "Nul_.2026.readiness"),
        ("conout$", "conout.readiness"),
        ("...", "Assessment.readiness"),
        ("x" * 300, "x" * 60 + ".readiness"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_allows(title, name, tmp_path):
    assert folders.free_path(tmp_path, title, ".readiness").name == name
    assert folders.wrong_in_name(name) == ""


@pytest.mark.parametrize("name", ["CONIN$", "conout$", "Aux", "nul.readiness", "LPT³ .x", "com0"])
def test_a_name_that_windows_keeps_for_a_device_is_refused(name):
    assert "keeps this name for a device" in folders.wrong_in_name(name)


@pytest.mark.parametrize("name", ["Console", "Auxiliary team", "COM10", "conin", "Nullarbor"])
def test_a_name_that_only_begins_like_a_device_is_not(name):
    assert folders.wrong_in_name(name) == ""


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    for name in ("Plan.readiness", "Plan 2.readiness", "Plan 3.readiness"):
        path = folders.free_path(tmp_path, "Plan", ".readiness")
        assert path.name == name
        path.touch()


def test_a_place_that_the_system_cannot_tell_of_holds_nothing(tmp_path, monkeypatch):
    def away(_path):
        raise OSError(64, "the network name is no longer available")

    monkeypatch.setattr(Path, "exists", away)
    assert not folders.is_there(tmp_path)
    assert folders.free_path(tmp_path, "Plan", ".readiness").name == "Plan.readiness"
    assert not folders.is_there(Path("a\0b"))


def recent(path="plan.readiness", **changes):
    first = Recent("Our plan à Ghàidhlig", Path(path), "CAR-2", 3, 56, NOON)
    return replace(first, **changes)


def test_without_a_file_the_settings_are_the_defaults():
    assert settings.load() == Settings()


def test_settings_come_back_exactly():
    kept = Settings(
        theme="dark", text_size=150, language="gd", geometry="AdnQywAD", single_keys=False,
        show_time=False, go_on=True, recent=(
            recent(dates=(dt.date(2027, 5, 4),), review=dt.date(2027, 6, 1)), recent("b", title=""),
        ),
    )  # fmt: skip
    settings.save(kept)
    assert settings.load() == kept


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_file_name_that_is_no_text_comes_back():
    kept = Settings(recent=(recent(os.fsdecode(b"plan\xff.readiness")),))
    settings.save(kept)
    assert settings.load() == kept


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0" * 50, b"null", b"[1]", b"{", b"\xff\xfe{}", b"[" * 50_000,
        b'{"text_size": ' + b"9" * 5000 + b"}", b'{"theme": ["dark"], "recent": {}}',
    ],
)  # fmt: skip
def test_damaged_settings_fall_back_to_the_defaults(data, home):
    path = folders.settings()
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    assert settings.load() == Settings()


def test_one_setting_that_is_damaged_or_unknown_leaves_the_others_alone():
    settings.save(Settings(theme="dark", go_on=True, recent=(recent(),)))
    path = folders.settings()
    found = json.loads(path.read_bytes())
    entry = found["recent"][0]
    wrong = ({"saved": "yesterday"}, {"answered": None}, {"of": 1}, {"saved": "2026-03-12"})
    found["recent"] += [{}, 5, *({**entry, **each} for each in wrong)]
    found |= {"theme": "pink", "text_size": True, "single_keys": 1, "colour": "blue"}
    path.write_text(json.dumps(found))
    assert settings.load() == Settings(go_on=True, recent=(recent(),))


def preset(**values):
    folders.shared().mkdir(parents=True, exist_ok=True)
    (folders.shared() / "settings.json").write_text(json.dumps(values))


def test_what_is_laid_down_for_everybody_holds_until_a_person_chooses(home):
    preset(theme="dark", text_size=150, language="gd")
    assert settings.load() == Settings(theme="dark", text_size=150, language="gd")
    settings.save(replace(settings.load(), text_size=125))
    assert json.loads(folders.settings().read_text()).keys().isdisjoint({"theme", "language"})
    preset(theme="contrast", text_size=200)
    assert settings.load() == Settings(theme="contrast", text_size=125)


def test_nobodys_work_and_no_window_is_laid_down_for_everybody_and_damage_does_no_harm(home):
    settings.save(Settings(recent=(recent(),)))
    work = json.loads(folders.settings().read_text())
    folders.settings().unlink()
    preset(**(work | {"geometry": "AAAA", "theme": "loud"}))
    assert settings.load() == Settings()


def test_the_latest_assessment_is_first_and_each_is_named_once():
    kept = Settings()
    for number in [*range(20), 15]:
        kept = settings.remember(kept, recent(str(number)))
    assert [each.path.name for each in kept.recent[:3]] == ["15", "19", "18"]
    assert len(kept.recent) == settings.MOST_RECENT
    assert Path("15") not in [each.path for each in settings.forget(kept, Path("15")).recent]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("geometry", "abc"), ("geometry", "é"), ("geometry", "A" * 10_001), ("geometry", 5),
        ("language", "../../elsewhere"), ("language", "a\0b"), ("language", "x" * 21),
    ],
)  # fmt: skip
def test_what_could_keep_the_window_from_starting_is_as_if_it_were_not_there(name, value, home):
    path = folders.make(folders.settings().parent) / "settings.json"
    path.write_text(json.dumps({name: value, "go_on": True}))
    assert settings.load() == Settings(go_on=True)


def listed(*paths):
    times = range(len(paths), 0, -1)
    return tuple(
        recent(path, saved=NOON + dt.timedelta(hours=n))
        for path, n in zip(paths, times, strict=True)
    )


def test_two_windows_add_to_one_list_and_neither_brings_back_what_the_other_let_go():
    base = listed("a", "b", "c")
    a, b, c = base
    d = recent("d", saved=NOON + dt.timedelta(days=1))
    e = recent("e", saved=NOON + dt.timedelta(days=2))
    assert settings.put_together(base, (d, *base), base) == (d, *base)
    assert settings.put_together(base, (d, *base), (e, *base)) == (e, d, a, b, c)
    assert settings.put_together(base, (d, a, c), (e, a, b)) == (e, d, a)  # b and c were let go
    later = recent("c", saved=NOON + dt.timedelta(days=3))
    assert settings.put_together(base, base, (later, a, b)) == (later, a, b)


def test_settings_that_cannot_be_written_are_told_and_the_old_ones_stay(monkeypatch):
    settings.save(Settings(theme="dark"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="no room left"):
        settings.save(Settings(theme="light"))
    assert settings.load().theme == "dark"


def test_what_the_first_window_needs_loads_without_pydantic():
    script = (
        "import sys\n"
        "from nttp_readiness.storage.account import settings\n"
        "from nttp_readiness.storage.documents import locks\n"
        "from nttp_readiness.storage.files import atomic, folders\n"
        "print(*sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True,
        env=FROM_SOURCE,
    )  # fmt: skip
    loaded = set(said.stdout.split())
    assert "nttp_readiness.storage.account.settings" in loaded
    assert loaded.isdisjoint({"pydantic", "pydantic_core", "reportlab", "tomllib"})
