"""Options of the test suite, and what every test can count on."""

import itertools

import pytest

from layout.text import sense

_TESTS = itertools.count()


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="renew the golden dumps")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch, tmp_path_factory):
    """What a build keeps for the next one stays within a test."""
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path_factory.getbasetemp() / f"kept-{next(_TESTS)}"))


@pytest.fixture(autouse=True)
def _no_segmenter(monkeypatch, request):
    """Goldens are the same on every machine: a segmenter that happens to be installed parts no headline here."""
    if "segmenter" not in request.keywords:
        monkeypatch.setattr(sense, "installed_segmenter", lambda: None)
