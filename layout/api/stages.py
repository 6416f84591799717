"""How far the composed pages of an edition have come, by what its `stages.yaml` says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from layout.api.loaded import Loaded
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.edition.stagefindings import CHANGED, UNSIGNED
from layout.edition.stages import PageStage, stage_of


def digests(composition: Composition) -> dict[str, str]:
    """The hash of every composed page, by its name."""
    from layout.display.digest import page_digest

    return {page.name: page_digest(page, composition.parts) for page in composition.pages}


def stages(composition: Composition, loaded: Loaded) -> Mapping[str, PageStage]:
    """How far every composed page has come, by its name; `loaded` is as its files are now."""
    assert loaded.style is not None
    required = loaded.style.signatures
    return {name: stage_of(name, digest, loaded.entries, required) for name, digest in digests(composition).items()}


def unsigned(known: Iterable[PageStage]) -> Iterator[Diagnostic]:
    """Pages that may not be printed yet."""
    for stage in known:
        if not stage.may_be_printed:
            role = stage.missing[0] if stage.missing else ""
            named = (*_named(stage), ("missing", "、".join(stage.missing)), ("role", role))
            yield Diagnostic(UNSIGNED, None, "", named, stage.page)


def changed(composition: Composition, loaded: Loaded) -> Iterator[Diagnostic]:
    """Pages that are others than when they were signed."""
    for stage in stages(composition, loaded).values() if loaded.entries else ():
        if stage.changed:
            yield Diagnostic(CHANGED, None, "", _named(stage), stage.page)


def _named(stage: PageStage) -> tuple[tuple[str, str], ...]:
    return ("stage_zh", stage.named("zh")), ("stage_en", stage.named("en"))
