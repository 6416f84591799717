"""Options of the test suite, and what every test can count on."""

import pytest

from layout.text import sense


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="renew the golden dumps")


@pytest.fixture(autouse=True)
def _no_segmenter(monkeypatch, request):
    """Goldens are the same on every machine: a segmenter that happens to be installed parts no headline here."""
    if "segmenter" not in request.keywords:
        monkeypatch.setattr(sense, "installed_segmenter", lambda: None)
