"""The style sheet of a report's web page: the look of the printed pages, on any screen."""

from __future__ import annotations

from collections.abc import Iterable
from string import Template

from nttp_readiness.figures import palette
from nttp_readiness.figures.palette import Colours
from nttp_readiness.presentation.words.blocks import Paper

_IN_THE_DARK = {str(token): colour for token, colour in palette.DARK.items()}
_IN_THE_DARK["wash"] = palette.DARK["surface"]
_DARK = Template("""\
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; $colours }
}""")
_BODY = {"standard": 11.0, "clear": 12.5, "large": 18.0}
_NARROW = {"standard": 40, "clear": 45, "large": 60}
"""So many rem of the browser's own letters are too narrow for columns of that size."""

_SHEET = Template("""\
@font-face { font-family: Readiness; font-weight: 400; src: url(data:font/ttf;base64,$regular); }
@font-face { font-family: Readiness; font-weight: 700; src: url(data:font/ttf;base64,$bold); }
@page { size: A4; margin: 20mm; }
:root { $light --ground: var(--paper); }
$dark
html { font-size: ${size}pt; }
body { font: 1rem/1.45 Readiness, Arial, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; overflow-wrap: break-word; }
p, ul, ol, dl { margin: 0 0 .7em; }
p, li, dd { max-width: 44rem; }
h1, h2, h3, h4 { line-height: 1.2; margin: 1.6em 0 .4em; break-after: avoid; }
h1 { font-size: 2.4rem; margin-top: 0; }
h2 { font-size: 1.9rem; }
h3 { font-size: 1.4rem; }
h4 { font-size: 1.15rem; }
.stage { color: var(--loch); font-size: 2rem; }
.number, .loch { color: var(--loch); }
.heather { color: var(--heather); }
.moss { color: var(--moss); }
.label, .source, .quiet, .running, .kind, dt, thead th { color: var(--quiet); }
.label, .source, .running, thead th { font-size: .85rem; }
.label, dt, .strong { font-weight: 700; }
h3 .label, h2 .label { display: block; }
.lead, .strong { font-size: 1.2rem; }
a { color: var(--loch); }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
  gap: .3em 1em; }
dt, dd { overflow-wrap: anywhere; }
dd { margin: 0; grid-column: 2; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.2em; font-size: .92rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: .45em .8em .5em 0;
  border-bottom: 1px solid var(--line); }
thead { display: table-header-group; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 400; }
tr.total th, tr.total td { font-weight: 700; border-top: 2px solid var(--ink); border-bottom: 0; }
.right { text-align: right; }
.right + td:not(.right), .right + th:not(.right) { padding-left: 1.2em; }
td p, th p { margin: 0; }
.unbroken { white-space: nowrap; }
.long { overflow-wrap: anywhere; }
.card { border-top: 2px solid var(--ink); padding-top: .6em; margin-top: 1.5em; }
.card h3 { margin-top: 0; }
.panel { --ground: var(--wash); background: var(--wash); padding: 1em 1.2em .4em; margin: 1em 0; }
.notice { border: solid var(--bracken); border-width: 2px 0; padding: .8em 0 .2em;
  margin: 1.2em 0; }
.notice h3 { margin-top: 0; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 2em; }
.counts p { border-top: 1px solid var(--line); padding-top: .5em; }
.line { border-bottom: 1px solid var(--edge); height: 2.2em; max-width: 44rem; }
.figure { margin: .8em 0 1.2em; }
.figure, .wide { overflow-x: auto; background:
  linear-gradient(to right, var(--ground) 40%, transparent) left / 2rem 100% no-repeat local,
  linear-gradient(to left, var(--ground) 40%, transparent) right / 2rem 100% no-repeat local,
  linear-gradient(to right, var(--edge), transparent) 0 0 / .6rem calc(100% - 2px) no-repeat,
  linear-gradient(to left, var(--edge), transparent) 100% 0 / .6rem calc(100% - 2px) no-repeat; }
.cue { display: none; position: sticky; left: 0; max-width: 100%; color: var(--quiet);
  font-size: .85rem; margin: 0 0 .4em; }
svg { font-family: Readiness, Arial, sans-serif; max-width: 100%; height: auto; overflow: visible; }
svg.drawing { display: block; }
.narrow { display: none; margin: .8em 0 1.2em; }
svg.mark { width: 1.1em; height: 1.1em; margin-right: .5em; vertical-align: -.15em; }
td svg.drawing, li svg.drawing { margin-bottom: .3em; }
ul.marked { list-style: none; padding-left: 0; }
ul.marked li { display: flex; gap: .6em; margin-bottom: .35em; }
ul.marked svg { flex: none; margin: .2em 0 0; }
th.marked, td.marked { position: relative; padding-left: 1.8em; }
.marked > svg.mark { position: absolute; left: 0; top: .65em; margin: 0; }
.contents { list-style: none; padding-left: 0; max-width: 26rem; }
.contents li { border-bottom: 1px solid var(--line); padding: .3em 0; }
.end { border-top: 1px solid var(--line); margin-top: 2em; padding-top: .6em; max-width: none; }
header:not(.cover) { padding-top: .6em; }
.wide:focus-visible, .figure:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
@media screen and (max-width: ${narrow}rem) {
  body { margin: 1rem auto; padding: 0 1rem; }
  h1 { font-size: min(1.8rem, 9vw); }
  h2, .stage { font-size: min(1.6rem, 8.4vw); }
  h3 { font-size: min(1.4rem, 8vw); }
  .figure:not(.fits) > svg { max-width: none; }
  .cue, .narrow { display: block; }
  .broad { display: none; }
  .beside { display: block; }
  dl { display: block; }
  dd { margin: 0 0 .6em; }
}
@media $stacked {
  table.rows, .rows tbody, .rows tr { display: block; }
  .rows colgroup { display: none; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .rows tr { border-bottom: 1px solid var(--line); padding: .6em 0; }
  .rows tr.total { border-top: 2px solid var(--ink); border-bottom: 0; }
  .rows tr.total th, .rows tr.total td { border: 0; }
  .rows tbody th, .rows td { display: block; border: 0; padding: .1em 0; text-align: start; }
  .rows .right + td:not(.right) { padding-left: 0; }
  .rows tbody th, .rows .before { display: inline; font-weight: 700; }
  .rows .before { margin-right: .5em; }
  .rows tbody th p:first-of-type { display: inline; }
  .rows tbody th p + p { font-weight: 400; }
  .rows .nothing, .rows .alike td:not(:last-child) { display: none; }
  .rows td[data-label]::before { content: attr(data-label) " "; color: var(--quiet); }
  .rows td[data-label]::before { content: attr(data-label) " " / ""; }
  .rows .alike td::before { content: none; }
  .rows td[data-label] p:first-of-type { display: inline; }
  .rows td[data-label] p + p { margin-top: .2em; }
  .rows .marked > svg.mark { position: static; margin-right: .4em; }
}
@media print {
  .wide, .figure { overflow: visible; background: none; }
  .figure > svg { max-height: 170mm; width: auto; }
  table.close th, table.close td { padding: .2em .8em .25em 0; }
  p, li, dd { orphans: 2; widows: 2; }
  body { max-width: none; margin: 0; padding: 0; }
  h2.section:not(.goes-on), .new-page { break-before: page; }
  a { color: inherit; }
  tr, li, dd, .card, .notice, .figure, .room, .held, .counts, h1, h2, h3, h4 {
    break-inside: avoid; }
  .label, thead, .leads { break-after: avoid; }
  $few_rows .counts, li:last-child:not(:first-child), .end$with_card {
    break-before: avoid; }
}
""")


