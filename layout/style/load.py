"""From a style file to a PaperStyle."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Severity, Sink, Span
from layout.geometry import Insets, Size
from layout.ink import BLACK
from layout.paths import Workspace
from layout.source.complete import report_missing
from layout.source.record import Record
from layout.style.borderload import read_frames, read_separators
from layout.style.checks import read_checks
from layout.style.condensing import check_condensing
from layout.style.fold import read_fold
from layout.style.form import STYLE
from layout.style.headload import Heads, load_heads
from layout.style.jumps import read_jumps
from layout.style.legible import check_label
from layout.style.merge import style_record
from layout.style.model import (
    Align,
    ChartStyle,
    Grid,
    Identity,
    Panel,
    PaperStyle,
    PictureStyle,
    Rules,
    Setting,
    TableStyle,
    Template,
    TypeStyle,
)
from layout.style.names import Names
from layout.style.ownfiles import check_own_files
from layout.style.panelload import check_panels, read_panel
from layout.style.templateload import read_adverts, read_numbering, read_template
from layout.units import Length, ascent, pt

NEEDED_TYPES = (
    "body",
    "dateline",
    "strong",
    "subhead",
    "summary",
    "byline",
    "byline-end",
    "caption",
    "credit",
    "label",
    "jump",
    "advert-label",
)
# Types that a style may leave out: what they are like then.
LIKE = {
    "byline-name": "byline",
    "opening": "strong",
    "table": "body",
    "table-head": "strong",
    "table-title": "strong",
    "chart": "caption",
    "chart-title": "strong",
    "contents": "body",
    "contents-title": "subhead",
    "contents-page": "strong",
    "weather": "caption",
    "weather-title": "subhead",
    "ear": "body",
    "ear-title": "subhead",
    "fold": "body",
    "fold-head": "strong",
    "fold-title": "caption",
}
# How those are aligned that stand in boxes of their own.
ALIGNED: dict[str, Align] = {"contents": "left", "ear": "center", "fold-head": "center", "fold-title": "center"}
# The size and leading of those whose lines are narrower than any column.
SIZED: dict[str, tuple[Length, Length]] = {
    "fold": (pt(7.5), pt(9)),
    "fold-head": (pt(9), pt(9)),
    "fold-title": (pt(7.5), pt(9)),
}


class House(Struct, frozen=True):
    """A paper's style: its record, every value with the place it was written at, and what was made of it."""

    record: Record
    style: PaperStyle


def load_style(paper: str, workspace: Workspace, sink: Sink, named_by: Span | None = None) -> House | None:
    """The style of a paper, or None with the mistakes reported (at `named_by` when the paper is unknown)."""
    before = len(sink.found)
    record = style_record(paper, workspace, sink, named_by)
    if record is None or len(sink.found) > before:
        return None
    style = paper_style(record, sink)
    return House(record, style) if style else None


def paper_style(record: Record, sink: Sink) -> PaperStyle | None:
    """The style of a whole record, or None with the mistakes reported."""
    before = len(sink.found)
    report_missing(record, STYLE, sink)
    check_own_files(record, sink)
    if len(sink.found) > before:
        return None
    names = Names(record, sink)
    types = _types(record, names)
    heads = load_heads(record, types, names)
    panels = {name: read_panel(item.value) for name, item in record.named("panels").items()}
    templates = {name: read_template(item.value, names) for name, item in record.named("templates").items()}
    frames = read_frames(record, sink)
    jumps = read_jumps(record.get("jumps", None), sink)
    check_panels(record, names)
    check_condensing(record, sink)
    check_label(record, types, sink)
    if any(found.severity is Severity.ERROR for found in sink.found[before:]):
        return None
    return replace(
        _style(record, types, heads, panels, templates),
        frames=frames,
        separators=read_separators(record.get("separators", None)),
        jumps=jumps,
    )


def _types(record: Record, names: Names) -> dict[str, TypeStyle]:
    known = record.named("types")
    types = {name: names.type(item.value, item.span) for name, item in known.items()}
    for name in NEEDED_TYPES:
        names.expect("type", name, known, record.at("types"))
    left_out = {name: types[base] for name, base in LIKE.items() if base in types}
    left_out |= {name: replace(left_out[name], align=align) for name, align in ALIGNED.items() if name in left_out}
    for name, (size, leading) in SIZED.items():
        if name in left_out:
            left_out[name] = replace(left_out[name], size=size, leading=leading)
    return {**left_out, **types}


def _style(
    record: Record,
    types: dict[str, TypeStyle],
    heads: Heads,
    panels: dict[str, Panel],
    templates: dict[str, Template],
) -> PaperStyle:
    body, page, rules, pictures = record["body"], record["page"], record["rules"], record["pictures"]
    size, leading = body["size"], body["leading"]
    settings = {name: _setting(item.value) for name, item in record.named("settings").items()}
    identity = record["identity"]
    tables, charts = record.get("tables", None), record.get("charts", None)
    return PaperStyle(
        identity=Identity(
            identity["id"],
            identity["name"],
            {name: item.value for name, item in identity.named("fields").items()},
            read_numbering(identity.get("numbering", None)),
        ),
        trim=Size(page["width"], page["height"]),
        bleed=page.get("bleed", 0),
        margins=_margins(record),
        lines=body["lines"],
        leading=leading,
        body_size=size,
        baseline=(leading - size) // 2 + ascent(size),
        grids={name: _grid(item.value) for name, item in record.named("grids").items()},
        types=types,
        levels=heads.levels,
        subheads=heads.subheads,
        labels=heads.labels,
        settings={"body": Setting(), "headline": Setting(), **settings},
        panels=panels,
        templates=templates,
        rules=_rules(rules),
        pictures=PictureStyle(**{name: item.value for name, item in pictures.items.items()}),
        normalise=record.get("normalise", "fix"),
        advert_label=record.get("advert_label", "广告"),
        checks=read_checks(record.get("checks", None)),
        adverts=read_adverts(record.get("adverts", None)),
        charts=ChartStyle(tuple(item.value for item in charts.many("inks"))) if charts else ChartStyle(),
        tables=TableStyle(**{key: item.value for key, item in tables.items.items()}) if tables else TableStyle(),
        press=record.get("press", ""),
        fold=read_fold(record.get("fold", None)),
        signatures=tuple(item.value for item in record.many("signatures")) or ("值班总编",),
    )


def _margins(record: Record) -> Insets:
    """The type area on the page; centred across when the style says no left margin.

    Its width is that of the widest grid that fits the page: a style that extends another keeps that one's grids.
    """
    page, body = record["page"], record["body"]
    grids = [_grid(item.value) for item in record.named("grids").values()]
    widths = [grid.columns * grid.characters * body["size"] + (grid.columns - 1) * grid.gutter for grid in grids]
    width = max((width for width in widths if width <= page["width"]), default=page["width"])
    margins = page["margins"]
    left = margins.get("left", (page["width"] - width) // 2)
    bottom = page["height"] - margins["top"] - body["lines"] * body["leading"]
    return Insets(margins["top"], page["width"] - width - left, bottom, left)


def _grid(record: Record) -> Grid:
    return Grid(record["columns"], record["characters"], record["gutter"])


def _setting(record: Record) -> Setting:
    return Setting(**{name: item.value for name, item in record.items.items()})


def _rules(record: Record) -> Rules:
    column = record["column"]
    return Rules(column["weight"], column.get("ink", BLACK), record["box"]["weight"], record["keyline"]["weight"])
