"""Things too near one another or outside the page's live area (F17, F29, F30, F31)."""

from __future__ import annotations

from collections.abc import Iterator

from layout.check.scene import Placed, Scene, across, down, line_rect, run_rect
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.display.items import Layer, Photo, Role, Rule, TextRun
from layout.geometry import Rect
from layout.plan.contour import Contour, Outline
from layout.units import MILLIMETRE, Length, to_millimetres

COVERED_TEXT = Kind(
    "LAY117",
    Severity.ERROR,
    zh="{what_zh}压住了文字或离得太近：“{text}”",
    en="{what_en} covers text or stands too near it: “{text}”",
    hint_zh="移开{what_zh}，或让文字绕开",
    hint_en="move {what_en}, or let the text run round it",
    why_zh="图压文，字就读不出来；贴得太紧也难看。",
    why_en="Text under a picture cannot be read; text that touches one is unsightly.",
)
NEAR_RULE = Kind(
    "LAY129",
    Severity.WARNING,
    zh="文字离线太近（{distance} 毫米）：“{text}”",
    en="text stands too near a rule ({distance} mm): “{text}”",
    hint_zh="把线移到空行里，或把框缩一行",
    hint_en="put the rule into an empty line, or make the box a line lower",
    why_zh="字碰着线，印出来糊成一片。",
    why_en="Type that touches a rule runs into it in print.",
)
OUTSIDE_AREA = Kind(
    "LAY130",
    Severity.ERROR,
    zh="{what_zh}超出了版心：{side_zh}边多 {by} 毫米",
    en="{what_en} leaves the type area by {by} mm at the {side_en}",
    hint_zh="移进版心；要出血的图须到裁切线以外",
    hint_en="move it inside; a picture that bleeds has to reach beyond the trim",
    why_zh="版心以外会被裁掉，或印不上。",
    why_en="What lies outside is cut off or not printed.",
)
ADVERT = Kind(
    "LAY131",
    Severity.WARNING,
    zh="广告“{advert}”{what_zh}",
    en="advert “{advert}” {what_en}",
    hint_zh="标明“广告”，放在栏边上，离正文 {distance} 毫米以上",
    hint_en="label it, put it on column edges, and keep it {distance} mm from text",
    why_zh="广告要让读者一眼看出是广告。",
    why_en="Readers have to see at once that an advert is one (Advertising Law, art. 14).",
)
_FIXED = {Role.FOLIO, Role.NAMEPLATE, Role.EAR, Role.ARTIFACT, Role.PAGE}

_OF_TABLES = {Role.CELL, Role.TABLE_TITLE}


def pictures_over_text(scene: Scene) -> Iterator[Diagnostic]:
    """图压文: a picture or an advert over lines of text, or nearer to them than half an em.

    Why: the text cannot be read. Example: a picture of another story reaching into a leg. Cure: let the text run
    round it. Its own caption and a headline that is meant to stand on a picture do not count; of a cut-out only what
    lies inside its contour does.
    """
    outlines = {shown.rect: shown.outline for shown in scene.shown() if shown.outline}
    photos = [item for item in scene.display.items if isinstance(item, Photo)]
    near = int(scene.checks.clearance * scene.grid.em)
    for photo in photos:
        what = (
            ("广告", "an advert") if scene.composition.parts[photo.part].role is Role.ADVERT else ("图片", "a picture")
        )
        for story in scene.stories:
            found = _covered(story, photo.rect, near, outlines.get(photo.rect, ()))
            if found:
                where, text, distance = found
                severity = None if distance < 0 else Severity.WARNING
                yield scene.found(
                    COVERED_TEXT,
                    story.place.span,
                    where,
                    severity=severity,
                    story=story.name,
                    text=text[:12],
                    what_zh=what[0],
                    what_en=what[1],
                )


def _covered(story: Placed, rect: Rect, near: Length, outline: tuple[Outline, ...]) -> tuple[Rect, str, Length] | None:
    """The line of a story nearest to a picture, closer than `near`; a negative distance is an overlap."""
    around = rect.grown(near)
    worst: tuple[Rect, str, Length] | None = None
    for leg in story.filled:
        if not around.overlaps(leg.rect):
            continue
        for line in leg.lines:
            own = line_rect(line)
            picture = _beside(own, outline, near) if outline else rect
            if picture is None:
                continue
            distance = _distance(own, picture)
            if distance < near and (worst is None or distance < worst[2]):
                worst = own, "".join(run.text for run in line.line.runs), distance
    return worst


def _beside(line: Rect, outline: tuple[Outline, ...], near: Length) -> Rect | None:
    """What of a cut-out stands at the height of a line, give or take `near`."""
    extent = Contour(outline, 0).extent(line.y - near, line.bottom + near)
    return Rect(extent[0], line.y, extent[1] - extent[0], line.height) if extent else None


def text_near_rules(scene: Scene) -> Iterator[Diagnostic]:
    """Text nearer to a rule than 0.3 em or a millimetre.

    Why: type runs into the line in print. Example: a rule in the last line of a story's box. Cure: an empty line for
    the rule. One finding a rule, at the nearest line.
    """
    near = max(int(scene.checks.rule_clearance * scene.grid.em), scene.checks.rule_distance)
    for rule in scene.rules():
        rect = _rule_rect(rule)
        close = min(_close(scene, rect, near), key=lambda entry: entry[0], default=None)
        if close:
            distance, own, story = close
            yield scene.found(
                NEAR_RULE,
                story.place.span,
                own,
                story=story.name,
                text=story.name,
                distance=round(to_millimetres(distance), 2),
            )


