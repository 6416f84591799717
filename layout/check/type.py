"""Type: its size, and the faces that set it (F25, F32)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from layout.check.scene import Scene, run_rect
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.items import Layer, Role, TextRun
from layout.units import to_points

TOO_SMALL = Kind(
    "PRESS125",
    Severity.ERROR,
    zh="字太小：{what_zh}有 {size} 磅的字（“{text}”）",
    en="type too small: {what_en} has type of {size} pt (“{text}”)",
    hint_zh="在样式里把字号加大",
    hint_en="make the size larger in the style",
    why_zh="新闻纸上正文不小于六号（7.5 磅），任何字不小于 5 磅，再小就糊。",
    why_en="On newsprint running text is 7.5 pt (六号) or more, and nothing below 5 pt holds.",
)
WRONG_FACE = Kind(
    "PRESS132",
    Severity.ERROR,
    zh="{what_zh}：“{text}”（{face}）",
    en="{what_en}: “{text}” ({face})",
    hint_zh="在 fonts/faces.yaml 里给这个角色加一个有这个字的字体",
    hint_en="add a face that has it to the role in fonts/faces.yaml",
    why_zh="缺字印成空框；换了字体的字在一行里跳出来。",
    why_en="A missing glyph prints as a box; one from another face jumps out of its line.",
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f].")
_RUNNING = {Role.PARAGRAPH, Role.SUBHEAD}


def large_enough(scene: Scene) -> Iterator[Diagnostic]:
    """Running text of stories under 7.5 pt, any type under 6 pt (a warning) or 5 pt (an error).

    Readings over characters are half as large as these: a warning. Notices at the fold are held to the least of other
    type. One finding a role and size.
    Why: smaller type fills in on newsprint. Example: a body of 7 pt. Cure: the sizes of the style.
    """
    checks, parts = scene.checks, scene.composition.parts
    told: set[tuple[Role, int]] = set()
    at_fold = {notice.block.story.id for notice in scene.sheet.notices}
    for item in _runs(scene):
        role, size = parts[item.part].role, item.glyphs.size
        is_body = role in _RUNNING and parts[item.part].story not in at_fold
        least = checks.smallest_body if is_body else checks.smallest_type
        if size >= least or (role, size) in told:
            continue
        told.add((role, size))
        fault = is_body or (size < checks.smallest_type_fault and role is not Role.READING)
        yield scene.found(
            TOO_SMALL,
            scene.sheet.plan.page.span,
            run_rect(item),
            severity=None if fault else Severity.WARNING,
            what_zh="正文" if is_body else "版上",
            what_en="running text" if is_body else "the page",
            size=f"{to_points(size):g}",
            text=item.glyphs.text[:8],
        )


def right_faces(scene: Scene) -> Iterator[Diagnostic]:
    """A glyph that is missing (.notdef), or a Han of a paragraph set in another face than the rest of its text.

    Why: it prints as a box, or jumps out of its line. Example: a rare character that only a fallback face has. Cure:
    a face that has it. Emphasis in a face of its own does not count: a face is strange that sets single characters
    amid another's text.
    """
    parts = scene.composition.parts
    usual = _usual_faces(scene)
    for item in _runs(scene):
        glyphs, role = item.glyphs, parts[item.part].role
        if 0 in glyphs.ids:
            yield _face(scene, item, ("缺字", "a glyph is missing"), None)
        elif role is Role.PARAGRAPH and glyphs.face not in usual and _HAN.search(glyphs.text):
            yield _face(scene, item, ("换了字体", "set in another face than the rest"), Severity.WARNING)


def _usual_faces(scene: Scene) -> set[str]:
    """The faces that set at least one run of four characters in the page's paragraphs."""
    parts = scene.composition.parts
    runs: Counter[str] = Counter()
    for item in _runs(scene):
        if parts[item.part].role is Role.PARAGRAPH:
            runs[item.glyphs.face] = max(runs[item.glyphs.face], len(item.glyphs.text))
    enough = min(3, max(runs.values(), default=0))
    return {face for face, longest in runs.items() if longest >= enough}


def _face(scene: Scene, item: TextRun, what: tuple[str, str], severity: Severity | None) -> Diagnostic:
    return scene.found(
        WRONG_FACE,
        scene.sheet.plan.page.span,
        run_rect(item),
        severity=severity,
        what_zh=what[0],
        what_en=what[1],
        text=item.glyphs.text[:8],
        face=item.glyphs.face,
    )


def _runs(scene: Scene) -> Iterator[TextRun]:
    return (item for item in scene.display.items if isinstance(item, TextRun) and item.layer is not Layer.OVERLAY)
