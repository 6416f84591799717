"""From a style file to a PaperStyle."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from layout.diagnostics import Sink, Span
from layout.geometry import Insets, Size
from layout.ink import BLACK
from layout.paths import Workspace
from layout.source.record import Record
from layout.style.checks import read_checks
from layout.style.findings import UNKNOWN_NAME
from layout.style.merge import style_path, style_record
from layout.style.model import (
    Grid,
    HeadlineLevel,
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
    names = _Names(record, sink)
    types = {name: names.type(item.value, item.span) for name, item in record.named("types").items()}
    for name in NEEDED_TYPES:
        names.expect("type", name, record.named("types"), record.at("types"))
    levels = {name: _level(item.value, names) for name, item in record.named("levels").items()}
    panels = {name: _panel(item.value, _folder(paper, workspace)) for name, item in record.named("panels").items()}
    templates = {name: _template(item.value, names) for name, item in record.named("templates").items()}
    for panel in record.named("panels").values():
        for text in panel.value.records("texts"):
            names.expect("type", text["type"], record.named("types"), text.at("type"))
    if len(sink.found) > before:
        return None
    return _style(record, types, levels, panels, templates)


def _folder(paper: str, workspace: Workspace) -> Path:
    path = style_path(paper, workspace)
    return path.parent if path else workspace.styles


def _style(
    record: Record,
    types: dict[str, TypeStyle],
    levels: dict[str, HeadlineLevel],
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
        levels=levels,
        settings={"body": Setting(), "headline": Setting(), **settings},
        panels=panels,
        templates=templates,
        rules=_rules(rules),
        pictures=PictureStyle(pictures["caption_gap"], pictures["above"], pictures["below"]),
        normalise=record.get("normalise", "fix"),
        jump_to=jumps["to"] if jumps else "（下转{page}版）",
        jump_from=jumps["from"] if jumps else "（上接{page}版）",
        advert_label=record.get("advert_label", "广告"),
        checks=read_checks(record.get("checks", None)),
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


def _level(record: Record, names: _Names) -> HeadlineLevel:
    plain = {
        name: record[name] for name in ("above", "between", "below", "condense", "open", "byline") if name in record
    }
    return HeadlineLevel(
        main=names.type(record["main"], record.at("main")),
        sizes=tuple(item.value for item in record.many("sizes")),
        kicker=names.type(record["kicker"], record.at("kicker")),
        deck=names.type(record["deck"], record.at("deck")),
        **plain,
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


def _template(record: Record, names: _Names) -> Template:
    names.expect("grid", record["grid"], names.record.named("grids"), record.at("grid"))
    placed = []
    for panel in record.records("panels"):
        names.expect("panel", panel["panel"], names.record.named("panels"), panel.at("panel"))
        placed.append(PlacedPanel(panel["panel"], panel["column"], panel["columns"], panel["line"], panel["lines"]))
    return Template(record["grid"], tuple(placed))


class _Names:
    """Looks names up in a style, and reports those it does not have."""

    def __init__(self, record: Record, sink: Sink) -> None:
        self.record = record
        self.sink = sink

    def expect(self, what: str, name: str, known: Iterable[str], span: Span) -> bool:
        """Whether a name is known; reports it when not."""
        found = name in (names := list(known))
        if not found:
            report_unknown(self.sink, span, what, name, names)
        return found

    def type(self, record: Record, span: Span, seen: tuple[str, ...] = ()) -> TypeStyle:
        """A type style, what it is `like` filled in."""
        base: TypeStyle | None = None
        if "like" in record:
            types = self.record.named("types")
            if record["like"] not in seen and self.expect("type", record["like"], types, record.at("like")):
                base = self.type(types[record["like"]].value, span, (*seen, record["like"]))
        return TypeStyle(
            face=record.get("face", base.face if base else "body"),
            size=(size := record.get("size", base.size if base else 114_300)),
            leading=record.get("leading", base.leading if base else size * 5 // 4),
            align=record.get("align", base.align if base else "left"),
            indent=record.get("indent", base.indent if base else 0),
            ink=record.get("ink", base.ink if base else BLACK),
            tracking=record.get("tracking", base.tracking if base else 0),
            stretch=record.get("stretch", base.stretch if base else 1000),
        )


_WORDS = {"type": "字样", "grid": "网格", "panel": "固定内容", "template": "模板", "level": "标题级别"}


def report_unknown(sink: Sink, span: Span, what: str, name: str, known: Iterable[str]) -> None:
    """Report a name that the style does not have, with the nearest one it has."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    sink.report(
        UNKNOWN_NAME,
        span,
        what,
        name=name,
        what_zh=_WORDS[what],
        what_en=what,
        known=", ".join(names),
        hint_zh=f"是不是“{near[0]}”？" if near else "",
        hint_en=f"did you mean “{near[0]}”?" if near else "",
    )
