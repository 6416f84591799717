"""Deliveries: the files, the sums, the presets, the ticket; what is sent again; what is interrupted."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from layout import api
from layout.backends.files import OutputError
from layout.diagnostics import Sink
from layout.release import delivery
from layout.release.delivery import PRESETS, SUMS, TICKET, DeliveredError, Delivery, deliver, made_delivery
from tests.features import editions

FEATURE = "spread"


@cache
def edition() -> api.Loaded:
    return editions.loaded(FEATURE)


def made(**changes: object) -> Delivery:
    run = api.press_run(edition(), Sink())
    assert run is not None
    run = replace(run, press=replace(run.press, **changes))
    return made_delivery(api.compose(edition()), edition(), api.Target("press", Path("unused"), "pages", press=run), ())


@cache
def sound() -> Delivery:
    return made()


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def other(page: str) -> Delivery:
    """The same delivery with another file for a page."""
    delivery = sound()
    name = delivery.names[page]
    files = {**delivery.files, name: delivery.files[name] + b"\n"}
    return replace(delivery, files=files, pages={**delivery.pages, page: hashlib.sha256(files[name]).hexdigest()})


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_delivery_is_the_pages_with_sums_presets_and_ticket():
    delivery = sound()
    assert set(delivery.files) == {*delivery.names.values(), PRESETS, TICKET, SUMS}
    for line in delivery.files[SUMS].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(delivery.files[name]).hexdigest() == digest
    ticket = json.loads(delivery.files[TICKET])
    assert {page["page"]: page["sha256"] for page in ticket["pages"]} == delivery.pages
    assert ticket["condition"] == "CGATS TR 002"


def test_presets_are_the_zones_of_each_plate():
    presets = json.loads(sound().files[PRESETS])
    ticket = {page["page"]: page for page in json.loads(sound().files[TICKET])["pages"]}
    for page, plates in presets["pages"].items():
        assert list(plates) == ticket[page]["plates"]
        for ink, zones in plates.items():
            assert len(zones) == presets["zones"] == 32
            assert sum(zones) / len(zones) == pytest.approx(ticket[page]["coverage"][ink], abs=0.2)


def test_names_are_those_that_the_shop_asks_for():
    named = made(files="{date}-{page}-v{version}.pdf", zones=8)
    assert sorted(named.names.values()) == [f"20260320-{page}-v1.pdf" for page in sorted(named.pages)]


def test_the_same_again_changes_nothing(tmp_path):
    paths, changes = deliver(sound(), tmp_path / "shop")
    assert len(paths) == len(sound().files)
    assert set(changes.new) == set(sound().pages)
    assert deliver(sound(), tmp_path / "shop")[0] == ()


def test_other_pages_are_refused_and_told_and_replaced_when_asked_for(tmp_path):
    page = next(iter(sound().pages))
    deliver(sound(), tmp_path / "shop")
    before = held(tmp_path / "shop")
    with pytest.raises(DeliveredError) as refused:
        deliver(other(page), tmp_path / "shop")
    assert refused.value.found.code == "PRESS401"
    assert dict(refused.value.found.values)["pages"] == page
    assert held(tmp_path / "shop") == before
    _, changes = deliver(other(page), tmp_path / "shop", replace=True)
    assert (changes.new, changes.changed, changes.gone) == ((), (page,), ())
    ticket = json.loads((tmp_path / "shop" / TICKET).read_bytes())
    assert ticket["resent"] == {"new": [], "changed": [page], "gone": []}
    sums = (tmp_path / "shop" / SUMS).read_text("utf-8")
    assert all(
        hashlib.sha256(data).hexdigest() in sums for name, data in held(tmp_path / "shop").items() if name != SUMS
    )


def test_a_page_that_is_gone_is_taken_away(tmp_path):
    deliver(sound(), tmp_path / "shop")
    gone = list(sound().pages)[-1]
    left = {page: digest for page, digest in sound().pages.items() if page != gone}
    files = {name: data for name, data in sound().files.items() if name != sound().names[gone]}
    _, changes = deliver(replace(sound(), pages=left, files=files), tmp_path / "shop", replace=True)
    assert changes.gone == (gone,)
    assert sound().names[gone] not in held(tmp_path / "shop")


def test_files_without_a_ticket_are_not_written_over(tmp_path):
    name = next(iter(sound().names.values()))
    (tmp_path / name).write_bytes(b"someone else's")
    (tmp_path / TICKET).write_bytes(b"no ticket")
    with pytest.raises(DeliveredError):
        deliver(sound(), tmp_path)
    assert (tmp_path / name).read_bytes() == b"someone else's"


def test_an_interrupted_delivery_leaves_what_was_there(tmp_path, monkeypatch):
    deliver(sound(), tmp_path / "shop")
    before = held(tmp_path / "shop")
    whole = Path.replace
    calls = iter(range(100))

    def broken(self, target):
        if next(calls) == 2:
            raise OSError("the line was cut")
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OutputError):
        deliver(other(next(iter(sound().pages))), tmp_path / "shop", replace=True)
    monkeypatch.undo()
    assert held(tmp_path / "shop") == before


def _delivering(made: Delivery, folder: Path, inside, may_go, told) -> None:
    """Deliver in a process of its own; between looking and writing it says so and waits for the other."""
    real = delivery.write_all

    def waiting(*arguments):
        inside.set()
        may_go.wait(1)
        return real(*arguments)

    delivery.write_all = waiting
    try:
        deliver(made, folder)
        told.put("delivered")
    except DeliveredError:
        told.put("refused")


def test_two_deliveries_at_once_go_one_after_the_other(tmp_path):
    run = multiprocessing.get_context("fork")
    first, second = sound(), other(next(iter(sound().pages)))
    inside, finished = run.Event(), run.Event()
    # Each tells in a queue of its own: in one queue the order would be that of the processes' feeding threads.
    one_told, two_told = run.Queue(), run.Queue()
    one = run.Process(target=_delivering, args=(first, tmp_path / "shop", inside, finished, one_told))
    one.start()
    assert inside.wait(20)
    two = run.Process(target=_delivering, args=(second, tmp_path / "shop", run.Event(), run.Event(), two_told))
    two.start()
    # The other may only end first when nothing holds it; the one in the folder does not wait for it for ever.
    two.join(0.5)
    finished.set()
    one.join(20)
    two.join(20)
    assert one_told.get(timeout=5) == "delivered"
    assert two_told.get(timeout=5) == "refused"
    assert held(tmp_path / "shop") == dict(first.files)
