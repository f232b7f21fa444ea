"""What a file says of itself, in the form that PDF/UA and PDF/A ask for (XMP)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

_UA = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A wants every property explained that its own standard does not know."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. `language` is a BCP 47 tag."""

    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = ""


def metadata(about: About, stamp: Any, producer: str, *, kept: bool) -> str:  # noqa: ANN401 - reportlab's
    """The packet. `kept` says that the file is PDF/A-2a; `stamp` is reportlab's time of writing."""
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_text(about.title)}</dc:title>",
        f"<dc:language>{_items('Bag', (about.language,))}</dc:language>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    if about.author:
        parts.append(f"<dc:creator>{_items('Seq', (about.author,))}</dc:creator>")
    if about.subject:
        parts.append(f"<dc:description>{_text(about.subject)}</dc:description>")
    if about.keywords:
        parts.append(f"<dc:subject>{_items('Bag', about.keywords)}</dc:subject>")
    if kept:
        parts += _of_a_kept_file(about, _when(stamp), producer)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" '
        f'xmlns:pdfuaid="{_UA}">'
        + "".join(parts)
        + '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _of_a_kept_file(about: About, when: str, producer: str) -> list[str]:
    """That it is PDF/A-2a, and what the old list of properties says, in the same words."""
    return [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{escape(about.creator)}</xmp:CreatorTool>",
        f"<pdf:Producer>{escape(producer)}</pdf:Producer>",
        f"<pdf:Keywords>{escape(', '.join(about.keywords))}</pdf:Keywords>",
        _EXTENSION,
    ]


def _when(stamp: Any) -> str:  # noqa: ANN401 - reportlab's
    """The moment of reportlab's own list of properties, as XMP writes one."""
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}:{stamp.dmm:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}"


def _items(kind: str, values: tuple[str, ...]) -> str:
    rows = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{rows}</rdf:{kind}>"


def _text(value: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt>'
