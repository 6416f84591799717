"""The archive's PDFs re-read by their tags: stories whole and in order, pictures described, the rest an artifact."""

from __future__ import annotations

import io
import itertools
import subprocess
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from layout import api
from layout.backends.pdf.tags import ARTIFACTS, Marks
from layout.diagnostics import Sink
from layout.display.items import Glyphs, Layer, Part, Role, TextRun
from layout.geometry import Point
from layout.ink import BLACK
from layout.release.printed import BODY, printed_page, squeezed
from layout.release.reading import page_texts
from tests.editions.samples import SAMPLES, composition, loaded
from tests.features import editions
from tests.structure import Tagged


def archived(made, edition) -> bytes:
    run = api.press_run(edition, Sink(), "a2a")
    (data,) = api.pdfs(made, edition, api.Target("archive", Path("unused"), "edition", press=run)).values()
    return data


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request):
    made = composition(request.param)
    data = archived(made, loaded(request.param))
    return made, data, Tagged(pikepdf.open(io.BytesIO(data)))


def test_every_story_is_an_article_with_its_whole_text_in_order(sample):
    """Every paragraph, subhead and cell is an element whose text is exactly its own, one after another."""
    made, _, tagged = sample
    # Notices at a fold share their titles: articles are taken in the order of the stories.
    articles: dict[str, list] = {}
    for article in tagged.root.all("Art"):
        articles.setdefault(str(article.entries.T), []).append(article)
    titles = {part.story: part.title for part in made.parts if part.role is Role.STORY}
    for story, title in titles.items():
        article = articles[title][0] if len(articles[title]) == 1 else articles[title].pop(0)
        assert article.entries.Lang == "zh-CN"
        texts = iter([squeezed(leaf.text) for leaf in _leaves(article)])
        for paragraph in made.edition.stories[story].body:
            wanted = squeezed(paragraph.text)
            assert any(text == wanted for text in texts), f"{story}: {wanted[:20]} is not in its place"


def _leaves(tag) -> list:
    """The elements that hold text, in reading order."""
    own = [tag] if tag.text else []
    return own + [leaf for child in tag.children for leaf in _leaves(child)]


def test_headings_begin_with_the_first_level_and_skip_none(sample):
    _, _, tagged = sample
    for article in tagged.root.all("Art"):
        levels = [child.kind for child in article.children if child.kind in {"H1", "H2"}]
        assert not levels or levels[0] == "H1"


def test_every_figure_is_described_and_has_its_box_on_the_page(sample):
    made, _, tagged = sample
    figures = tagged.root.all("Figure")
    assert len(figures) >= sum(part.role is Role.PICTURE for part in made.parts)
    for figure in figures:
        assert str(figure.entries.Alt).strip()
        left, bottom, right, top = (float(value) for value in figure.entries.A.BBox)
        media = [float(value) for value in figure.entries.Pg.MediaBox]
        assert media[0] - 1 <= left < right <= media[2] + 1
        assert media[1] - 1 <= bottom < top <= media[3] + 1


def test_captions_belong_to_their_figures(sample):
    made, _, tagged = sample
    captions = {squeezed(caption.whole) for figure in tagged.root.all("Figure") for caption in figure.all("Caption")}
    for part in made.parts:
        if part.role is Role.CAPTION:
            drawn = "".join(run.glyphs.text for page in made.pages for run in page.items if _is_of(run, part.id))
            assert any(squeezed(drawn) in caption for caption in captions), drawn


def _is_of(item, part: int) -> bool:
    return isinstance(item, TextRun) and item.part == part


def test_folios_are_artifacts(sample):
    made, _, tagged = sample
    for page, texts in zip(made.pages, tagged.texts, strict=True):
        folio = [item.glyphs.text for item in page.items if _role(made, item) is Role.FOLIO]
        assert all(squeezed(text) in squeezed(texts[None]) for text in folio)


def _role(made, item):
    return made.parts[item.part].role if isinstance(item, TextRun) else None


