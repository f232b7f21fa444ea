"""The JSON schema of exported data, as `docs/data.schema.json` publishes it.

What a field is for stands beside it in the code and is taken from there: said once. Run through
`docs/make_generated.py`.
"""

from __future__ import annotations

import ast
import inspect
import json
from functools import cache
from pathlib import Path
from typing import Any

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.file_format import DATA_FORMAT, DATA_SCHEMA, DATA_VERSION
from nttp_readiness.plain_models import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_RESULTS: dict[str, str] = {
    "stage": "The id of the stage that was worked out; null while too little is known.",
    "held_by": "Foundations that keep the next stage.",
    "not_known": "Foundations whose level is not known, and that keep the next stage.",
    "held_by_domains": "Domains that keep the next stage.",
    "not_asked": "Foundations that this route does not ask.",
    "safety_stops": "What has to pause first, by question.",
    "answered": "Questions with an answer of any kind.",
    "of": "Questions that are asked.",
    "not_sure": "Answers “not sure”.",
    "rather_not_say": "Answers “rather not say”.",
    "not_relevant": "Answers “not relevant to us”.",
    "index": "0 to 100 over all domains; null while too little is known.",
    "domains": "Each domain: index with its lowest and highest, share that is known, level with its"
    " range, whether it is shown, and what it rests on.",
    "actions": "Suggested actions in their order, with what each builds on, what needs it, and why"
    " it stands there.",
}
"""What is told of the results. `group` is told as docs/group-results.md says."""


def data_schema() -> dict[str, Any]:
    """The schema of a whole file."""
    held = Assessment.model_json_schema(mode="serialization", by_alias=True)
    defs: dict[str, Any] = held.pop("$defs")
    _describe(held, Assessment)
    for name, model in _models().items():
        if name in defs:
            _describe(defs[name], model)
    return {
        "$schema": DIALECT,
        "$id": DATA_SCHEMA,
        "title": "Data of an assessment",
        "description": (
            "What `nttp-readiness export FILE OUT.json` writes. `assessment` comes back with"
            " `import-data`, its bank included; `results` and `group` are told for other programs"
            " and are not read."
        ),
        "type": "object",
        "required": ["format", "version", "left_out", "assessment"],
        "properties": {
            "$schema": {"const": DATA_SCHEMA},
            "format": {"const": DATA_FORMAT},
            "version": {
                "const": DATA_VERSION,
                "description": "The version of the format; an earlier one is brought to it.",
            },
            "program": {**_TEXT, "description": "The version of the program that wrote it."},
            "made": {**_TEXT, "format": "date", "description": "The day on which it was made."},
            "left_out": {
                "type": "array",
                "uniqueItems": True,
                "items": {"enum": ["names", "notes", "scores", "tallies"]},
                "description": (
                    "What the file does not hold of its assessment. With anything here the"
                    " assessment is another document with an id of its own."
                ),
            },
            "disclaimer": {**_TEXT, "description": "What this is not."},
            "results": {
                "type": ["object", "null"],
                "description": "What was worked out when it was made; null without scores.",
                "required": list(_RESULTS),
                "properties": {name: {"description": said} for name, said in _RESULTS.items()},
            },
            "group": {
                "type": ["object", "null"],
                "description": "What a workshop's last closed round may tell outside.",
            },
            "assessment": {**held, "description": "The assessment itself."},
        },
        "$defs": defs,
    }


def schema_file() -> dict[str, bytes]:
    """The file that is published, under its name."""
    text = json.dumps(data_schema(), ensure_ascii=False, indent=1)
    return {DATA_SCHEMA: text.encode() + b"\n"}


def _models(of: type[BaseModel] = BaseModel) -> dict[str, type[BaseModel]]:
    """Every model by its name."""
    found = {}
    for each in of.__subclasses__():
        found[each.__name__] = each
        found |= _models(each)
    return found


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put what the code says of the model and its fields beside them."""
    said = _said(model)
    if about := said.get(""):
        schema["description"] = about
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    for name, inner in schema.get("properties", {}).items():
        if about := said.get(names.get(name, name)):
            inner["description"] = about


def _said(model: type[BaseModel]) -> dict[str, str]:
    """The words after each field of a model, and under "" those of the model itself."""
    file = inspect.getsourcefile(model)
    body = _classes(file).get(model.__name__, []) if file else []
    found: dict[str, str] = {}
    field = ""
    for node in body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            field = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found[field] = " ".join(str(node.value.value).split())
        else:
            field = "?"
    found.pop("?", None)
    return found


@cache
def _classes(file: str) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(Path(file).read_text("utf-8"))
    return {each.name: each.body for each in tree.body if isinstance(each, ast.ClassDef)}
