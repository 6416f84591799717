"""The sample editions are clean: nothing over, nothing short, no line a reader would stumble over."""

import pytest

from layout import api
from layout.diagnostics import Severity
from tests.editions.samples import SAMPLES, composition, loaded


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_edition_has_no_errors_and_no_warnings(name):
    found = loaded(name).diagnostics + composition(name).diagnostics
    serious = [f"{d.span}: {d.code} {d.message('en')}" for d in found if d.severity is not Severity.NOTE]
    assert serious == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_rules_find_nothing_but_notes(name):
    """Every rule over the composed pages: contents, weather, ears and heads over their boxes are no holes, too."""
    found = api.findings(composition(name), loaded(name))
    serious = [f"{d.span}: {d.code} {d.message('en')}" for d in found if d.severity is not Severity.NOTE]
    assert serious == []


def test_the_samples_hold_at_least_40_000_characters():
    stories = [story for name in SAMPLES for story in loaded(name).edition.stories.values()]
    assert sum(len(paragraph.text) for story in stories for paragraph in story.body) >= 40_000


def test_no_paragraph_stands_twice():
    texts = [
        paragraph.text
        for name in SAMPLES
        for story in loaded(name).edition.stories.values()
        for paragraph in story.body
        if len(paragraph.text) > 20
    ]
    assert len(texts) == len(set(texts))
