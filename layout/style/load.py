"""From a style file to a PaperStyle."""

from __future__ import annotations

from pathlib import Path

from layout.diagnostics import Sink, Span
from layout.geometry import Insets, Size
from layout.ink import BLACK
from layout.paths import Workspace
from layout.source.record import Record
from layout.style.headload import Heads, load_heads
from layout.style.merge import style_path, style_record
from layout.style.model import (
    Grid,
    Identity,
    Panel,
    PanelBox,
    PanelPicture,
    PanelRule,
    PanelText,
    PaperStyle,
    PictureStyle,
    PlacedPanel,
    Rules,
    Setting,
    Template,
    TypeStyle,
)
from layout.style.names import Names

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
# The em box of a Han face stands this far above its baseline, in thousandths.
ASCENT = 880


def load_style(paper: str, workspace: Workspace, sink: Sink, named_by: Span | None = None) -> PaperStyle | None:
    """The style of a paper, or None with the mistakes reported (at `named_by` when the paper is unknown)."""
    before = len(sink.found)
    record = style_record(paper, workspace, sink, named_by)
    if record is None or len(sink.found) > before:
        return None
    names = Names(record, sink)
    types = {name: names.type(item.value, item.span) for name, item in record.named("types").items()}
    for name in NEEDED_TYPES:
        names.expect("type", name, record.named("types"), record.at("types"))
    heads = load_heads(record, types, names, _folder(paper, workspace))
    panels = {name: _panel(item.value, _folder(paper, workspace)) for name, item in record.named("panels").items()}
    templates = {name: _template(item.value, names) for name, item in record.named("templates").items()}
    for panel in record.named("panels").values():
        for text in panel.value.records("texts"):
            names.expect("type", text["type"], record.named("types"), text.at("type"))
    if len(sink.found) > before:
        return None
    return _style(record, types, heads, panels, templates)


def _folder(paper: str, workspace: Workspace) -> Path:
    path = style_path(paper, workspace)
    return path.parent if path else workspace.styles


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
    jumps = record.get("jumps", None)
    identity = record["identity"]
    return PaperStyle(
        identity=Identity(
            identity["id"], identity["name"], {name: item.value for name, item in identity.named("fields").items()}
        ),
        trim=Size(page["width"], page["height"]),
        bleed=page.get("bleed", 0),
        margins=_margins(record),
        lines=body["lines"],
        leading=leading,
        body_size=size,
        baseline=(leading - size) // 2 + size * ASCENT // 1000,
        grids={name: _grid(item.value) for name, item in record.named("grids").items()},
        types=types,
        levels=heads.levels,
        settings={"body": Setting(), "headline": Setting(), **settings},
        panels=panels,
        templates=templates,
        rules=_rules(rules),
        pictures=PictureStyle(pictures["caption_gap"], pictures["above"], pictures["below"]),
        subheads=heads.subheads,
        labels=heads.labels,
        normalise=record.get("normalise", "fix"),
        jump_to=jumps["to"] if jumps else "（下转{page}版）",
        jump_from=jumps["from"] if jumps else "（上接{page}版）",
        advert_label=record.get("advert_label", "广告"),
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
    column, box = record["column"], record["box"]
    padding = box["padding"]
    return Rules(
        column["weight"],
        column.get("ink", BLACK),
        box["weight"],
        box.get("ink", BLACK),
        Insets(padding, padding, padding, padding),
        record["keyline"]["weight"],
    )


def _panel(record: Record, folder: Path) -> Panel:
    return Panel(
        tuple(
            PanelText(text["text"], text["type"], text.get("align", "left"), text.get("x", 0), text["y"])
            for text in record.records("texts")
        ),
        tuple(
            PanelRule(rule["y"], rule["weight"], rule.get("ink", BLACK), rule.get("x", 0), rule.get("x_end", 0))
            for rule in record.records("rules")
        ),
        tuple(
            PanelBox(
                box.get("x", 0),
                box["y"],
                box.get("width", 0),
                box["height"],
                box.get("fill", None),
                box.get("stroke", None),
                box.get("weight", 0),
            )
            for box in record.records("boxes")
        ),
        tuple(
            PanelPicture(folder / p["file"], p.get("x", 0), p["y"], p["width"], p.get("alt", ""))
            for p in record.records("pictures")
        ),
    )


def _template(record: Record, names: Names) -> Template:
    names.expect("grid", record["grid"], names.record.named("grids"), record.at("grid"))
    placed = []
    for panel in record.records("panels"):
        names.expect("panel", panel["panel"], names.record.named("panels"), panel.at("panel"))
        placed.append(PlacedPanel(panel["panel"], panel["column"], panel["columns"], panel["line"], panel["lines"]))
    return Template(record["grid"], tuple(placed))
