"""Names a style gives to its parts, looked up; those it does not have are reported."""

from __future__ import annotations

from collections.abc import Iterable

from layout.diagnostics import Sink, Span
from layout.source.record import Record
from layout.style.findings import UNKNOWN_NAME
from layout.style.merge import merged
from layout.style.model import TypeStyle

# What a type is that says nothing of itself.
PLAIN = TypeStyle("body", 114_300, 114_300 * 5 // 4, "left")


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

    def flat(self, record: Record, span: Span, seen: tuple[str, ...] = ()) -> Record:
        """A type's record with the values of what it is `like` under its own; each keeps its place."""
        types = self.record.named("types")
        like = record.get("like", "")
        if not like or like in seen or not self.expect("type", like, types, record.at("like")):
            return record
        return merged(self.flat(types[like].value, span, (*seen, like)), record)

    def type(self, record: Record, span: Span, base: TypeStyle = PLAIN) -> TypeStyle:
        """A type style, what it is `like` filled in; what is said nowhere is as in `base`."""
        found = self.flat(record, span)
        size = found.get("size", base.size)
        return TypeStyle(
            face=found.get("face", base.face),
            size=size,
            leading=found.get("leading", size * 5 // 4),
            align=found.get("align", base.align),
            indent=found.get("indent", base.indent),
            ink=found.get("ink", base.ink),
            tracking=found.get("tracking", base.tracking),
            stretch=found.get("stretch", base.stretch),
        )


_WORDS = {
    "type": "字样",
    "grid": "网格",
    "panel": "固定内容",
    "frame": "边框",
    "template": "模板",
    "level": "标题级别",
    "subhead": "插题样子",
    "role": "字体角色",
    "slot": "位子",
    "field": "字段",
}


def report_unknown(sink: Sink, span: Span, what: str, name: str, known: Iterable[str]) -> None:
    """Report a name that the style does not have, with the nearest one it has."""
    import difflib

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
