"""The catalogue: exact search, versions, tombstones, fixity, and nothing half done when it is stopped."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from datetime import date

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.catalogue.changes import changes
from layout.catalogue.fixity import verified
from layout.catalogue.ingest import take_in
from layout.catalogue.model import CatalogueError, EditionRecord, Query
from layout.catalogue.sqlite import SqliteStore
from layout.catalogue.words import searchable
from layout.cli import main
from tests.catalogue.bags import TEXTS, bag, index_of


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "catalogue.sqlite")
    yield made
    made.close()


def record(index) -> EditionRecord:
    return EditionRecord("nowhere", f"hash of {index['id']}", {}, index)


def added(store, place) -> list[str]:
    return [outcome for _, outcome, _ in take_in(store, str(place))]


def test_words_are_found_as_they_are_written(store):
    store.add(record(index_of()))
    assert {hit.story for hit in store.search(Query("灯")).hits} == {"ferry", "bridge"}
    assert [hit.story for hit in store.search(Query("缆绳")).hits] == ["ferry"]
    assert store.search(Query("绳缆")).total == 0
    assert store.search(Query("午澜")).total == 0  # a comma stands between them
    assert store.search(Query("着摆")).total == 0
    assert [hit.story for hit in store.search(Query("新桥 今夜")).hits] == ["bridge"]
    assert store.search(Query("新桥 缆绳")).total == 0


def test_a_hit_names_edition_page_rectangle_and_excerpt(store):
    store.add(record(index_of()))
    (hit,) = store.search(Query("第二班船")).hits
    assert (hit.edition, hit.page, hit.section) == ("lanchuan-daily/2026-03-20/v1", "A01", "要闻")
    assert hit.place == (10, 22, 280, 12)
    assert "第二班船" in hit.excerpt


def test_date_page_section_byline_and_embargo_narrow_a_search(store):
    store.add(record(index_of("2026-03-20", embargo="2026-06-01")))
    store.add(record(index_of("2026-03-21", section="副刊")))
    lamps = Query("灯")
    assert store.search(lamps).total == 4
    for narrowed in (
        Query("灯", since=date(2026, 3, 21)),
        Query("灯", until=date(2026, 3, 20)),
        Query("灯", section="副刊"),
        Query("灯", public_on=date(2026, 5, 31)),
    ):
        assert store.search(narrowed).total == 2
    assert store.search(Query("灯", page="A01")).total == 4
    assert store.search(Query("灯", page="A02")).total == 0
    assert store.search(Query(byline="闻远")).total == 4
    assert store.search(Query(byline="远闻")).total == 0
    assert [hit.date.day for hit in store.search(lamps).hits] == [21, 21, 20, 20]


_LETTERS = st.text(st.sampled_from("灯渡口船，。 A江\n𠮷⿰"), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_LETTERS, min_size=1, max_size=5), data=st.data())
def test_search_agrees_with_a_linear_scan(texts, data, tmp_path_factory):
    store = SqliteStore(tmp_path_factory.mktemp("scan") / "c.sqlite")
    try:
        own = {f"s{number}": text for number, text in enumerate(texts)}
        store.add(record(index_of(texts=own)))
        word = data.draw(st.text(st.sampled_from("灯渡口船，。A江𠮷"), min_size=1, max_size=3))
        wanted = {story for story, text in own.items() if searchable(word) in searchable(text)}
        assert {hit.story for hit in store.search(Query(word)).hits} == wanted
    finally:
        store.close()


def test_adding_twice_is_as_good_as_once(store, tmp_path):
    place = bag(tmp_path / "bags" / "one", index_of())
    assert added(store, place) == ["added"]
    assert added(store, place) == ["known"]
    assert added(store, tmp_path / "bags") == ["known"]
    assert len(store.editions()) == 1
    moved = place.rename(tmp_path / "elsewhere")
    assert added(store, moved) == ["known"]
    assert store.editions()[0].location == str(moved.resolve())


def test_the_same_name_with_other_content_is_refused(store, tmp_path):
    added(store, bag(tmp_path / "one", index_of()))
    other = bag(tmp_path / "two", index_of(texts={"ferry": "渡口\n换了。"}))
    ((_, outcome, found),) = take_in(store, str(other))
    assert outcome == "refused"
    assert [one.code for one in found] == ["CAT002"]


def test_a_damaged_package_is_not_taken_in(store, tmp_path):
    place = bag(tmp_path / "one", index_of())
    (place / "data/pdf/A01.pdf").write_bytes(b"%PDF other")
    ((_, outcome, found),) = take_in(store, str(place))
    assert outcome == "refused"
    assert [one.code for one in found] == ["CAT003"]
    assert store.editions() == []


def test_a_corrected_page_is_a_new_version_and_the_old_one_stays(store, tmp_path):
    corrected = {**TEXTS, "ferry": TEXTS["ferry"].replace("十点", "十一点")}
    corrected.pop("bridge")
    corrected["tea"] = "新茶上市\n头茬。"
    added(store, bag(tmp_path / "v1", index_of()))
    added(store, bag(tmp_path / "v2", index_of(version=2, texts=corrected)))
    assert [(entry.version, entry.latest) for entry in store.editions()] == [(1, False), (2, True)]
    assert [hit.edition[-2:] for hit in store.search(Query("第二班船")).hits] == ["v2"]
    assert store.search(Query("第二班船", every_version=True)).total == 2
    first, second = (entry.identifier for entry in store.editions())
    found = {(change.what, change.how, change.name): change for change in changes(store, first, second)}
    assert ("page", "changed", "A01") in found
    assert ("article", "removed", "bridge") in found
    assert ("article", "added", "tea") in found
    ((before, after),) = found["article", "changed", "ferry"].texts
    assert "十点" in before
    assert "十一点" in after
    assert list(changes(store, first, first)) == []


def test_an_older_version_taken_in_later_does_not_hide_the_new_one(store):
    store.add(record(index_of(version=2)))
    store.add(record(index_of(version=1)))
    assert [(entry.version, entry.latest) for entry in store.editions()] == [(1, False), (2, True)]


def test_a_withdrawn_article_leaves_its_reason_and_is_found_no_more(store):
    store.add(record(index_of()))
    name = store.editions()[0].identifier
    assert not store.withdraw(name, "nothing", "x")
    assert store.withdraw(name, "ferry", "当事人要求，总编室同意")
    assert [hit.story for hit in store.search(Query("灯")).hits] == ["bridge"]
    stone = next(article for article in store.articles(name) if article.story == "ferry")
    assert (stone.text, stone.withdrawn) == ("", "当事人要求，总编室同意")
    store.add(record(index_of(version=2)))
    assert [hit.story for hit in store.search(Query("灯")).hits] == ["bridge"]


def test_a_catalogue_made_anew_from_the_bags_finds_no_withdrawn_article(tmp_path):
    file = tmp_path / "catalogue.sqlite"
    for number, story in enumerate(("ferry", "bridge"), 1):
        store = SqliteStore(file)
        store.add(record(index_of(version=number)))
        assert store.withdraw(store.editions()[0].identifier, story, f"理由{number}", "2026-03-21T08:00:00")
        store.close()
        file.unlink()
    store = SqliteStore(file)
    store.add(record(index_of()))
    assert not store.search(Query("灯")).hits
    assert {article.story: article.withdrawn for article in store.articles(store.editions()[0].identifier)} == {
        "ferry": "理由1",
        "bridge": "理由2",
    }
    kept = json.loads((tmp_path / "catalogue.withdrawn.json").read_bytes())["withdrawn"]
    assert [(one["story"], one["time"]) for one in kept] == [
        ("ferry", "2026-03-21T08:00:00"),
        ("bridge", "2026-03-21T08:00:00"),
    ]
    store.close()


@pytest.mark.parametrize("spoilt", ["", "{", '{"format": 2, "withdrawn": []}', '{"format": 1, "withdrawn": [1]}'])
def test_a_list_of_withdrawn_articles_that_cannot_be_read_opens_no_catalogue(tmp_path, spoilt):
    """What was withdrawn would be found again."""
    (tmp_path / "catalogue.withdrawn.json").write_text(spoilt, "utf-8")
    with pytest.raises(CatalogueError, match="withdrawn"):
        SqliteStore(tmp_path / "catalogue.sqlite")


def test_verify_names_bit_rot_missing_and_extra_files(store, tmp_path):
    place = bag(tmp_path / "one", index_of())
    added(store, place)
    assert list(verified(store, store.editions())) == []
    pdf = place / "data/pdf/A01.pdf"
    pdf.write_bytes(pdf.read_bytes()[:-1] + b"!")
    (place / "data/extra.txt").write_text("x", "utf-8")
    found = [(one.code, dict(one.values).get("what")) for one in verified(store, store.editions())]
    assert found == [("CAT003", "changed"), ("CAT003", "extra")]
    pdf.unlink()
    found = [dict(one.values).get("what") for one in verified(store, store.editions())]
    assert found == ["missing", "extra"]
    place.rename(tmp_path / "gone")
    assert [one.code for one in verified(store, store.editions())] == ["CAT005"]


def test_a_manifest_that_was_made_to_fit_is_noticed(store, tmp_path):
    place = bag(tmp_path / "one", index_of())
    added(store, place)
    for file in place.glob("*.txt"):
        file.unlink()
    (place / "data/pdf/A01.pdf").unlink()
    (place / "data/edition.json").unlink()
    for folder in (place / "data/pdf", place / "data"):
        folder.rmdir()
    bag(place, index_of(texts={"ferry": "渡口\n换了。"}))
    assert [one.code for one in verified(store, store.editions())] == ["CAT004"]


def test_what_is_no_catalogue_is_not_opened(tmp_path):
    file = tmp_path / "c.sqlite"
    file.write_bytes(b"not a database, but long enough to look like one" * 30)
    with pytest.raises(CatalogueError):
        SqliteStore(file)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda index: index.pop("articles"),
        lambda index: index.update(id=7),
        lambda index: index.update(format=99),
        lambda index: index["articles"][0].pop("text"),
        lambda index: index["articles"][0].update(pages=[{"page": "Z99", "rect": [1, 2, 3, 4]}]),
        lambda index: index["articles"][0].update(pages=[{"page": "A01", "rect": [1]}]),
        lambda index: index["articles"].append(index["articles"][0]),
        lambda index: index.update(version=None),
        lambda index: index.update(pages="A01"),
    ],
)
def test_an_index_that_is_none_is_refused_and_nothing_is_kept(store, tmp_path, spoil):
    index = index_of()
    spoil(index)
    ((_, outcome, found),) = take_in(store, str(bag(tmp_path / "one", index)))
    assert outcome == "refused"
    assert [one.code for one in found] == ["CAT001"]
    assert store.editions() == []
    assert store.sound()


def test_a_manifest_that_leads_out_of_its_bag_is_no_bag(store, tmp_path):
    place = bag(tmp_path / "one", index_of())
    manifest = place / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text("utf-8") + f"{'0' * 64}  ../../secret\n", "utf-8")
    ((_, outcome, found),) = take_in(store, str(place))
    assert outcome == "refused"
    assert {dict(one.values).get("what", "not a bag") for one in found} == {"not a bag"}


def test_two_at_once_wait_for_each_other(tmp_path):
    one, other = (SqliteStore(tmp_path / "c.sqlite") for _ in range(2))
    one.add(record(index_of("2026-03-20")))
    other.add(record(index_of("2026-03-21")))
    assert len(one.editions()) == 2
    one.close()
    other.close()


def test_the_commands(tmp_path):
    bag(tmp_path / "bags/one", index_of())
    bag(tmp_path / "bags/two", index_of(version=2, texts={**TEXTS, "ferry": "渡口的灯\n灯灭了。"}))

    def run(*words: str) -> str:
        arguments = ["--lang", "en", "catalogue", "--db", str(tmp_path / "c.sqlite"), *words]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    assert "2 added" in run("add", str(tmp_path / "bags"))
    assert "2 known" in run("add", str(tmp_path / "bags"))
    assert "(replaced)" in run("list")
    assert "1 articles" in run("search", "合龙")
    assert json.loads(run("search", "合龙", "--format", "json"))[0]["story"] == "bridge"
    assert "灯灭了" in run("show", "2026-03-20", "ferry")
    assert "闻远" in run("show", "2026-03-20")
    assert "~ article ferry" in run("diff", "lanchuan-daily/2026-03-20/v1")
    assert "every file is sound" in run("verify")
    assert len(run("export").splitlines()) == 2
    run("withdraw", "2026-03-20", "ferry", "--reason", "法院判决")
    assert "法院判决" in run("show", "2026-03-20", "ferry")


@pytest.mark.slow
def test_killed_at_any_moment_it_goes_on_where_it_was(tmp_path):
    """Twenty times the process is killed while it adds; after each the catalogue is sound, in the end it is whole."""
    count = 400
    for number in range(count):
        bag(tmp_path / "bags" / f"{number:03d}", index_of(f"2026-03-20-{number:03d}", date="2026-03-20"))
    file = tmp_path / "catalogue.sqlite"
    chance = random.Random(20)
    command = [sys.executable, "-m", "tests.catalogue.adding", str(file), str(tmp_path / "bags")]
    kept = 0
    for _ in range(20):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        process.kill()
        process.wait()
        process.stdout.close()
        store = SqliteStore(file)
        assert store.sound()
        entries = store.editions()
        assert len(entries) >= kept
        kept = len(entries)
        assert all(len(store.articles(entry.identifier)) == len(TEXTS) for entry in entries[-3:])
        assert store.search(Query("缆绳")).total == kept
        store.close()
    assert 0 < kept < count
    subprocess.run(command, check=True, capture_output=True)
    store = SqliteStore(file)
    assert len(store.editions()) == count
    assert list(verified(store, store.editions())) == []
    store.close()
