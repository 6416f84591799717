"""The archive's package: sound, told apart from spoiled ones, and made again byte for byte from itself alone."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from layout import api
from layout.backends.files import OutputError
from layout.cli import main
from layout.diagnostics import Sink, Span
from layout.edition.model import Words
from layout.edition.people import people_of
from layout.release.archive.bag import faults, write_bag
from layout.release.archive.package import Wish, package, presses
from layout.release.archive.rebuild import rebuild
from layout.release.archive.sources import sources
from layout.release.printed import printed_page, squeezed
from tests.features.editions import FOLDER, loaded
from tests.structure import Tagged

_ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
_METS = "{http://www.loc.gov/METS/}"
_FEATURES = (
    "jumps",
    "vertical-text",
    *(pytest.param(name, marks=pytest.mark.slow) for name in ("picture-group", "table")),
)


def bagged(name, folder, **wish):
    edition = loaded(name)
    made = package(api.compose(edition), edition, presses(edition, Sink()), Wish(fonts="hash", **wish))
    write_bag(folder, made.payload, made.info)
    return folder


@pytest.fixture(scope="module", params=_FEATURES)
def bag(request, tmp_path_factory):
    return request.param, bagged(request.param, tmp_path_factory.mktemp("bags") / request.param)


@pytest.fixture(scope="module")
def jumps(tmp_path_factory):
    return bagged("jumps", tmp_path_factory.mktemp("jumps") / "bag")


def payload_of(folder) -> dict[str, bytes | Path]:
    files = (file for file in (folder / "data").rglob("*") if file.is_file())
    return {file.relative_to(folder / "data").as_posix(): file for file in files}


@pytest.fixture
def spoiled(bag, tmp_path):
    """A copy that may be spoiled."""
    shutil.copytree(bag[1], tmp_path / "twin")
    return tmp_path / "twin"


def test_a_bag_is_sound_and_lists_every_file(bag):
    assert list(faults(bag[1])) == []


def test_a_flipped_byte_a_missing_and_an_extra_file_are_named(spoiled):
    pdf = next((spoiled / "data/pdf").glob("*.pdf"))
    data = bytearray(pdf.read_bytes())
    data[len(data) // 2] ^= 1
    pdf.write_bytes(data)
    (spoiled / "data/mets.xml").unlink()
    (spoiled / "data/note.txt").write_text("new", "utf-8")
    found = {(fault.path, fault.what) for fault in faults(spoiled)}
    name = pdf.relative_to(spoiled).as_posix()
    assert found == {(name, "changed"), ("data/mets.xml", "missing"), ("data/note.txt", "extra")}


def test_a_bag_is_never_written_over_by_another(bag, tmp_path):
    name, folder = bag
    twin = tmp_path / "twin"
    shutil.copytree(folder, twin)
    bagged(name, twin)
    with pytest.raises(OutputError):
        bagged(name, twin, base="https://papers.invalid/other")
    assert list(faults(twin)) == []


def alto_faults(folder) -> list[str]:
    """Every glyph of ALTO that does not stand in the PDF where ALTO says, read by another library."""
    found = []
    for file in sorted((folder / "data/alto").glob("*.xml")):
        pdf = pypdfium2.PdfDocument(folder / "data/pdf" / f"{file.stem}.pdf")
        found += _page_faults(ElementTree.parse(file).getroot(), pdf[0])
    return found


def _page_faults(root, page) -> list[str]:
    left, _, _, top = page.get_trimbox()
    layer = page.get_textpage()
    drawn: dict[str, list[tuple[float, float]]] = {}
    for index in range(layer.count_chars()):
        box = layer.get_charbox(index, loose=True)
        drawn.setdefault(layer.get_text_range(index, 1), []).append((box[0] - left, top - box[1]))
    faults = []
    for line in root.iter(f"{_ALTO}TextLine"):
        base = float(line.get("BASELINE").split()[-1].split(",")[1]) * 72 / 254
        for glyph in line.iter(f"{_ALTO}Glyph"):
            x = float(glyph.get("HPOS")) * 72 / 254
            size = float(glyph.get("HEIGHT")) * 72 / 254
            places = drawn.get(glyph.get("CONTENT"), [])
            if not any(abs(x - at) < 1.2 and -1 < foot - base < size for at, foot in places):
                faults.append(glyph.get("CONTENT"))
    return faults


def test_alto_has_every_character_where_it_is_printed(bag):
    name, folder = bag
    if name in {"vertical-text"}:
        pytest.skip("pdfium gives no baselines of vertical text")
    assert [text for text in alto_faults(folder) if text not in "—…"] == []


def test_alto_has_the_text_of_the_page(bag):
    name, folder = bag
    made = api.compose(loaded(name))
    for page, file in zip(made.pages, sorted((folder / "data/alto").glob("*.xml")), strict=True):
        text = "".join(glyph.get("CONTENT") for glyph in ElementTree.parse(file).getroot().iter(f"{_ALTO}Glyph"))
        assert sorted(text) == sorted(printed_page(page, made.parts).text)


def test_a_changed_character_and_a_shifted_line_are_noticed(jumps, tmp_path):
    folder = shutil.copytree(jumps, tmp_path / "bag")
    file = next((folder / "data/alto").glob("*.xml"))
    tree = ElementTree.parse(file)
    line = next(line for line in tree.getroot().iter(f"{_ALTO}TextLine") if len(list(line.iter(f"{_ALTO}Glyph"))) > 8)
    glyph = next(line.iter(f"{_ALTO}Glyph"))
    glyph.set("CONTENT", "囍")
    tree.write(file, "utf-8")
    assert alto_faults(folder) == ["囍"]
    tree = ElementTree.parse(file)
    for glyph in next(iter(tree.getroot().iter(f"{_ALTO}TextBlock"))).iter(f"{_ALTO}Glyph"):
        glyph.set("HPOS", str(float(glyph.get("HPOS")) + 15))
    tree.write(file, "utf-8")
    assert len(alto_faults(folder)) > 1


def test_every_picture_of_a_page_is_described(bag):
    for file in (bag[1] / "data/pdf").glob("*.pdf"):
        with pikepdf.open(file) as document:
            assert _undescribed(document) == 0


def test_a_picture_without_words_is_noticed(tmp_path):
    folder = bagged("picture-group", tmp_path / "bag")
    with pikepdf.open(next((folder / "data/pdf").glob("*.pdf"))) as document:
        figure = next(iter(Tagged(document).root.all("Figure")))
        del figure.entries.Alt
        assert _undescribed(document) == 1


def _undescribed(document) -> int:
    return sum("/Alt" not in figure.entries for figure in Tagged(document).root.all("Figure"))


def test_mets_leads_to_blocks_that_alto_has(bag):
    folder = bag[1]
    root = ElementTree.parse(folder / "data/mets.xml").getroot()
    files = {file.get("ID"): file[0].get("{http://www.w3.org/1999/xlink}href") for file in root.iter(f"{_METS}file")}
    blocks = {
        file.name: {node.get("ID") for node in ElementTree.parse(file).getroot().iter()}
        for file in (folder / "data/alto").glob("*.xml")
    }
    areas = list(root.iter(f"{_METS}area"))
    assert areas
    for area in areas:
        assert area.get("BEGIN") in blocks[files[area.get("FILEID")].removeprefix("alto/")]


def test_every_page_names_the_press_file_it_was_printed_from(bag):
    folder = bag[1]
    index = json.loads((folder / "data/edition.json").read_text("utf-8"))
    mets, premis = ((folder / "data" / name).read_text("utf-8") for name in ("mets.xml", "premis.xml"))
    for page in index["pages"]:
        digest = page["press"]["sha256"]
        assert f"urn:sha256:{digest}" in mets
        assert digest in premis
        assert digest in (folder / f"data/alto/{page['pdf'].split('/')[1][:-4]}.xml").read_text("utf-8")


def test_articles_keep_their_text_and_its_places(bag):
    name, folder = bag
    index = json.loads((folder / "data/edition.json").read_text("utf-8"))
    stories = loaded(name).edition.stories
    for article in index["articles"]:
        whole = squeezed(article["text"])
        for paragraph in stories[article["id"]].body:
            assert squeezed(paragraph.text)[:10] in whole
        for _, _, role, start, end, *rect in article["stretches"]:
            assert article["text"][start:end].strip(), role
            assert all(value >= 0 for value in rect[2:])


def test_pictures_of_stories_are_in_the_bag_and_say_whose_they_are(tmp_path):
    edition = loaded("picture-group")
    folder = tmp_path / "news"
    shutil.copytree(edition.edition.folder, folder / "issues/group")
    shutil.copytree(edition.workspace.styles, folder / "styles")
    file = next((folder / "issues/group").rglob("*.md"))
    file.write_text(
        file.read_text("utf-8").replace("---\n", "---\nrights: © 澜川摄影社\nembargo: 2026-06-01\n", 1), "utf-8"
    )
    again = api.load(folder / "issues/group", root=folder, fonts=edition.workspace.fonts)
    made = package(api.compose(again), again, presses(again, Sink()), Wish(fonts="hash"))
    story = json.loads(made.payload[f"stories/{file.stem}.json"])
    assert story["copyrightNotice"] == "© 澜川摄影社"
    assert story["embargoedUntil"].startswith("2026-06-01")
    assert "© 澜川摄影社; embargo until 2026-06-01" in made.payload["premis.xml"].decode()
    for path in re.findall(r"\]\(\.\./(.+?)\)", made.payload[f"stories/{file.stem}.md"].decode()):
        assert path in made.payload


def test_an_edition_is_made_again_from_its_bag_alone(bag, tmp_path):
    result = rebuild(bag[1], tmp_path / "again")
    assert [found.message("en") for found in result.found] == []
    assert result.files > 10


def test_a_font_that_may_not_be_handed_on_is_asked_for(jumps, tmp_path):
    record = jumps / "data/build.json"
    made = json.loads(record.read_text("utf-8"))
    made["fonts"] = "pack"
    payload = payload_of(jumps)
    twin = tmp_path / "twin"
    write_bag(twin, {**payload, "build.json": json.dumps(made).encode()}, {})
    result = rebuild(twin, tmp_path / "again")
    assert {found.code for found in result.found} == {"ARCH003"}
    assert all(face["sha256"] in "".join(map(str, [f.values for f in result.found])) for face in made["faces"])
    assert not (tmp_path / "again").exists()


def test_a_record_that_leads_out_of_its_bag_is_refused(jumps, tmp_path):
    record = json.loads((jumps / "data/build.json").read_text("utf-8"))
    payload = payload_of(jumps)
    for number, wrong in enumerate(({"manifest": "../../../issue.yaml"}, {"faces": None}, {"format": 9})):
        twin = tmp_path / f"twin{number}"
        write_bag(twin, {**payload, "build.json": json.dumps({**record, **wrong}).encode()}, {})
        assert [found.code for found in rebuild(twin, tmp_path / "again").found] == ["ARCH002"]


def test_links_are_followed_inside_the_newsroom_only(tmp_path):
    edition = loaded("jumps")
    folder = tmp_path / "news/issues/linked"
    shutil.copytree(edition.edition.folder, folder)
    shutil.copytree(edition.workspace.styles, tmp_path / "news/styles")
    story = next(folder.rglob("*.md"))
    story.rename(tmp_path / "news" / story.name)
    story.symlink_to(tmp_path / "news" / story.name)
    (tmp_path / "secret").write_text("not ours", "utf-8")
    (folder / "secret").symlink_to(tmp_path / "secret")
    again = api.load(folder, root=tmp_path / "news", fonts=edition.workspace.fonts)
    made, _ = sources(again, "hash")
    names = [path for path in made if path.startswith("source/issues/")]
    assert f"source/issues/linked/{story.relative_to(folder).as_posix()}" in names
    assert not any("secret" in name for name in names)


def test_another_version_is_named(jumps, tmp_path, monkeypatch):
    monkeypatch.setattr("layout.release.archive.rebuild.versions", lambda: {"paiban": "0.0.1"})
    monkeypatch.setattr("layout.release.archive.package.versions", lambda: {"paiban": "0.0.1"})
    result = rebuild(jumps, tmp_path / "again")
    assert "ARCH004" in {found.code for found in result.found}
    named = {dict(found.values)["name"] for found in result.found if found.code == "ARCH004"}
    assert {"paiban", "reportlab", "uharfbuzz"} <= named


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        (["本报记者 林知远 通讯员 周沐"], ("林知远", "周沐")),
        (["本报记者　陆　遥"], ("陆遥",)),
        (["文/沈青禾 图/许见川"], ("沈青禾", "许见川")),
        (["特约评论员：何一舟、白岸"], ("何一舟", "白岸")),
        (["综合本社消息之一二三四"], ()),
    ],
)
def test_names_are_found_in_bylines(byline, people, tmp_path):
    span = Span(tmp_path, 1, 1, 1, 2)
    assert people_of(Words(tuple(byline), span)) == people


@pytest.mark.slow
def test_a_bag_with_its_fonts_makes_the_same_bytes(tmp_path):
    edition = loaded("jumps")
    made = package(api.compose(edition), edition, presses(edition, Sink()), Wish())
    write_bag(tmp_path / "bag", made.payload, made.info)
    assert any(path.startswith("source/fonts/packed/") for path in made.payload)
    assert rebuild(tmp_path / "bag", tmp_path / "again").found == ()


def test_the_commands_make_a_bag_and_make_it_again(tmp_path):
    root = FOLDER / "jumps"
    run = CliRunner()
    words = ["--lang", "en", "--root", str(FOLDER), "archive", str(root), str(tmp_path / "bag"), "--fonts", "hash"]
    made = run.invoke(main, words, catch_exceptions=False)
    assert made.exit_code == 0, made.output
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").write_text("mine", "utf-8")
    refused = run.invoke(main, [*words[:5], str(root), str(tmp_path / "other")])
    assert refused.exit_code == 3
    assert [file.name for file in (tmp_path / "other").iterdir()] == ["file"]
    again = run.invoke(main, ["--lang", "en", "rebuild", str(tmp_path / "bag"), str(tmp_path / "again")])
    assert "byte for byte the same" in again.output
    assert again.exit_code == 0