def style_sheet(paper: Paper, colours: Colours, regular: str, bold: str) -> str:
    """The sheet for that size of text and those colours; the fonts are given in base64.

    On a screen that is set to dark it has the colours of the window in the dark; on paper, and in
    black and white, never.
    """
    dark = _variables((token, _IN_THE_DARK[token]) for token in colours)
    return _SHEET.substitute(
        light=_variables(colours.items()),
        dark="" if paper.grey else _DARK.substitute(colours=dark),
        size=_BODY[paper.size],
        narrow=_NARROW[paper.size],
        stacked=_stacked(paper),
        # Under a heading row two rows at least, and three on the last page (four left
        # too much of the page before empty); in large print, where
        # a row may fill half a page, the last one does not stand alone.
        few_rows="tr:last-child,"
        if paper.size == "large"
        else "tr:nth-child(-n + 2), tr:nth-last-child(-n + 2),",
        # In large print a card fills its page, and what stands with it would be torn; so would
        # the closing line, below the last of them.
        with_card="" if paper.size == "large" else ", .held:has(.room):not(:has(+ .end))",
        regular=regular,
        bold=bold,
    )


def _stacked(paper: Paper) -> str:
    """Where the rows of a table stand as blocks: in large print on paper too, as in other files."""
    narrow = f"screen and (max-width: {_NARROW[paper.size]}rem)"
    return f"{narrow}, print" if paper.size == "large" else narrow


def letters_against_standard(paper: Paper) -> float:
    """How much larger the letters are than those of the standard size."""
    return _BODY[paper.size] / _BODY["standard"]


def named(colours: Colours) -> Colours:
    """The same colours by the names that the sheet gives them, so that figures follow it."""
    return {token: f"var(--{token})" for token in colours}


def _variables(colours: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"--{token}: {colour};" for token, colour in colours)
