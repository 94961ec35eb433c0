"""A method note as Markdown and as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from .colours import INK, QUIET_INK
from .method_note import INDENT, Grid, Note, Part

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def as_markdown(note: Note) -> str:
    """The note as a Markdown file; what looks like a mark of Markdown in a name is kept as it is."""
    blocks = [f"# {_plain(note.title)}", _plain(note.subtitle)]
    for part in note.parts:
        blocks += _markdown_part(part)
    if note.remark:
        blocks.append(f"*{_plain(note.remark)}*")
    return "\n\n".join(blocks) + "\n"


def _markdown_part(part: Part) -> list[str]:
    blocks = [f"## {_plain(part.heading)}", *map(_plain, part.texts)]
    if part.grid is not None:
        blocks.append(_markdown_grid(part.grid))
    if part.points:
        blocks.append("\n".join(f"- {_plain(point)}" for point in part.points))
    if part.command:
        # A fence longer than any row of backticks inside, so that the command cannot close it.
        fence = "`" * (3 + max((len(run) for run in re.findall(r"`+", part.command)), default=0))
        blocks.append(f"{fence}sh\n{part.command}\n{fence}")
    return blocks


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _markdown_grid(grid: Grid) -> str:
    rules = ["---:" if place in grid.aside else "---" for place in range(len(grid.headings))]
    rows = [list(map(_plain, grid.headings)), rules, *[[_markdown_cell(cell) for cell in row] for row in grid.rows]]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _markdown_cell(text: str) -> str:
    """Indents are kept: a table has no other way to show what belongs to what."""
    depth = len(text) - len(text.lstrip(INDENT))
    return "&emsp;" * depth + _plain(text)


def as_html(note: Note, points: float) -> str:
    """The note as HTML that Qt sets. points: size of the text."""
    body = [f'<p class="title">{html.escape(note.title)}</p><p class="subtitle">{html.escape(note.subtitle)}</p><hr/>']
    body += [_html_part(part) for part in note.parts]
    if note.remark:
        body.append(f'<p class="remark">{html.escape(note.remark)}</p>')
    return f"<html><head><style>{_style(points)}</style></head><body>{''.join(body)}</body></html>"


def _style(points: float) -> str:
    """Spaces are in CSS's own dots, 96 an inch, the one unit that Qt takes for them."""
    em = points * 96 / 72
    return (
        f"body {{ font-size: {points}pt; color: {INK}; }}"
        f"p {{ margin: 0 0 {0.3 * em:.1f}px 0; }}"
        f".title {{ font-size: {2.0 * points}pt; font-weight: bold; margin: 0; }}"
        f".subtitle {{ font-size: {1.05 * points}pt; color: {QUIET_INK}; margin: 0; }}"
        f".heading {{ font-size: {1.15 * points}pt; font-weight: bold; }}"
        f".heading {{ margin: {0.75 * em:.1f}px 0 {0.2 * em:.1f}px 0; }}"
        f".remark {{ font-style: italic; margin: {0.75 * em:.1f}px 0 0 0; }}"
        f"ul {{ margin: {0.3 * em:.1f}px 0 {0.3 * em:.1f}px 0; }}"
        f"td, th {{ padding: {0.07 * em:.1f}px {1.4 * em:.1f}px {0.07 * em:.1f}px 0; }}"
        f"th {{ color: {QUIET_INK}; font-weight: normal; }}"
        f".command {{ font-size: {0.92 * points}pt; background-color: #f0f1ed; }}"
    )


def _html_part(part: Part) -> str:
    lines = [f'<p class="heading">{html.escape(part.heading)}</p>']
    if part.texts:
        lines.append(f"<p>{html.escape(' '.join(part.texts))}</p>")
    if part.grid is not None:
        lines.append(_html_grid(part.grid))
    if part.points:
        lines.append(f"<ul>{''.join(f'<li>{html.escape(point)}</li>' for point in part.points)}</ul>")
    if part.command:
        lines.append(f'<p class="command">{html.escape(part.command)}</p>')
    return "".join(lines)


def _html_grid(grid: Grid) -> str:
    rows = [_html_row(grid.headings, "th", grid.aside), *(_html_row(row, "td", grid.aside) for row in grid.rows)]
    return f'<table cellspacing="0" border="0">{"".join(rows)}</table>'


def _html_row(cells: Sequence[str], kind: str, aside: Sequence[int]) -> str:
    texts = []
    for place, cell in enumerate(cells):
        align = "right" if place in aside else "left"
        # Qt takes leading spaces away, these too.
        shown = html.escape(cell).replace(INDENT, "&nbsp;" * 4)
        texts.append(f'<{kind} align="{align}">{shown}</{kind}>')
    return f"<tr>{''.join(texts)}</tr>"
