"""JSON Schemas of a bank's files, for editors that check and complete while one types.

They are made from the models that read the files, and written for draft 4, the one that editors of
TOML know. What a schema cannot say (references, circles, wording) `check-bank` does.
"""

from __future__ import annotations

import json
from typing import Any

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.bank.overlay import Overlay
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.storage.banks.bank_formats import FORMAT
from nttp_readiness.storage.banks.bank_key_words import KEY_WORDS

BANK_SCHEMA = "bank.schema.json"
DOMAIN_SCHEMA = "bank-domain.schema.json"
OVERLAY_SCHEMA = "bank-overlay.schema.json"
OVERLAY_FORMAT = 1

Schema = dict[str, Any]


def schema_files() -> dict[str, bytes]:
    """The schemas of a bank under the names of their files, as bytes that are always the same."""
    return _written({BANK_SCHEMA: bank_schema(), DOMAIN_SCHEMA: domain_schema()})


def overlay_schema_files() -> dict[str, bytes]:
    """The schema of an overlay under the name of its file."""
    return _written({OVERLAY_SCHEMA: overlay_schema()})


def overlay_schema() -> Schema:
    """The schema of overlay.toml, where the format is named."""
    schema = _schema(Overlay)
    return {
        **schema,
        "title": "overlay.toml: a sector's wording, laid over a bank",
        "properties": {
            "format": {
                "enum": [OVERLAY_FORMAT],
                "description": f"The format of this file: {OVERLAY_FORMAT}.",
            },
            **schema["properties"],
        },
        "required": ["format", *schema["required"]],
    }


def _written(made: dict[str, Schema]) -> dict[str, bytes]:
    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for name, schema in made.items()
    }


def bank_schema() -> Schema:
    """The schema of bank.toml, where domains are named and the format is."""
    schema = _schema(Bank)
    properties: Schema = {
        "format": {"enum": [FORMAT], "description": f"The format of these files: {FORMAT}."},
        **schema["properties"],
    }
    del properties["overlay"]  # of an assessment; nobody writes it
    properties["domains"] = {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]{0,39}$"},
        "description": KEY_WORDS["Bank"]["domains"],
    }
    definitions = schema["definitions"]
    for name in _only_in_domains(properties, definitions):
        del definitions[name]
    return {
        **schema,
        "title": "bank.toml of a question bank",
        "properties": properties,
        "required": ["format", *schema["required"]],
    }


def domain_schema() -> Schema:
    """The schema of a file in `domains`."""
    return {**_schema(Domain), "title": "A domain of a question bank"}


def _schema(model: type[Value]) -> Schema:
    made = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    for name, each in (*definitions.items(), (model.__name__, made)):
        for key, field in each["properties"].items():
            each["properties"][key] = _field(field, KEY_WORDS[name][key])
        each.pop("title", None)
        each.pop("description", None)  # a docstring speaks to those who read the code
    return {
        "$schema": "http://json-schema.org/draft-04/schema#",
        **made,
        "definitions": definitions,
    }


def _field(field: Schema, words: str) -> Schema:
    """One key as draft 4 says it. TOML has no null: a key that may be left out is not required."""
    kept = {name: part for name, part in field.items() if name not in {"title", "anyOf"}}
    arms = [each for each in field.get("anyOf", ()) if each.get("type") != "null"]
    kept.update(arms[0] if arms else {})
    if kept.get("default", ...) is None:
        del kept["default"]
    if "prefixItems" in kept:
        kept["items"] = kept.pop("prefixItems")
    if "$ref" in kept:
        # Draft 4 reads nothing beside a reference.
        kept = {"allOf": [{"$ref": kept.pop("$ref")}], **kept}
    return {**kept, "description": words}


def _only_in_domains(properties: Schema, definitions: Schema) -> list[str]:
    """Definitions that nothing in bank.toml leads to."""
    found: set[str] = set()
    reached = json.dumps(properties)
    while True:
        new = {
            name
            for name in definitions
            if name not in found and f'"#/definitions/{name}"' in reached
        }
        if not new:
            return [name for name in definitions if name not in found]
        found |= new
        reached = json.dumps([definitions[name] for name in new])
