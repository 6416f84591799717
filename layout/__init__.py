"""paiban 排版: a print-layout composer for Chinese newspapers.

Public names are those of `layout.api`, loaded when first used; everything else may change.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["Loaded", "Target", "__version__", "compose", "dump", "export", "load"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from layout import api

        return getattr(api, name)
    raise AttributeError(name)
