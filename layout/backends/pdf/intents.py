"""The output intent of a PDF for the press or the archive."""

from __future__ import annotations

from typing import Any

from layout.backends.pdf.objects import array, dictionary, name, stream, string
from layout.backends.pdf.printing import Printing

_REGISTRY = "http://www.color.org"


def output_intents(printing: Printing, document: Any) -> Any:
    """The one output intent, its profile embedded (ISO 15930-7, 6.2; ISO 32000-1, 14.11.5)."""
    intent = printing.intent
    profile = document.Reference(stream(intent.profile.data, {"N": 4, "Alternate": name("DeviceCMYK")}))
    entries = {
        "Type": name("OutputIntent"),
        "S": name(printing.conformance.intent),
        "OutputConditionIdentifier": string(intent.condition),
        "OutputCondition": string(intent.info),
        "RegistryName": string(_REGISTRY) if intent.registered else None,
        "Info": string(intent.info),
        "DestOutputProfile": profile,
    }
    return array([document.Reference(dictionary(entries))])
