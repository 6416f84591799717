"""Graphics states (ISO 32000-1, 8.4.5)."""

from __future__ import annotations

from typing import Any

from layout.backends.pdf.objects import Raw, dictionary, name
from layout.backends.pdf.overprint import Overprint


def overprint_state(over: Overprint) -> Any:
    """The parameter dictionary. In mode 1 an ink of nothing leaves what is under it."""
    return dictionary(
        {
            "Type": name("ExtGState"),
            "op": Raw(str(over.fill).lower()),
            "OP": Raw(str(over.stroke).lower()),
            "OPM": 1,
        }
    )
