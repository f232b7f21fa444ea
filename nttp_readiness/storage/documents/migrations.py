"""Steps from one version of the file format to the next, on raw dictionaries.

A step takes the body as its version wrote it and returns the body of the next version. It leaves
what lies inside of the body as it is, and makes anew what differs. Steps are never changed once a
version was released: tests/storage/data holds a sample of each and the schema of what it may hold,
and a test fails where a field changes without a version, a step and a sample.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.banks.bank_formats import levels_as_tables
from nttp_readiness.storage.documents.envelope import Body
from nttp_readiness.storage.files.format_version import VERSION

Step = Callable[[Body], Body]


def asks_say_who_asks(body: Body) -> Body:
    """From 1 to 2: a request to others says who of us asks, how and by when, and how it stands."""
    new = {"asker": "", "how": "", "by": None, "status": "to_ask", "answer": ""}
    asks = []
    for ask in body.get("asks", []):
        if new.keys() & ask.keys():
            raise ValueError("version 1 had no such words")
        asks.append({**ask, **new})
    return {**body, "asks": asks}


def levels_have_signs(body: Body) -> Body:
    """From 2 to 3: each level of the bank is a table with its sentence, and may have signs."""
    bank = body["bank"]
    domains = [levels_as_tables(domain) for domain in bank["domains"]]
    return {**body, "bank": {**bank, "domains": domains}}


def nothing_was_said_yet(body: Body) -> Body:
    """From 3 to 4: what is new, such as a mark to come back to a question, may be left unsaid."""
    return body


def contacts_were_short(body: Body) -> Body:
    """From 4 to 5: the support contact may be a whole paragraph; what there is stays as it is."""
    return body


STEPS: Mapping[int, Step] = {
    1: asks_say_who_asks,
    2: levels_have_signs,
    3: nothing_was_said_yet,
    4: contacts_were_short,
}
"""The step away from each version but the newest."""


def migrate(
    body: Body, version: int, *, steps: Mapping[int, Step] = STEPS, newest: int = VERSION
) -> Body:
    """The body as the newest version would have written it; the one given is not changed.

    Raises DocumentError for a version from which no way leads here, and where a step meets a body
    that it does not understand.
    """
    if version >= newest:
        return body
    body = dict(body)
    for passed in range(version, newest):
        try:
            body = steps[passed](body)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise DocumentError(
                tr("This file is from an older version and cannot be opened with this one."),
                safe=tr("Nothing was written to it."),
                cure=tr("Open a backup of it, or the version of the program that made it."),
            ) from error
    return body
