"""What paiban says: a sort of finding (`Kind`), one with its place (`Diagnostic`), their collector (`Sink`)."""

from layout.diagnostics.model import Diagnostic, Kind, Severity, Sink, Span, finding

__all__ = ["Diagnostic", "Kind", "Severity", "Sink", "Span", "finding"]
