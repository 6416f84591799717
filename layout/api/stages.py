"""How far the composed pages of an edition have come, by what its `stages.yaml` says of them."""

from __future__ import annotations

from collections.abc import Mapping

from layout.api.loaded import Loaded
from layout.compose.model import Composition
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
