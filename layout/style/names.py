"""Names looked up in a style: types, grids, panels; those it does not have are reported."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from layout.diagnostics import Sink, Span
from layout.ink import BLACK
from layout.source.record import Record
from layout.style.findings import UNKNOWN_NAME
from layout.style.model import TypeStyle


class Names:
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

    def type(self, record: Record, span: Span, seen: tuple[str, ...] = (), base: TypeStyle | None = None) -> TypeStyle:
        """A type style, what it is `like` filled in; `base` fills in what neither says."""
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


_WORDS = {
    "type": "字样",
    "grid": "网格",
    "panel": "固定内容",
    "template": "模板",
    "level": "标题级别",
    "subhead": "插题样子",
}


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