def _close(scene: Scene, rect: Rect, near: Length) -> Iterator[tuple[Length, Rect, Placed]]:
    """Lines and heads nearer to a rule than that."""
    around = rect.grown(near)
    for story in scene.stories:
        legs = [leg for leg in story.filled if around.overlaps(leg.rect)]
        # A table's cells stand between the table's own rules.
        own = [line_rect(line) for leg in legs for line in leg.lines if line.role not in _OF_TABLES]
        if story.head:
            own.append(story.head.ink)
        for each in own:
            distance = _distance(each, rect)
            if distance < near:
                yield distance, each, story


def _rule_rect(rule: Rule) -> Rect:
    half = rule.weight // 2
    x, y = min(rule.start.x, rule.end.x), min(rule.start.y, rule.end.y)
    return Rect(x, y, abs(rule.end.x - rule.start.x), abs(rule.end.y - rule.start.y)).grown(half)


def _distance(one: Rect, other: Rect) -> Length:
    return max(-across(one, other), -down(one, other))


def inside_type_area(scene: Scene) -> Iterator[Diagnostic]:
    """Text, a picture or an advert that leaves the type area.

    Why: it is cut off or not printed. Example: a picture two columns wide in the last column. Cure: another place. A
    mark that hangs at a line's end may stand out by half an em. Fixed matter, pictures that bleed and pictures across
    the fold are excepted; notices at the fold are held to their strip, adverts there stand in places of their own.
    """
    area = scene.display.type_area
    slack = MILLIMETRE // 10
    parts = scene.composition.parts
    halves = {shown.rect for shown in scene.shown() if shown.half}
    fixed = {part.id for part in parts if part.role in _FIXED}
    at_fold = {notice.block.story.id for notice in scene.sheet.notices}
    fold = scene.sheet.plan.fold
    strip = fold.rect if fold else area
    adverts = [advert.box for advert in fold.adverts] if fold else []
    worst: dict[int, tuple[Length, str, str, Rect, bool]] = {}
    for item in scene.display.items:
        if not isinstance(item, TextRun | Photo) or item.part in fixed or item.layer is Layer.OVERLAY:
            continue
        if isinstance(item, Photo) and item.rect in halves:
            continue
        rect = run_rect(item) if isinstance(item, TextRun) else item.rect
        folded = parts[item.part].story in at_fold
        if not folded and area.contains(rect):
            continue
        allowed = slack + (item.glyphs.size // 2 if isinstance(item, TextRun) else 0)
        if any(box.overlaps(rect) for box in adverts):
            continue
        by, zh, en = _beyond(strip if folded else area, rect)
        if by > allowed and not (isinstance(item, Photo) and _bleeds(scene, rect)):
            worst.setdefault(item.part, (by, zh, en, rect, isinstance(item, Photo)))
    for by, zh, en, rect, is_photo in worst.values():
        what = ("图片", "a picture") if is_photo else ("文字", "text")
        span = _owner_span(scene, rect)
        yield scene.found(
            OUTSIDE_AREA,
            span,
            rect,
            what_zh=what[0],
            what_en=what[1],
            side_zh=zh,
            side_en=en,
            by=round(to_millimetres(by), 1),
        )


def _beyond(area: Rect, rect: Rect) -> tuple[Length, str, str]:
    return max(
        (area.x - rect.x, "左", "left"),
        (rect.right - area.right, "右", "right"),
        (area.y - rect.y, "上", "top"),
        (rect.bottom - area.bottom, "下", "foot"),
    )


def _bleeds(scene: Scene, rect: Rect) -> bool:
    trim = scene.display.trim
    return rect.x < 0 or rect.y < 0 or rect.right > trim.width or rect.bottom > trim.height


def _owner_span(scene: Scene, rect: Rect) -> Span:
    for story in scene.stories:
        if any(box.overlaps(rect) for box in story.boxes):
            return story.place.span
    return scene.sheet.plan.page.span


def adverts_apart(scene: Scene) -> Iterator[Diagnostic]:
    """An advert without a label, off the column edges, or nearer to editorial text than three millimetres.

    Why: an advert has to be known as one. Example: an advert with an empty label. Cure: a label, a line of white.
    Public notices and ears need no label; a missing label is an error.
    """
    grid = scene.grid
    distance = scene.checks.advert_distance
    edges = {grid.column_x(column) for column in range(1, grid.columns + 1)}
    for advert in scene.sheet.plan.adverts:
        found: list[tuple[str, str, Severity | None]] = []
        if advert.place.kind == "advert" and not advert.words:
            found.append(("没有标明是广告", "has no label", Severity.ERROR))
        if advert.box.x not in edges:
            found.append(("不在栏边上", "is off the column edges", None))
        if _near_text(scene, advert.rect, distance):
            found.append(("离正文太近", "stands too near to text", None))
        for zh, en, severity in found:
            yield scene.found(
                ADVERT,
                advert.place.span,
                advert.box,
                severity=severity,
                advert=advert.place.picture.file.name,
                what_zh=zh,
                what_en=en,
                distance=round(to_millimetres(distance), 1),
            )


def _near_text(scene: Scene, rect: Rect, distance: Length) -> bool:
    around = rect.grown(distance)
    return any(
        around.overlaps(line_rect(line))
        for story in scene.stories
        for leg in story.filled
        if around.overlaps(leg.rect)
        for line in leg.lines
    )
