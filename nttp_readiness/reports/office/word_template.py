"""The organisation's own Word template: opened with care, and its styles taken for our uses.

It comes from outside and may be damaged, or made to harm. What it would run or load when somebody
opens the paper is refused with a sentence; nothing in it is ever followed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.unpacking import BROKEN, unpacks_to_too_much

MARKER = "[paper]"
"""A paragraph of a template that says this alone is where our text goes."""
_DOCUMENT = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()
_TEMPLATE = _DOCUMENT.replace(b"document.main", b"template.main")
_ATTACHED = RELATIONSHIP_TYPE.HYPERLINK.replace("hyperlink", "attachedTemplate")
_HARMLESS = (RELATIONSHIP_TYPE.HYPERLINK, _ATTACHED)
_RUNS = re.compile(r"vba|macro|activeX|oleObject|/embeddings/|afchunk|altChunk", re.IGNORECASE)
_FIELD = re.compile(rb"<(?:\w+:)?instrText[^>]*>([^<]*)|\binstr\s*=\s*[\"']([^\"']*)")
_LOADS = re.compile(rb"\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK|DATABASE|IMPORT)\b")
_DAMAGED = (*BROKEN, OpcError, SyntaxError, LookupError, AttributeError, TypeError,
            AssertionError, RecursionError, MemoryError)  # fmt: skip
"""What reading and filling a file that is no sound Word file may raise."""


def open_template(data: bytes) -> Document:
    """The template as a document to fill in. Raises ExportError with what is wrong with it."""
    with sound():
        if unpacks_to_too_much(data):
            raise _refused(tr("The Word template is far too large."))
        whole = _as_document(data)
        document = docx.Document(BytesIO(whole))
        if document.element.body is None or not document.sections:
            raise _refused(tr("The Word template is empty."))
        _refuse_what_acts(document)
        _forget_attached(document)
        return document


@contextmanager
def sound() -> Iterator[None]:
    """Whatever a damaged template makes fail within becomes one sentence."""
    try:
        yield
    except ExportError:
        raise
    except _DAMAGED as error:
        raise _refused(
            tr("The Word template cannot be used: it is damaged, or it is no Word file.")
        ) from error


def clear(document: Document) -> list[BaseOxmlElement]:
    """Makes room for a paper, and gives what of the template stands after it.

    That is where a paragraph says MARKER alone; without one the paper takes the place of all text.
    Headers, footers and the page stay as they are.
    """
    body = document.element.body
    children = [each for each in body if each.tag != qn("w:sectPr")]
    _keep_headers(document)
    at = next((n for n, each in enumerate(children) if _text(each) == MARKER), None)
    if at is None:
        for each in children:
            body.remove(each)
        return []
    after = children[at + 1 :]
    for each in children[at:]:
        body.remove(each)
    return after


def put_back(document: Document, after: list[BaseOxmlElement]) -> None:
    """What stands after the paper."""
    last = document.element.body.sectPr
    for each in after:
        if last is None:
            document.element.body.append(each)
        else:
            last.addprevious(each)


def give_numbering(document: Document, like: Document) -> None:
    """Lists for a template without any: those of `like`."""
    relations = document.part.rels.values()
    if any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in relations):
        return
    theirs = like.part.numbering_part
    part = NumberingPart.load(
        theirs.partname, theirs.content_type, theirs.blob, document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def give_style(document: Document, like: Document, name: str) -> None:
    """A style that the template lacks, as that of `like`; its list comes along."""
    given = deepcopy(like.styles[name].element)
    for each in (*given.findall(qn("w:basedOn")), *given.findall(qn("w:link"))):
        given.remove(each)
    number = given.find(f".//{qn('w:numId')}")
    if number is not None:
        number.set(qn("w:val"), str(_list_like(document, like, int(number.get(qn("w:val"))))))
    for fonts in given.iter(qn("w:rFonts"), qn("w:color")):
        fonts.getparent().remove(fonts)
    document.styles.element.append(given)


def _list_like(document: Document, like: Document, number: int) -> int:
    """A list in the template that counts and looks as that one of `like`."""
    theirs, ours = like.part.numbering_part.element, document.part.numbering_part.element
    found = next(each for each in theirs.num_lst if each.numId == number)
    wanted = str(found.abstractNumId.val)
    name, key = qn("w:abstractNum"), qn("w:abstractNumId")
    abstract = next(each for each in theirs.findall(name) if each.get(key) == wanted)
    taken = {int(each.get(key)) for each in ours.findall(name)}
    made = deepcopy(abstract)
    made.set(key, str(max(taken, default=0) + 1))
    for unique in made.findall(qn("w:nsid")):  # two of one number would be taken for one list
        made.remove(unique)
    first = next(iter(ours.num_lst), None)
    if first is None:
        ours.append(made)
    else:
        first.addprevious(made)
    return int(ours.add_num(int(made.get(key))).numId)


def _as_document(data: bytes) -> bytes:
    """The file with the type of a document, as python-docx asks for; a template has another."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in dict.fromkeys(given.namelist()):
            part = given.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(_TEMPLATE, _DOCUMENT)
            made.writestr(name, part)
    return out.getvalue()


def _refuse_what_acts(document: Document) -> None:
    """Raises ExportError for what would run or load something when somebody opens the paper."""
    package = document.part.package
    parts = list(package.iter_parts())
    for relations in (package.rels, *(each.rels for each in parts)):
        for each in relations.values():
            if each.is_external and each.reltype not in _HARMLESS:
                raise _refused(tr("The Word template loads something from elsewhere."))
    for part in parts:
        if _RUNS.search(f"{part.partname} {part.content_type}"):
            raise _refused(tr("The Word template holds a macro or an embedded file."))
        if _LOADS.search(b"".join(each for pair in _FIELD.findall(part.blob) for each in pair)):
            raise _refused(tr("The Word template has a field that loads something from elsewhere."))


def _forget_attached(document: Document) -> None:
    """Word would look for a template that is named there, wherever that lies."""
    settings = document.settings.element
    for each in settings.findall(qn("w:attachedTemplate")):
        settings.remove(each)
    relations = document.part._settings_part.rels  # noqa: SLF001 - it has no public name
    for key in [key for key, each in relations.items() if each.reltype == _ATTACHED]:
        del relations[key]


def _keep_headers(document: Document) -> None:
    """The last section takes over what it had from those before it, which go with their text."""
    last = document.element.body.sectPr
    if last is None:
        return
    kinds = (qn("w:headerReference"), qn("w:footerReference"))
    has = {(each.tag, each.get(qn("w:type"))) for each in last if each.tag in kinds}
    earlier = list(document.element.body.iter(qn("w:sectPr")))[:-1]
    for section in reversed(earlier):
        for each in section:
            key = (each.tag, each.get(qn("w:type")))
            if each.tag in kinds and key not in has:
                has.add(key)
                last.insert(0, deepcopy(each))


def _text(element: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t"))).strip().lower()


def _refused(what: str) -> ExportError:
    return ExportError(
        what,
        safe=tr("Nothing was written."),
        cure=tr("Save it in Word as a plain .docx or .dotx, or choose another in the settings."),
    )
