"""The templates of the site, and its style sheet and scripts under names that follow from what is in them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
ASSETS = "assets"


@cache
def assets() -> dict[str, bytes]:
    """The style sheet and scripts by their paths in the site. An edition keeps those it was made with."""
    return dict(map(_asset, sorted((_HERE / ASSETS).iterdir())))


def _asset(file: Path) -> tuple[str, bytes]:
    data = file.read_bytes()
    return f"{ASSETS}/{file.stem}-{hashlib.sha256(data).hexdigest()[:10]}{file.suffix}", data


def asset(name: str) -> str:
    """The path of one of them by its plain name."""
    return next(
        path
        for path in assets()
        if path.startswith(f"{ASSETS}/{Path(name).stem}-") and path.endswith(Path(name).suffix)
    )


def rendered(template: str, **values: Any) -> bytes:
    """A template filled in. Every value is escaped: no text of a story can become markup."""
    text: str = _environment().get_template(template).render(**values)
    return (text.rstrip("\n") + "\n").encode()


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    made.globals["asset"] = asset
    return made
