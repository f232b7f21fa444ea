"""What an assessment may hold, as it is stored for each version of the format.

`python -m tests.storage.format_schema` stores it for the version of now, once: what a released
version holds is never changed.
"""

import json
import re
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.storage.files.format_version import VERSION

_SAMPLE = re.compile(r"v(\d+)\.readiness")
DATA = Path(__file__).parent / "data"
CURE = (
    "Raise DATA_VERSION in file_format.py, add the step to storage/documents/migrations.py"
    " and a sample as tests/storage/data/v{n}.readiness, then run"
    " python -m tests.storage.format_schema."
)


def schema_of(model):
    """The JSON schema without what is only said about it, names of classes included."""
    return plain(model.model_json_schema())


def plain(schema):
    return _bare(schema, schema.get("$defs", {}))


def stored_schema(version):
    file = DATA / f"v{version}.schema.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def sample_versions():
    """Of which versions there is a sample."""
    return {int(found[1]) for each in DATA.iterdir() if (found := _SAMPLE.fullmatch(each.name))}


def faults(model, version, *, stored, steps, samples):
    """What is missing before a model may be what that version of the format holds."""
    found = []
    if stored is None:
        found.append(f"no schema is stored for version {version}")
    elif stored != schema_of(model):
        found += [
            f"version {version} holds something else: {each}"
            for each in _differing(stored, schema_of(model))
        ]
    found += [
        f"no step leads from version {each}" for each in range(1, version) if each not in steps
    ]
    found += [
        f"there is no sample of version {each}"
        for each in range(1, version + 1)
        if each not in samples
    ]
    return found


def unsaid(schema, value):
    """Fields of the schema that a sample says nowhere: "actions/*/owner"."""
    every: set[str] = set()
    said: set[str] = set()
    _walk(schema, [], "", every)
    if value:
        _walk(schema, [value], "", said)
    return every - said


def _walk(schema, values, at, found):
    """Add the fields that values have, or all where there is no value to ask."""
    for each in schema.get("anyOf", ()):
        _walk(each, values, at, found)
    objects = [each for each in values if isinstance(each, dict)]
    lists = [each for each in values if isinstance(each, list)]
    every = not values
    for key, inner in schema.get("properties", {}).items():
        if every or any(key in each for each in objects):
            found.add(f"{at}{key}")
            _step(
                inner, [each[key] for each in objects if key in each], f"{at}{key}/", found, every
            )
    entries = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    for inner in entries:
        if isinstance(inner, dict):
            _step(inner, [v for each in objects for v in each.values()], f"{at}*/", found, every)
    for inner in (*schema.get("prefixItems", ()), schema.get("items")):
        if isinstance(inner, dict):
            _step(inner, [v for each in lists for v in each], f"{at}*/", found, every)


def _step(schema, values, at, found, every):
    if every or values:
        _walk(schema, values, at, found)


def _bare(node, defs, *, names=False):
    if isinstance(node, list):
        return [_bare(each, defs) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node and not names:
        return _bare(defs[node["$ref"].rpartition("/")[2]], defs)
    said = () if names else ("title", "description", "$defs")
    return {
        key: _bare(each, defs, names=key == "properties" and not names)
        for key, each in node.items()
        if key not in said
    }


def _differing(before, after, at=""):
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | after.keys()):
            if before.get(key) != after.get(key):
                yield from _differing(before.get(key), after.get(key), f"{at}/{key}")
    else:
        yield f"{at} was {json.dumps(before)[:80]}, is {json.dumps(after)[:80]}"


def store():
    file = DATA / f"v{VERSION}.schema.json"
    with file.open("x", encoding="utf-8") as out:  # a stored one is not written over
        out.write(json.dumps(schema_of(Assessment), indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    store()
