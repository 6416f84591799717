"""Files of tables and charts, read into what is to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from layout.diagnostics import Sink, Span
from layout.edition.copytext import read_table
from layout.edition.data import Chart, Data, Series, StandingTable, Value
from layout.edition.dataform import CHART
from layout.edition.model import Words, text_of
from layout.edition.storyfile import words
from layout.edition.table_findings import CHART_NEGATIVE, CHART_UNEVEN, HIGHLIGHT_UNKNOWN, NO_NUMBERS
from layout.source.document import read_document
from layout.source.record import Reader, Record
from layout.source.yamltree import compose_yaml


def read_standing_table(path: Path, named_by: Span, sink: Sink) -> StandingTable | None:
    """The table of a file, or None with the mistakes reported."""
    document = read_document(path, sink, named_by)
    body = read_table(document, sink) if document else None
    return StandingTable(body.paragraphs, body.tables[0]) if body and body.tables else None


def read_chart(path: Path, named_by: Span, sink: Sink) -> Chart | None:
    """The chart of a file, or None with the mistakes reported."""
    before = len(sink.found)
    document = read_document(path, sink, named_by)
    node = compose_yaml(document, sink) if document else None
    record = Reader(document, sink).record(node, CHART) if document and node else None
    if record is None or len(sink.found) > before:
        return None
    chart = Chart(
        kind=record["kind"],
        labels=tuple(Words((item.value,), item.span) for item in record.many("labels")),
        series=tuple(_series(record)),
        span=record.span,
        title=words(record, "title"),
        unit=words(record, "unit"),
        highlight=record.get("highlight", ""),
    )
    return chart if _is_sound(chart, record, sink) else None


def _series(record: Record) -> Iterator[Series]:
    if "values" in record:
        yield Series(None, _values(record))
    for series in record.records("series"):
        if {"name", "values"} <= series.items.keys():
            yield Series(words(series, "name"), _values(series))


def _values(record: Record) -> tuple[Value, ...]:
    return tuple(item.value for item in record.many("values"))


def _is_sound(chart: Chart, record: Record, sink: Sink) -> bool:
    """Whether a chart has a number for every label, and only such as its kind can show."""
    before = len(sink.found)
    if not chart.series or not chart.labels:
        sink.report(NO_NUMBERS, chart.span, "values")
    for series in chart.series:
        if len(series.values) != len(chart.labels):
            name = series.name.text if series.name else "values"
            numbers, labels = len(series.values), len(chart.labels)
            sink.report(CHART_UNEVEN, chart.span, "values", series=name, numbers=numbers, labels=labels)
    least = min((value.number for series in chart.series for value in series.values), default=0)
    if chart.kind != "line" and least < 0:
        sink.report(CHART_NEGATIVE, chart.span, "values", kind=chart.kind)
    if chart.highlight and chart.highlight not in {label.text for label in chart.labels}:
        sink.report(HIGHLIGHT_UNKNOWN, record.at("highlight"), "highlight", label=chart.highlight)
    return len(sink.found) == before


def spoken(data: Data) -> str:
    """A table or a chart in words, for readers who cannot see it."""
    if isinstance(data, StandingTable):
        return "；".join(filter(None, (paragraph.text for paragraph in data.paragraphs)))
    title = f"{data.title.text}：" if data.title else ""
    unit = text_of(data.unit)
    rows = []
    for series in data.series:
        name = f"{series.name.text} " if series.name else ""
        values = (f"{label.text} {value.text}{unit}" for label, value in zip(data.labels, series.values, strict=True))
        rows.append(name + "、".join(values))
    return title + "；".join(rows)
