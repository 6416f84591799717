"""The composed sample pages as text, line by line; renew with `pytest tests/golden --update`, pages in view."""

import hashlib
from pathlib import Path

import pytest

from layout import api
from tests.editions.samples import SAMPLES, composition

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pages_are_as_they_were(name, request):
    dumped = api.dump(composition(name))
    golden = FOLDER / f"{name}.txt"
    if request.config.getoption("--update"):
        golden.write_text(dumped, "utf-8")
    expected = golden.read_text("utf-8") if golden.exists() else ""
    if dumped != expected:
        changed = [
            f"-{old}\n+{new}"
            for old, new in zip(expected.splitlines(), dumped.splitlines(), strict=False)
            if old != new
        ]
        pytest.fail(f"{len(changed)} lines differ, the first:\n" + "\n".join(changed[:5]))


def test_a_dump_names_every_item_once():
    dumped = api.dump(composition(SAMPLES[0]))
    assert (
        hashlib.sha256(dumped.encode()).hexdigest()
        == hashlib.sha256(api.dump(composition(SAMPLES[0])).encode()).hexdigest()
    )
    drawn = sum(len(page.items) for page in composition(SAMPLES[0]).pages)
    assert len([line for line in dumped.splitlines() if line and not line.startswith("page")]) >= drawn
