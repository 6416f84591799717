"""What the page is made with: templates and scripts of our own, and htmx from the package that carries it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
_OWN = _HERE / "static"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
HTMX = "htmx.js"


def missing() -> list[str]:
    """The packages of the extra that are not there."""
    wanted = {
        "starlette": "starlette",
        "uvicorn": "uvicorn",
        "jinja2": "jinja2",
        "watchfiles": "watchfiles",
        "django_htmx": "django-htmx",
    }
    return [name for module, name in wanted.items() if find_spec(module) is None]


def asset(name: str) -> tuple[bytes, str] | None:
    """A file of the page and its media type; None for a name that is none of its files."""
    path = _htmx() if name == HTMX else _OWN / name
    if path is None or (name != HTMX and (path.parent != _OWN or path.suffix not in _TYPES)) or not path.is_file():
        return None
    return path.read_bytes(), _TYPES[path.suffix]


def _htmx() -> Path | None:
    """The file of htmx; its package is looked up and not imported, since that would want Django."""
    spec = find_spec("django_htmx")
    folders = spec.submodule_search_locations if spec else None
    return Path(next(iter(folders))) / "static" / "django_htmx" / "htmx-4.min.js" if folders else None