def test_every_marked_stretch_leads_back_to_its_element(sample):
    _, _, tagged = sample
    numbers = tagged.document.Root.StructTreeRoot.ParentTree.Nums.as_list()
    owners = {int(numbers[at]): numbers[at + 1].as_list() for at in range(0, len(numbers), 2)}
    for page, texts in zip(tagged.pages, tagged.texts, strict=True):
        assert page.obj.Tabs == "/S"
        own = owners[int(page.obj.StructParents)]
        assert len(own) > max(number for number in texts if number is not None)


def test_an_article_thread_runs_through_every_leg_and_back(sample):
    made, _, tagged = sample
    threads = tagged.document.Root.Threads.as_list()
    stories = {placed.block.story.id for sheet in made.sheets for placed in (*sheet.stories, *sheet.notices)}
    assert len(threads) == len(stories)
    for thread in threads:
        beads = [thread.F]
        while beads[-1].N.objgen != thread.F.objgen:
            beads.append(beads[-1].N)
        for before, after in itertools.pairwise(beads):
            assert after.V.objgen == before.objgen
        assert all(bead.objgen in {one.objgen for one in bead.P.B} for bead in beads)


def test_the_page_reads_as_it_was_drawn(sample):
    made, data, _ = sample
    assert page_texts(data) == [printed_page(page, made.parts).text for page in made.pages]


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_pdftotext_gives_every_story_whole_and_in_order(sample, tmp_path):
    made, data, _ = sample
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    read = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    for page, text in zip(made.pages, read.split("\f"), strict=False):
        printed = printed_page(page, made.parts)
        for story in printed.by_story:
            drawn = "".join(printed.text[spot.start : spot.end] for spot in printed.of(story, BODY))
            assert drawn in squeezed(text), story


def test_the_same_edition_gives_the_same_bytes():
    first, second = (archived(api.compose(edition), edition) for edition in map(editions.loaded, ["picture-group"] * 2))
    assert first == second


def test_metadata_names_the_standards_and_the_edition(sample):
    made, _, tagged = sample
    packet = tagged.document.Root.Metadata.read_bytes().decode()
    for wanted in ("pdfaid:part", "pdfuaid:part", "prism:number", made.edition.date.isoformat()):
        assert wanted in packet
    assert tagged.document.Root.MarkInfo.Marked is True
    assert tagged.document.Root.OutputIntents[0].S == "/GTS_PDFA1"


@pytest.mark.parametrize("name", ["picture-group", "jumps", "vertical-text", "readings", "labels", "table"])
def test_features_keep_all_their_text(name):
    edition = editions.loaded(name)
    made = api.compose(edition)
    tagged = Tagged(pikepdf.open(io.BytesIO(archived(made, edition))))
    read = squeezed(tagged.root.whole + "".join(texts.get(None, "") for texts in tagged.texts))
    drawn = "".join(printed_page(page, made.parts).text for page in made.pages)
    assert sorted(read) == sorted(drawn)
    outside = squeezed("".join(texts.get(None, "") for texts in tagged.texts))
    fixed = "".join(run.glyphs.text for page in made.pages for run in page.items if _role(made, run) in ARTIFACTS)
    assert sorted(outside) == sorted(squeezed(fixed))


def test_tables_are_rows_of_cells_whose_heads_say_so():
    edition = editions.loaded("table")
    made = api.compose(edition)
    tagged = Tagged(pikepdf.open(io.BytesIO(archived(made, edition))))
    (story,) = (story for story in made.edition.stories.values() if story.tables)
    for table, element in zip(story.tables, tagged.root.all("Table"), strict=True):
        rows = element.all("TR")
        assert len(rows) == table.rows
        for number, row in enumerate(rows):
            cells = [story.body[table.cell(number, column)].text for column in range(len(table.aligns))]
            assert [squeezed(cell.whole) for cell in row.children] == [squeezed(cell) for cell in cells]
            kinds = {cell.kind for cell in row.children}
            assert kinds == ({"TH"} if table.header and number == 0 else {"TD"})
            assert all(cell.entries.A.Scope == "/Column" for cell in row.all("TH"))


def test_every_role_is_content_or_an_artifact():
    part = {role: Part(0, None, role, None, 0) for role in Role}
    item = TextRun(Layer.TEXT, 0, Point(0, 0), Glyphs("字", "f", 1, (1,), (1,)), BLACK)
    for role, own in part.items():
        assert (Marks((own,)).owner(item) is None) == (role in ARTIFACTS), role
