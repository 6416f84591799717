"""What the checker holds pages against: the thresholds of its rules, and their severities where a paper differs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from layout.source.form import Form, Key, Many, Named
from layout.source.record import Record
from layout.source.scalars import FILLED, FRACTION, LENGTH, choice, whole
from layout.units import MILLIMETRE, POINT, Length

Graded = Literal["off", "note", "warning", "error"]

_LINES = whole(0, 400)
_PER_CENT = whole(0, 100)
_TIMES = whole(2, 100)


class Checks(Struct, frozen=True):
    """The thresholds; ems and lines are the body's. `severity` is by code, `off` silences a rule.

    `rules` names the entry points (group `paiban.rules`) of installed packages whose rules this paper uses, too.
    """

    heads_apart: Fraction = Fraction(2)
    heads_apart_own: Fraction = Fraction(3, 2)
    heads_like: Fraction = Fraction(3, 4)
    heads_equal: Fraction = Fraction(9, 10)
    heads_offset: int = 3
    heads_stacked: int = 3
    through_gutter: int = 90
    through_line: int = 95
    head_to_text: int = 3
    head_fill: int = 60
    head_tracking: Fraction = Fraction(1, 4)
    head_lines_even: Fraction = Fraction(1, 2)
    lines_under_head: int = 3
    lines_under_subhead: int = 2
    white_between: Fraction = Fraction(5)
    blank_lines: int = 10
    blank_share: Fraction = Fraction(1)
    made_up: int = 50
    short_leg: int = 1
    short_leg_fault: int = 3
    widow: Fraction = Fraction(1, 3)
    off_grid: Fraction = Fraction(1, 20)
    width_slack: Length = MILLIMETRE // 10
    clearance: Fraction = Fraction(1, 2)
    picture_ppi: int = 149
    picture_ppi_fault: int = 99
    hyphens_running: int = 3
    river_lines: int = 4
    loose_running: int = 3
    marks_running: int = 4
    smallest_body: Length = 15 * POINT // 2
    smallest_type: Length = 6 * POINT
    smallest_type_fault: Length = 5 * POINT
    caption_distance: Fraction = Fraction(1)
    rule_clearance: Fraction = Fraction(3, 10)
    rule_distance: Length = MILLIMETRE
    advert_distance: Length = 3 * MILLIMETRE
    repeated: int = 40
    repeated_fault: int = 100
    severity: Mapping[str, Graded] = field(default_factory=dict)
    rules: tuple[str, ...] = ()


CHECKS = Form(
    "checks",
    (
        Key("heads_apart", "并题间隔", FRACTION, "并排的题至少隔几个字", "ems between heads side by side"),
        Key("heads_apart_own", "并题字隔", FRACTION, "并排的题至少隔几个题字", "ems of the larger head between them"),
        Key("heads_like", "并题相近", FRACTION, "字号比在此以上算相近", "ratio of sizes from which heads are alike"),
        Key("heads_equal", "并题相等", FRACTION, "字号比在此以上算相等", "ratio of sizes from which heads are equal"),
        Key("heads_offset", "并题错开", _LINES, "错开几行就不算并题", "lines of offset that part two heads"),
        Key("heads_stacked", "叠题间隔", _LINES, "上下两题至少隔几行", "lines between a head and the one below it"),
        Key("through_gutter", "通缝", _PER_CENT, "栏缝不断到版心高的百分之几", "per cent of the height a gutter runs"),
        Key("through_line", "断版", _PER_CENT, "横缝不断到版心宽的百分之几", "per cent of the width a white line runs"),
        Key("head_to_text", "题文距", _LINES, "正文离标题最多几行", "lines from a head to its text at most"),
        Key(
            "head_fill", "题占宽", _PER_CENT, "一行题至少占宽的百分之几", "per cent of its width a one-line head fills"
        ),
        Key("head_tracking", "题字距", FRACTION, "标题字距最多几分之几字", "letter-space of a head at most, in ems"),
        Key(
            "head_lines_even",
            "题行均匀",
            FRACTION,
            "两行题短行与长行之比",
            "ratio of a head's shorter line to its longer",
        ),
        Key("lines_under_head", "题下行数", _LINES, "标题下至少几行正文", "lines of text under a head at least"),
        Key("lines_under_subhead", "小题下行数", _LINES, "小标题下至少几行正文", "lines under a subhead at least"),
        Key("white_between", "稿间空", FRACTION, "稿件之间空几个字以内不算空白", "ems of white between stories"),
        Key("blank_lines", "空白行数", _LINES, "一栏空几行算开天窗", "empty lines of one column that are a hole"),
        Key("blank_share", "空白比例", FRACTION, "占版心百分之几算开天窗", "per cent of the type area that is a hole"),
        Key("made_up", "成版", _PER_CENT, "排到百分之几才算组好的版", "per cent from which a page counts as made up"),
        Key("short_leg", "短栏", _LINES, "一栏比同框短几行以内不算", "lines a leg may end above its box's foot"),
        Key("short_leg_fault", "短栏差错", _LINES, "短几行算差错", "lines from which that is a fault"),
        Key("widow", "孤行长", FRACTION, "栏首孤行不足几分之几行宽", "part of the measure a line atop a column fills"),
        Key("off_grid", "离格", FRACTION, "基线离格几分之几行距", "distance off the grid, in leadings"),
        Key("width_slack", "栏宽误差", LENGTH, "栏宽的误差", "slack of a column's width"),
        Key("clearance", "图文间", FRACTION, "文字离图至少几分之几字", "ems from text to a picture"),
        Key("picture_ppi", "图片精度", whole(1, 2400), "低于或等于此数要看", "ppi up to which a picture is a warning"),
        Key(
            "picture_ppi_fault", "图片精度差错", whole(1, 2400), "低于或等于此数是差错", "ppi up to which it is a fault"
        ),
        Key("hyphens_running", "连字符连行", _TIMES, "连续几行以连字符收尾", "running lines that end in a hyphen"),
        Key("river_lines", "白缝行数", _TIMES, "连续几行空白上下相对", "running lines whose blanks meet"),
        Key("loose_running", "松行连行", _TIMES, "连续几行偏松", "running loose lines"),
        Key("marks_running", "行末标点连行", _TIMES, "连续几行以标点收尾", "running line ends with a mark"),
        Key("smallest_body", "正文最小", LENGTH, "正文最小字号", "smallest running text"),
        Key("smallest_type", "字最小", LENGTH, "小于此字号要看", "type smaller than this is a warning"),
        Key("smallest_type_fault", "字最小差错", LENGTH, "小于此字号是差错", "type smaller than this is a fault"),
        Key("caption_distance", "图说距", FRACTION, "说明离图最多几行", "lines from a picture to its caption at most"),
        Key("rule_clearance", "文线间", FRACTION, "文字离线至少几分之几字", "ems from text to a rule"),
        Key("rule_distance", "文线距", LENGTH, "文字离线至少多远", "distance from text to a rule"),
        Key("advert_distance", "广告距", LENGTH, "广告离正文多远", "distance from an advert to text"),
        Key("repeated", "重文", whole(8, 10_000), "两稿相同几个字要看", "characters two stories may share"),
        Key(
            "repeated_fault", "重文差错", whole(8, 10_000), "两稿相同几个字是重稿", "shared characters that are a fault"
        ),
        Key("rules", "自有规则", Many(FILLED), "另装的规则包", "entry points of further rules, by name"),
        Key("severity", "轻重", Named(choice("off", "note", "warning", "error")), "各代码的轻重", "severity by code"),
    ),
)


def read_checks(record: Record | None) -> Checks:
    """The thresholds of a style's `checks` section; what it does not say keeps its default."""
    if record is None:
        return Checks()
    known = set(Checks.__struct_fields__) - {"severity", "rules"}
    severity = {code.upper(): item.value for code, item in record.named("severity").items()}
    plain = {name: item.value for name, item in record.items.items() if name in known}
    return Checks(**plain, severity=severity, rules=tuple(item.value for item in record.many("rules")))
