"""What a bank's author begins with: a template without a fault, and schemas that fit the reader."""

import datetime as dt
import json
import re
import stat
import tomllib
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank import Bank, OverlayStamp
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.bank.overlay import Overlay
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.banks import new_bank as new_bank_module
from nttp_readiness.storage.banks.bank_folders import check_bank_folder, read_bank
from nttp_readiness.storage.banks.bank_key_words import KEY_WORDS
from nttp_readiness.storage.banks.bank_schema import (
    BANK_SCHEMA,
    DOMAIN_SCHEMA,
    bank_schema,
    domain_schema,
    overlay_schema,
    overlay_schema_files,
    schema_files,
)
from nttp_readiness.storage.banks.new_bank import new_bank

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = resources.assets() / "bank-template"
TOML_FILES = sorted(
    path
    for folder in (resources.question_banks() / "nttp-roadmap",
                   resources.question_banks() / "team-check-in", TEMPLATE)
    for path in (folder / "bank.toml", *folder.glob("domains/*.toml"))
)  # fmt: skip


def faults(schema, value, of=None, way=""):
    """Where a value is not what a schema says, for the few words that ours are written with."""
    of = of or schema["definitions"]
    for part in schema.get("allOf", ()):
        yield from faults(part, value, of, way)
    if "$ref" in schema:
        yield from faults(of[schema["$ref"].rpartition("/")[2]], value, of, way)
    kinds: dict[str, set[type]] = {
        "object": {dict}, "array": {list}, "string": {str}, "integer": {int}, "boolean": {bool},
    }  # fmt: skip
    given = value.isoformat() if isinstance(value, dt.date) else value
    right_kind = type(given) in kinds.get(schema.get("type"), {type(given)})
    if not right_kind or given not in schema.get("enum", [given]):
        yield way
    elif isinstance(given, str):
        length, pattern = len(given.strip()), schema.get("pattern", "")
        if not schema.get("minLength", 0) <= length <= schema.get("maxLength", length):
            yield way
        if not re.search(pattern, given):
            yield way
    elif isinstance(value, dict):
        known = schema.get("properties", {})
        if schema.get("additionalProperties") is False:
            yield from (f"{way}/{key}" for key in value if key not in known)
        yield from (f"{way}/{key}" for key in schema.get("required", ()) if key not in value)
        for key in value.keys() & known.keys():
            yield from faults(known[key], value[key], of, f"{way}/{key}")
    elif isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield way
        items = schema.get("items", {})
        for number, each in enumerate(value):
            item = items[number] if isinstance(items, list) else items
            yield from faults(item, each, of, f"{way}/{number}")


OVERLAY_FILES = sorted(resources.question_banks().glob("*/overlay.toml"))
OVERLAY_FILES += [resources.assets() / "overlay-template" / "overlay.toml"]


@pytest.mark.parametrize("path", OVERLAY_FILES, ids=lambda path: path.parent.name)
def test_every_overlay_fits_its_schema(path):
    assert list(faults(overlay_schema(), tomllib.loads(path.read_text("utf-8")))) == []


def schema_of(path):
    return bank_schema() if path.name == "bank.toml" else domain_schema()


def test_the_schemas_in_the_docs_are_up_to_date():
    for name, data in {**schema_files(), **overlay_schema_files()}.items():
        assert (ROOT / "docs" / name).read_bytes() == data, "run: python3 docs/make_generated.py"


