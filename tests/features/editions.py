"""The small editions that show one feature each."""

from __future__ import annotations

from pathlib import Path

from layout import api
from tests.newsrooms import fonts_without_sets

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]
FEATURES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/issue.yaml")))


def loaded(name: str) -> api.Loaded:
    """A feature's edition; `styles/` here and those of the sample papers serve when it has none of its own."""
    folder = FOLDER / name
    own = any((folder / part).is_dir() for part in ("styles", "fonts"))
    fonts = None if (folder / "fonts" / "faces.yaml").is_file() else fonts_without_sets()
    return api.load(folder / "issue.yaml", root=folder if own else FOLDER, fonts=fonts)


def written(name: str) -> set[str]:
    """Every line of a feature's own files and of the styles that features share, without its indent."""
    texts = (
        path.read_text("utf-8")
        for folder in (name, "styles")
        for path in (FOLDER / folder).rglob("*")
        if path.suffix in {".yaml", ".md"}
    )
    return {line.strip() for text in texts for line in text.splitlines()}
