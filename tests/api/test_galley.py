"""小样: all of a story, in its measure, every line numbered."""

from __future__ import annotations

import io
from itertools import takewhile

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from layout.api.galley import galley
from layout.cli import main
from layout.diagnostics import Sink
from layout.release.printed import squeezed
from tests.editions.samples import REPOSITORY, SAMPLES, loaded
from tests.newsrooms import newsroom


def called(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
    return result.exit_code, result.output


def letters(text: str) -> str:
    """Its characters without marks, figures and spaces: lines are numbered among them."""
    return "".join(character for character in squeezed(text) if character.isalpha())


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize(
    "name", ["lead-river", "zone-service", "filler-tide", "ferry"], ids=["long", "vertical head", "no place", "feature"]
)
def test_every_character_of_a_story_stands_in_its_galley(name):
    edition = loaded(SAMPLES[0])
    sink = Sink()
    made = galley(edition, REPOSITORY / "issues" / SAMPLES[0] / "stories" / f"{name}.md", sink)
    assert made is not None
    assert not sink.found
    shown = [squeezed(page) for page in texts(made.data)]
    story = edition.edition.stories.get(name) or next(one for one in edition.edition.fillers if one.id == name)
    left = letters("".join(paragraph.text for paragraph in story.body))
    for page in shown:
        # A sheet's text begins with what it has of the body; heads, numbers and slug follow.
        stands = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, letters(page), strict=False)))
        assert stands
        left = left[stands:]
    assert not left
    assert made.characters == sum(len("".join(paragraph.text.split())) for paragraph in story.body)
    assert all(f"{made.characters}字{made.lines}行" in page for page in shown)
    assert squeezed("".join(story.headline.lines)) in shown[0]


def test_lines_are_numbered_to_the_last():
    edition = loaded(SAMPLES[0])
    made = galley(edition, REPOSITORY / "issues" / SAMPLES[0] / "stories" / "zone-bus.md", Sink())
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].MediaBox][2:] == [595.276, 841.89]
    words = texts(made.data)[0].split()
    numbers = [int(word) for word in words if word.isdigit() and int(word) <= made.lines]
    assert set(range(1, made.lines + 1)) <= set(numbers)


def test_the_command_writes_sheets_and_pictures(tmp_path):
    manifest = newsroom(tmp_path)
    story = manifest.parent / "stories" / "one.md"
    for name in ("once", "again"):
        code, output = called("galley", story, "--png", 40, "--out", tmp_path / name)
        assert code == 0, output
    names = sorted(path.name for path in (tmp_path / "once").iterdir())
    stem = "lanchuan-daily_20260320_one_galley"
    assert names == [f"{stem}.pdf", f"{stem}_1.png"]
    for name in names:
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_a_story_outside_every_edition_is_wrong_usage(tmp_path):
    (tmp_path / "alone.md").write_text("---\nheadline: 灯\n---\n灯\n", "utf-8")
    assert called("galley", tmp_path / "alone.md")[0] == 2


def test_a_story_that_cannot_be_read_is_told_with_its_place(tmp_path):
    manifest = newsroom(tmp_path)
    spoilt = manifest.parent / "stories" / "spoilt.md"
    spoilt.write_text("---\nheadlin: 灯\n---\n灯\n", "utf-8")
    code, output = called("galley", spoilt, "--out", tmp_path / "out")
    assert code == 1
    assert "spoilt.md:2:1" in output
    assert not (tmp_path / "out").exists()
