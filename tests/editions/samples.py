"""The sample editions, composed once a test session."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from layout import api
from layout.compose.model import Composition
from tests.newsrooms import fonts_without_sets

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = ("2026-03-20", "2026-03-21-evening")


@cache
def loaded(name: str) -> api.Loaded:
    return api.load(REPOSITORY / "issues" / name / "issue.yaml", fonts=fonts_without_sets())


@cache
def composition(name: str) -> Composition:
    return api.compose(loaded(name))


@cache
def pdfs(name: str) -> dict[str, bytes]:
    target = api.Target(profile="proof", out=Path("unused"))
    return dict(api.pdfs(composition(name), loaded(name), target))
