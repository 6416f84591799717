"""Each feature's small edition builds without a fault, keeps its text, and looks as it did.

Renew the dumps with `pytest tests/features --update`, the pages in view.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from layout import api
from layout.diagnostics import Severity
from layout.text.normalize import normalise
from tests.features.editions import FEATURES, FOLDER, REPOSITORY, loaded, written

_EXAMPLE = re.compile(r"<!-- example: ([\w-]+) -->\n+```\w+\n(.*?)```", re.DOTALL)
_READMES = (REPOSITORY / "issues" / "README.md", REPOSITORY / "styles" / "README.md")
EXAMPLES = [found.groups() for readme in _READMES for found in _EXAMPLE.finditer(readme.read_text("utf-8"))]


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_is_built_as_it_was(name, request):
    edition = loaded(name)
    assert not _faults(edition.diagnostics)
    composition = api.compose(edition)
    assert not _faults(composition.diagnostics)
    _compare(api.dump(composition), FOLDER / name / "dump.txt", update=request.config.getoption("--update"))
    _check_text(name, edition, composition)


def _faults(diagnostics) -> list[str]:
    return [f"{found.kind.code} {found.span}" for found in diagnostics if found.kind.severity is not Severity.NOTE]


def _compare(dumped: str, golden: Path, *, update: bool) -> None:
    if update:
        golden.write_text(dumped, "utf-8")
    expected = golden.read_text("utf-8") if golden.exists() else ""
    pairs = zip(expected.splitlines(), dumped.splitlines(), strict=False)
    changed = [f"-{old}\n+{new}" for old, new in pairs if old != new]
    assert dumped == expected, f"{len(changed)} lines differ, the first:\n" + "\n".join(changed[:5])


def _check_text(name: str, edition: api.Loaded, composition) -> None:
    """Every paragraph comes out of the PDF, in the order it is drawn."""
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(composition, edition, target).values()
    drawn = _squeezed("".join(_texts(data)))
    for story in edition.edition.stories.values():
        for paragraph in story.body:
            assert _squeezed(normalise(paragraph.text).text)[:12] in drawn, f"{name}: {paragraph.text}"


def _texts(data: bytes) -> list[str]:
    texts = []
    for page in pypdfium2.PdfDocument(data):
        objects = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=3, textpage=page.get_textpage())
        texts += [item.extract() for item in objects]
    return texts


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u2e3a", "——").split())


@pytest.mark.parametrize(("name", "block"), EXAMPLES)
def test_an_example_of_a_readme_is_one_that_is_built(name, block):
    lines = written(name)
    missing = [line for line in block.splitlines() if line.strip() and line.strip() not in lines]
    assert not missing


def test_every_feature_is_explained():
    assert {name for name, _ in EXAMPLES} == set(FEATURES)
