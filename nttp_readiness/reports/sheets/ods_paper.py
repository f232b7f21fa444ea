"""How the sheets of an OpenDocument spreadsheet are printed, and which rows stay in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element, XmlPart

from nttp_readiness.i18n import tr
from nttp_readiness.reports.sheets.sheet_layout import MARGIN, PaperLayout
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A4, laid `wide` or not. Without a `scale` a sheet is made as wide as the paper."""

    wide: bool = True
    scale: int = 0


def paper_of(laid: PaperLayout) -> Paper:
    """What a sheet that is laid out so is printed on."""
    return Paper(scale=laid.scale if laid.breaks else 0)


def lay_on_paper(
    document: Document, tables: Sequence[Element], papers: Iterable[Paper], footer: str
) -> None:
    """Gives each of those tables its paper, its name, those words and the page's number below."""
    styles = document.styles.root
    layouts = styles.get_element("//office:automatic-styles")
    masters = styles.get_element("//office:master-styles")
    model = styles.get_element('//style:page-layout[@style:name="Mpm1"]')
    if layouts is None or masters is None or model is None:
        raise ValueError("the library's own template has another shape")
    for number, (table, paper) in enumerate(zip(tables, papers, strict=True), start=1):
        laid = Element.from_tag(deepcopy(model).serialize())
        laid.set_attribute("style:name", f"laid{number}")
        properties = laid.get_element("style:page-layout-properties")
        for name, value in _properties(paper).items():
            if properties is not None:
                properties.set_attribute(name, value)
        layouts.append(laid)
        masters.append(Element.from_tag(_master(number, footer)))
        document.insert_style(
            f'<style:style style:name="sheet{number}" style:family="table"'
            f' style:master-page-name="paper{number}"><style:table-properties'
            ' table:display="true" style:writing-mode="lr-tb"/></style:style>',
            automatic=True,
        )
        table.set_attribute("table:style-name", f"sheet{number}")


def _properties(paper: Paper) -> dict[str, str]:
    long, short, side = "29.7cm", "21cm", f"{MARGIN / 10:g}cm"
    size = (
        {"style:print-orientation": "landscape", "fo:page-width": long, "fo:page-height": short}
        if paper.wide
        else {"style:print-orientation": "portrait", "fo:page-width": short, "fo:page-height": long}
    )
    scaled = (
        {"style:scale-to": f"{paper.scale}%", "style:print-page-order": "ltr"}
        if paper.scale
        else {"style:scale-to-X": "1", "style:scale-to-Y": "0"}
    )
    margins = {
        "fo:margin-left": side, "fo:margin-right": side, "fo:margin-top": "1cm",
        "fo:margin-bottom": "1cm",
    }  # fmt: skip
    return {**size, **scaled, **margins, "style:first-page-number": "continue"}


def _master(number: int, footer: str) -> str:
    page = tr("Page {page} of {pages}").format(page="\0", pages="\1")
    said = escape(page)
    said = said.replace("\0", "<text:page-number>1</text:page-number>")
    said = said.replace("\1", "<text:page-count>1</text:page-count>")
    return (
        f'<style:master-page style:name="paper{number}" style:page-layout-name="laid{number}">'
        '<style:header style:display="false"/><style:footer>'
        f"<style:region-left><text:p>{escape(footer)}</text:p></style:region-left>"
        "<style:region-center><text:p><text:sheet-name>???</text:sheet-name></text:p>"
        "</style:region-center>"
        f"<style:region-right><text:p>{said}</text:p></style:region-right>"
        "</style:footer></style:master-page>"
    )


def freeze_headings(document: Document, names: Iterable[str], rows: int) -> None:
    """Keeps the first rows of those sheets in view, and opens the first sheet."""
    settings = document.get_part("settings.xml")
    if not isinstance(settings, XmlPart):
        raise TypeError("the library's own template has another shape")
    for views in settings.root.get_elements('//*[@config:name="Tables"]'):
        views.clear()
        views.set_attribute("config:name", "Tables")
        for name in names:
            views.append(Element.from_tag(_view(name, rows)))
    # The template shows a sheet of its own, of which this file has none.
    for shown in settings.root.get_elements('//*[@config:name="ActiveTable"]'):
        shown.delete()


def _view(name: str, rows: int) -> str:
    items = {
        "HorizontalSplitMode": ("short", 0), "VerticalSplitMode": ("short", 2),
        "VerticalSplitPosition": ("int", rows), "ActiveSplitRange": ("short", 2),
        "PositionTop": ("int", 0), "PositionBottom": ("int", rows),
    }  # fmt: skip
    said = "".join(
        f'<config:config-item config:name="{key}" config:type="{kind}">{value}</config:config-item>'
        for key, (kind, value) in items.items()
    )
    entry = "config:config-item-map-entry"
    return f"<{entry} config:name={quoteattr(name)}>{said}</{entry}>"
