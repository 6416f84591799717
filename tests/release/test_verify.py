"""`paiban verify` over files somebody worked on: a glyph changed, a line removed, two lines swapped."""

from __future__ import annotations

import re

import pikepdf
import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.release.verify import verify
from tests.newsrooms import newsroom

_SHOWN = re.compile(rb"1 0 0 1 [\d.]+ [\d.]+ Tm\n\[<[^\]]*\] TJ\n")


@pytest.fixture
def made(tmp_path):
    """A small edition, built: its manifest and the folder of its files."""
    manifest = newsroom(tmp_path)
    out = tmp_path / "out"
    assert (
        CliRunner()
        .invoke(main, ["build", str(manifest), "--no-overlay", "--files", "pages", "--out", str(out)])
        .exit_code
        == 0
    )
    return manifest, out


def worked_on(out, change):
    """Change the content of the page with the lines of text given to `change`, longest last."""
    (path,) = out.glob("*.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        lines = [found[0] for found in _SHOWN.finditer(content) if len(found[0]) > 80]
        assert len(lines) > 4
        page.Contents = pdf.make_stream(change(content, lines))
        pdf.save(path)


def codes(out, manifest):
    return {found.code for found in verify(out, manifest).found}


def test_files_as_they_were_made_are_proved(made):
    manifest, out = made
    result = verify(out, manifest)
    assert result.found == ()
    assert (result.files, result.pages, result.stories) == (1, 1, 1)
    assert result.characters > 60
    assert verify(out).found == (), "the sources are found by the edition's name"


def test_one_glyph_changed_is_found_with_its_place(made):
    manifest, out = made

    def change(content, lines):
        line = lines[-1]
        codes_of = re.search(rb"<([0-9A-F]+)", line)[1]
        return content.replace(line, line.replace(codes_of[:8], codes_of[4:8] + codes_of[:4], 1), 1)

    worked_on(out, change)
    found = {one.code: one for one in verify(out, manifest).found}
    assert {"CERT001", "CERT002", "CERT005"} <= set(found)
    assert found["CERT002"].span.path.name == "one.md"
    assert dict(found["CERT002"].values)["page"] == "A01"


def test_one_line_removed_is_found(made):
    manifest, out = made
    worked_on(out, lambda content, lines: content.replace(lines[3], b"", 1))
    assert {"CERT001", "CERT002"} <= codes(out, manifest)


def test_two_lines_swapped_are_found(made):
    manifest, out = made

    def change(content, lines):
        one, other = lines[2], lines[3]
        first, second = (re.search(rb"\[<.*\] TJ", line)[0] for line in (one, other))
        swapped = content.replace(one, one.replace(first, b"@"), 1).replace(other, other.replace(second, first), 1)
        return swapped.replace(b"@", second, 1)

    worked_on(out, change)
    assert {"CERT001", "CERT002"} <= codes(out, manifest)


def test_a_story_changed_afterwards_is_told(made):
    manifest, out = made
    story = manifest.parent / "stories" / "one.md"
    story.write_text(story.read_text("utf-8").replace("炉子", "火炉"), "utf-8")
    assert codes(out, manifest) == {"CERT003"}


def test_a_missing_file_a_broken_one_and_a_wrong_certificate_are_told(made):
    manifest, out = made
    (path,) = out.glob("*.pdf")
    data = path.read_bytes()
    path.write_bytes(b"%PDF-1.6 nothing")
    assert codes(out, manifest) == {"CERT005", "CERT007"}
    path.unlink()
    assert codes(out, manifest) == {"CERT004"}
    path.write_bytes(data)
    (out / "certificate.json").write_text("[]", "utf-8")
    assert codes(out, manifest) == {"CERT006"}
    (out / "certificate.json").unlink()
    assert codes(out, manifest) == {"CERT006"}


def test_the_command_says_what_it_looked_at(made):
    manifest, out = made
    good = CliRunner().invoke(main, ["--lang", "zh", "verify", str(out), "--edition", str(manifest)])
    assert good.exit_code == 0
    assert "一字不差" in good.output
    worked_on(out, lambda content, lines: content.replace(lines[3], b"", 1))
    bad = CliRunner().invoke(main, ["--lang", "zh", "verify", str(out), "--edition", str(manifest)])
    assert bad.exit_code == 1
    assert "CERT002" in bad.output