@pytest.mark.parametrize("path", TOML_FILES, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_every_file_that_comes_with_the_program_fits_its_schema(path):
    assert list(faults(schema_of(path), tomllib.loads(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda head: head.pop("summary"), "/summary"),
        (lambda head: head.update(sumary="x"), "/sumary"),
        (lambda head: head.update(format=3), "/format"),
        (lambda head: head.update(version="1.0"), "/version"),
        (lambda head: head.update(title=""), "/title"),
        (lambda head: head.update(domains=[]), "/domains"),
        (lambda head: head["levels"].pop(), "/levels"),
        (lambda head: head["stages"][0]["when"].update(kind="always"), "/stages/0/when/kind"),
        (lambda head: head["routes"][0].update(minutes=[1]), "/routes/0/minutes"),
        (lambda head: head["resources"][0].update(address="http://a.scot"), "/resources/0/address"),
        (lambda head: head["thresholds"].update(target=5), "/thresholds/target"),
    ],
)
def test_a_slip_is_seen_by_the_schema_before_the_check(change, where):
    head = tomllib.loads((TEMPLATE / "bank.toml").read_text("utf-8"))
    change(head)
    assert list(faults(bank_schema(), head)) == [where]


def test_each_key_of_each_table_has_a_sentence_and_no_sentence_is_left_over():
    made = (domain_schema(), bank_schema(), overlay_schema())
    keys = {
        name: set(each["properties"]) for one in made for name, each in one["definitions"].items()
    }
    models = (Bank, Domain, Overlay, OverlayStamp)
    keys |= {model.__name__: set(model.model_fields) for model in models}
    assert {name: set(words) for name, words in KEY_WORDS.items()} == keys
    for words in KEY_WORDS.values():
        assert all(re.fullmatch(r"[A-Z0-9a-z].*\.", sentence) for sentence in words.values())


def test_schemas_are_in_the_draft_that_editors_of_toml_know():
    for schema in (bank_schema(), domain_schema()):
        text = json.dumps(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-04/schema#"
        assert not re.search(r'"(\$defs|prefixItems|const|anyOf|null)"', text)
        for name in re.findall(r'"#/definitions/(\w+)"', text):
            assert name in schema["definitions"]
        assert all(f'/definitions/{name}"' in text for name in schema["definitions"])


@pytest.mark.parametrize("path", TOML_FILES, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_each_file_leads_editors_to_its_schema(path):
    first = path.read_text("utf-8").splitlines()[0]
    name = BANK_SCHEMA if path.name == "bank.toml" else DOMAIN_SCHEMA
    assert re.fullmatch(rf"#:schema (\.\./)*(docs/)?{re.escape(name)}", first)
    if TEMPLATE not in path.parents:
        assert (path.parent / first.split()[1]).resolve() == ROOT / "docs" / name


def test_the_template_passes_every_check_without_a_note(tmp_path):
    folder = tmp_path / "deep" / "our bank"
    written = new_bank(folder)
    assert check_bank_folder(folder) == []
    assert sorted(path.relative_to(folder).as_posix() for path in written) == [
        BANK_SCHEMA.replace("bank.schema", "bank-domain.schema"), BANK_SCHEMA, "bank.toml",
        "domains/DOOR.toml", "domains/ROOM.toml",
    ]  # fmt: skip


def test_the_copied_files_find_their_schemas_beside_them(tmp_path):
    for path in new_bank(tmp_path / "b"):
        if path.suffix == ".toml":
            first = path.read_text("utf-8").splitlines()[0]
            assert (path.parent / first.split()[1]).is_file()


def test_the_template_shows_each_kind_of_question():
    bank = read_bank(TEMPLATE)
    assert [each.id for each in bank.foundations] == ["DOOR-1"]
    assert bank.by_id["DOOR-1"].safety_stop
    assert any(each.needs for each in bank.by_id.values())
    assert any(each.for_others for each in bank.seed)


def test_the_template_has_a_remark_on_each_table_that_it_leaves_out():
    text = (TEMPLATE / "bank.toml").read_text("utf-8")
    for table in ("[[context]]", "[[changes]]"):
        assert re.search(rf"^#\s+{re.escape(table)}", text, re.MULTILINE)


def test_the_commented_examples_are_right_as_they_stand(tmp_path):
    folder = tmp_path / "b"
    new_bank(folder)
    path = folder / "bank.toml"
    text = path.read_text("utf-8")
    examples = re.findall(r"^#     (\[\[\w+\]\]\n(?:#     .*\n)+)", text, re.MULTILINE)
    assert len(examples) == 2
    path.write_text(
        text.replace('version = "0.1.0"', 'version = "0.2.0"', 1)
        + "".join(f"\n{each.replace('#     ', '')}" for each in examples),
        "utf-8",
    )
    assert check_bank_folder(folder) == []
    bank = read_bank(folder)
    assert (len(bank.context), len(bank.changes)) == (1, 1)


@pytest.mark.parametrize("name", ["bank.toml", "domains/ROOM.toml", BANK_SCHEMA])
def test_a_file_that_is_there_is_never_written_over(name, tmp_path):
    folder = tmp_path / "b"
    (folder / "domains").mkdir(parents=True)
    (folder / name).write_text("ours")
    with pytest.raises(SaveError, match="There is already a file"):
        new_bank(folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files == [folder / name]
    assert (folder / name).read_text() == "ours"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path):
    folder = tmp_path / "b"
    folder.mkdir()
    link = folder / "bank.toml"
    link.symlink_to(tmp_path / "elsewhere.toml")
    if not link.is_symlink():
        pytest.skip("this system (Wine) shows a link that leads nowhere as nothing")
    with pytest.raises(SaveError):
        new_bank(folder)
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_folder_that_cannot_be_written_is_left_as_it_was(tmp_path, monkeypatch):
    folder = tmp_path / "b"
    monkeypatch.setattr(
        new_bank_module, "schema_files", lambda: {"no/such\0name.json": b"", "last.json": b""}
    )
    with pytest.raises(SaveError):
        new_bank(folder)
    assert not folder.exists()


def test_the_files_of_a_new_bank_can_be_edited(tmp_path):
    for path in new_bank(tmp_path / "b"):
        assert path.stat().st_mode & stat.S_IWUSR
