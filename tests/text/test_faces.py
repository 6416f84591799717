"""Faces whose marks are centred or narrow: known by their ink, left whole, and told of."""

from pathlib import Path

import pytest

from layout.assets.fonts.face import Face, FaceFile
from layout.compose.faceforms import report_mark_forms
from layout.diagnostics import Sink
from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.faces import untrimmable_marks
from layout.text.model import Font, Prose
from layout.text.pour import pour
from tests.cases import EM, StubFace
from tests.features.editions import loaded

NOTO = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
CENTRED = set("，。、；：")


class CentredFace(StubFace):
    """Taiwan forms: ，。、；： in the middle of their cells."""

    key = "centred-stub"

    def ink(self, character):
        return (300, 300, 700, 700) if character in CENTRED else super().ink(character)


class NarrowFace(StubFace):
    """A Latin face in front: its quotes are narrow."""

    key = "narrow-stub"

    def _wide(self, c):
        return c not in "“”" and super()._wide(c)


def advances_of(text, face):
    (line,) = pour((Prose(text, Font((face,), EM), Setting(punctuation="kaiming")),), [Slot(0, 0, 99 * EM)]).placed
    return [advance / EM for run in line.runs for advance in run.advances]


def test_centred_marks_keep_their_cells():
    assert set(untrimmable_marks(CentredFace())) == CENTRED
    assert advances_of("山，水。（江）边", CentredFace()) == [1, 1, 1, 1, 0.5, 1, 0.5, 1]


def test_narrow_quotes_keep_the_width_they_have():
    assert untrimmable_marks(NarrowFace()) == "“”"
    assert advances_of("“水”，好", NarrowFace()) == [0.5, 1, 0.5, 0.5, 1]


def test_the_papers_own_faces_have_mainland_forms():
    faces = loaded("frame").faces
    for role in ("body", "headline", "sans"):
        assert untrimmable_marks(faces.chain(role)[0]) == ""


class Cases:
    """The fonts an edition asked for."""

    def fonts(self):
        yield Font((CentredFace(),), EM)
        yield Font((StubFace(),), EM)


def test_a_face_is_told_of_once_with_its_marks():
    sink = Sink()
    report_mark_forms(Cases(), sink)
    (told,) = sink.found
    assert told.kind.code == "TXT007"
    values = dict(told.values)
    assert values["face"] == "centred-stub"
    assert set(values["marks"]) == CENTRED


@pytest.mark.skipif(not NOTO.exists(), reason="fonts-noto-cjk is not installed")
@pytest.mark.parametrize(("index", "centred"), [(2, False), (3, True), (4, True)], ids=["SC", "TC", "HK"])
def test_real_regional_faces(index, centred):
    marks = set(untrimmable_marks(Face(f"noto-{index}", FaceFile(NOTO, index))))
    assert marks >= CENTRED if centred else not marks
    assert not marks & set("（）“”")


class HeavyFace(StubFace):
    """A heavy face without serifs: its comma stands near the middle of its em."""

    key = "heavy-stub"

    def ink(self, character):
        return (160, 0, 390, 200) if character == "，" else super().ink(character)


def test_a_comma_drawn_far_from_its_word_is_brought_back_to_it():
    (line,) = pour((Prose("山，水。", Font((HeavyFace(),), EM), Setting()),), [Slot(0, 0, 99 * EM)]).placed
    (run,) = line.runs
    assert run.shifts == ((1, -(80 * EM // 1000), 0),)
    assert run.advances[1] == EM // 2


@pytest.mark.parametrize("role", ["sans-bold", "sans-black", "sans", "caption", "body", "headline"])
def test_no_face_of_the_paper_has_its_comma_away_from_its_word(role):
    face = loaded("frame").faces.chain(role)[0]
    (line,) = pour((Prose("山，水", Font((face,), EM), Setting()),), [Slot(0, 0, 99 * EM)]).placed
    shift = next((dx for run in line.runs for at, dx, _ in run.shifts if at == 1), 0)
    left, _, right, _ = (edge * EM // face.units_per_em + shift for edge in face.ink("，"))
    before, after = left, EM // 2 - right
    assert 0 < before <= 81 * EM // 1000 < after


class SingleQuoteFace(StubFace):
    """Single quotes as papers' faces draw them: at the text's side of their half em, with a hole at the other."""

    key = "single-stub"

    def ink(self, character):
        return {"‘": (770, 500, 920, 800), "’": (80, 500, 230, 800)}.get(character) or super().ink(character)


@pytest.mark.parametrize("style", ["kaiming", "quanshen", "banshen"])
def test_a_single_quote_beside_another_mark_leaves_no_hole(style):
    prose = Prose("他说“‘冬天’，‘快’”", Font((SingleQuoteFace(),), EM), Setting(punctuation=style))
    (line,) = pour((prose,), [Slot(0, 0, 99 * EM)]).placed
    (run,) = line.runs
    advances = {index: advance / EM for index, advance in enumerate(run.advances)}
    shifts = {index: dx / EM for index, dx, _ in run.shifts}
    # A tenth of an em stays between the two marks: 0.27 of the half em was white.
    assert advances[3] == pytest.approx(0.33, abs=1e-5)
    assert shifts[3] == pytest.approx(-0.67, abs=1e-5)
    assert advances[6] == pytest.approx(0.33, abs=1e-5)
    assert advances[10] == pytest.approx(0.33, abs=1e-5)
    assert advances[11] == pytest.approx(0.5)
    assert line.width == sum(run.advances)


def test_a_single_quote_at_the_end_of_a_line_has_its_half_em():
    prose = Prose("他说：‘冬天’" + "快" * 20, Font((SingleQuoteFace(),), EM), Setting(elastic=False))
    line = pour((prose,), [Slot(0, 0, 6 * EM)] * 9).placed[0]
    assert prose.text[line.start : line.end].endswith("’")
    assert sum(line.runs[0].advances) == 6 * EM
