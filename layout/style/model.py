"""How a paper looks, resolved: every value is there, nothing is inherited any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from layout.edition.model import RulePlace
from layout.edition.placing import Seat
from layout.edition.showing import CaptionPlace
from layout.geometry import Insets, Size
from layout.ink import BLACK, PALE, Ink
from layout.style.borders import FrameStyle, Separators
from layout.style.checks import Checks
from layout.style.fold import FoldStyle
from layout.style.jumps import Jumps
from layout.units import MILLIMETRE, POINT, Length

Level = Literal["none", "basic", "gb", "strict"]
Punctuation = Literal["quanshen", "kaiming", "hangmo", "banshen", "plain"]
_STRIP = BLACK.tint(800)
Align = Literal["justify", "left", "center", "right"]
PanelAlign = Literal["left", "center", "right", "outer", "inner"]


class Setting(Struct, frozen=True):
    """The parameters of line composition; lengths in ems of the type set (CLREQ 3.1–3.6, GB/T 15834 5.1).

    `elastic` lets the marks of kaiming grow from 1/2 towards `elastic_limit` after Han gaps opened by `elastic_after`,
    and from there to their full em after Han gaps opened by `elastic_full_after` (None: they don't).
    A Han gap wider than `loose` is a warning, wider than `faulty` a fault.
    """

    level: Level = "gb"
    punctuation: Punctuation = "kaiming"
    elastic: bool = True
    elastic_after: Fraction = Fraction(1, 20)
    elastic_limit: Fraction = Fraction(3, 4)
    elastic_full_after: Fraction | None = None
    line_end: Literal["half", "fit", "full"] = "half"
    trim_line_start: bool = True
    trim_paragraph_start: bool = True
    hang: Literal["none", "pause_stop"] = "none"
    gap: Fraction = Fraction(1, 4)
    gap_min: Fraction = Fraction(1, 8)
    gap_max: Fraction = Fraction(1, 2)
    word_space: Fraction = Fraction(1, 4)
    word_space_max: Fraction = Fraction(1, 2)
    loose: Fraction = Fraction(1, 8)
    faulty: Fraction = Fraction(1, 4)
    minimum_last: int = 2
    stop_shrink: bool = True
    keep_units: bool = False
    upright_digits: int = 2
    turn_digits: bool = False
    grid: bool = False
    hyphenate: str = "en"
    readings: Literal["auto", "above", "brackets"] = "auto"
    half_digits: bool = False

    def __hash__(self) -> int:
        """Cheap, since settings are looked up once a paragraph; equality still compares every field."""
        return hash((self.level, self.punctuation, self.elastic, self.line_end, self.grid))


class TypeStyle(Struct, frozen=True):
    """One role's type: `face` is a role of faces.yaml; `indent` in ems; `tracking` and `stretch` in per mille."""

    face: str
    size: Length
    leading: Length
    align: Align = "justify"
    indent: int = 0
    ink: Ink = BLACK
    tracking: int = 0
    stretch: int = 1000


class HeadlineLevel(Struct, frozen=True):
    """One level of headline (头条, 二条 …).

    The main head is tried at each of `sizes` in turn until it fits; then it is condensed down to `condense` per mille
    at most, then opened by up to `open` per mille of an em to fill the width. One that is to `fill` the width is
    condensed at every size. A head given as one string stands in `rows` lines, more when it has to. `faces` are roles
    that the level's heads take in turn down the page. `kicker_share` and `deck_share` are the sizes of kicker and deck
    in thousandths of the main head as it is set, None when they have sizes of their own. `above`, `below`, `between`,
    `byline_above` and `byline_below` are white in thousandths of a body line; the whole is rounded up to whole lines.
    `byline` says whether the byline stands under the head or, right-aligned, at the story's end. `tint` and `plate`
    are what a head on a tint or a plate stands on; `subhead` names how the story's subheads look.
    """

    main: TypeStyle
    sizes: tuple[Length, ...]
    kicker: TypeStyle
    deck: TypeStyle
    above: int = 500
    between: int = 500
    below: int = 700
    condense: int = 880
    open: int = 80
    byline: Literal["head", "end"] = "head"
    fill: bool = False
    rows: int = 1
    faces: tuple[str, ...] = ()
    summary: Literal["bar", "rules", "plain"] = "bar"
    byline_above: int | None = None
    byline_below: int = 0
    tint: Ink = PALE
    plate: Ink = BLACK
    subhead: str = "standing"
    kicker_share: int | None = None
    deck_share: int | None = None


class SubheadStyle(Struct, frozen=True):
    """How standing subheads look: their type, how many body lines one takes, and what `fill` a band or plate has.

    A band is as wide as the column, a plate as wide as its words.
    """

    type: str = "subhead"
    lines: int = 2
    look: Literal["plain", "band", "plate"] = "plain"
    fill: Ink = PALE


class LabelStyle(Struct, frozen=True):
    """How a standing label looks: on a plate of `fill`, between rules of that ink, or plain; with a logo beside it.

    It stands above the head, beside it, or at the top of the story's first column.
    """

    type: str = "label"
    look: Literal["plate", "rules", "plain"] = "plate"
    fill: Ink = BLACK
    place: Literal["above", "beside", "column"] = "above"
    align: Literal["left", "center"] = "left"
    logo: Path | None = None


class Grid(Struct, frozen=True):
    """Basic columns of a page: how many, how many 字 each, and the gutter."""

    columns: int
    characters: int
    gutter: Length


class PanelText(Struct, frozen=True):
    """A line of fixed matter: a template over the edition's fields (`{date}` …), set at a place of its panel.

    `x` is measured from the left edge (left), the middle (center) or the right edge (right), `y` from the panel's top
    to the baseline. With `outer` and `inner` it is measured inwards from the page's outer edge or from the fold: right
    and left on odd pages, the other way round on even ones. A `vertical` one hangs from `y` down.
    """

    text: str
    type: str
    align: PanelAlign
    x: Length
    y: Length
    vertical: bool = False


class PanelRule(Struct, frozen=True):
    """A rule of a panel from `x` to `x_end` (from the left edge; 0 for `x_end` is the right edge).

    With `y_end` it runs down from `y` to there, at `x`.
    """

    y: Length
    weight: Length
    ink: Ink = BLACK
    x: Length = 0
    x_end: Length = 0
    y_end: Length = 0


class PanelBox(Struct, frozen=True):
    """A tint or frame in a panel; `width` 0 reaches to the right edge."""

    x: Length
    y: Length
    width: Length
    height: Length
    fill: Ink | None = None
    stroke: Ink | None = None
    weight: Length = 0


class PanelPicture(Struct, frozen=True):
    """A picture in a panel (a nameplate in calligraphy, a logo); `height` follows from the file's proportion."""

    file: Path
    x: Length
    y: Length
    width: Length
    alt: str = ""
    align: PanelAlign = "left"


class Panel(Struct, frozen=True):
    """Fixed matter in a box of the page: nameplate, folio, foot."""

    texts: tuple[PanelText, ...] = ()
    rules: tuple[PanelRule, ...] = ()
    boxes: tuple[PanelBox, ...] = ()
    pictures: tuple[PanelPicture, ...] = ()


class PlacedPanel(Struct, frozen=True):
    """A panel standing in columns and lines of the page (all counted from 1)."""

    panel: str
    column: int
    columns: int
    line: int
    lines: int


class TemplateSlot(Struct, frozen=True):
    """A named place of a template (头条, 报眼 …). When it may not stay empty, an empty one is told of."""

    seat: Seat
    optional: bool = False


class Template(Struct, frozen=True):
    """A sort of page: its grid, its fixed matter, its slots by name, and the rules between them."""

    grid: str
    panels: tuple[PlacedPanel, ...] = ()
    slots: Mapping[str, TemplateSlot] = field(default_factory=dict)
    rules: tuple[RulePlace, ...] = ()


class Rules(Struct, frozen=True):
    """Column rules, plain boxes and keylines: their weights, and the ink of column rules."""

    column_weight: Length
    column_ink: Ink
    box_weight: Length
    keyline_weight: Length


class PictureStyle(Struct, frozen=True):
    """White around pictures, and where their words stand.

    `caption_gap` lies between a picture and its caption, `above` and `below` between a picture and text (at least
    `caption_below` where words stand at the picture's foot), `distance`
    between a contour and the text that runs round it, `gap` between the pictures of a group. `credit` is at the right
    of the caption's last line where there is room (`right`), or on a line of its own (`line`). A caption in a column
    `beside` its picture hangs from the picture's top or stands on its foot. `strip` is the ink under a caption that
    stands over the foot of its picture.
    """

    caption_gap: Length = 3 * POINT
    above: Length = 5 * POINT
    below: Length = 5 * POINT
    caption_below: Length = 0
    caption: CaptionPlace = "below"
    credit: Literal["right", "line"] = "right"
    beside: Literal["top", "foot"] = "foot"
    distance: Length = 9 * POINT
    gap: Length = 3 * POINT
    strip: Ink = _STRIP


class TableStyle(Struct, frozen=True):
    """How tables are ruled: `three` above, below and under the heads (三线表), `hairlines` under every row, `none`."""

    rules: Literal["three", "hairlines", "none"] = "three"
    weight: Length = 9_525  # 0.75 pt
    thin: Length = 4_445  # 0.35 pt
    ink: Ink = BLACK


class ChartStyle(Struct, frozen=True):
    """What charts are drawn in: an ink a series in turn; the first also makes an item stand out.

    Tints far enough apart to be told from each other on newsprint, none lighter than its dots can hold.
    """

    inks: tuple[Ink, ...] = (BLACK.tint(800), BLACK.tint(350), BLACK.tint(550), BLACK.tint(150))


class AdvertSizes(Struct, frozen=True):
    """Advert sizes by name, and how far one may be from whole columns and lines before it is told of."""

    sizes: Mapping[str, Size] = field(default_factory=dict)
    slack: Length = 8 * MILLIMETRE


class Numbering(Struct, frozen=True):
    """What running numbers are counted from: one known issue, the weekdays of publication (0 is Monday), days off."""

    known: date
    number: int
    days: tuple[int, ...]
    without: tuple[date, ...] = ()


class Identity(Struct, frozen=True):
    """The paper's own data, much of which must be printed in every issue (2005 rules, article on standing data)."""

    id: str
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)
    numbering: Numbering | None = None


class PaperStyle(Struct, frozen=True):
    """A paper's whole style.

    `baseline` is the distance from the top of a line's cell to its baseline. `types` holds the type styles by role:
    body, dateline, strong, subhead, byline, caption, credit, label, jump, and whatever the panels name. `labels` are
    found by the label's words; the one called `default` is for all others. `press` names the print shop's sheet;
    `signatures` are the roles that have to sign a page before it may be printed.
    """

    identity: Identity
    trim: Size
    bleed: Length
    margins: Insets
    lines: int
    leading: Length
    body_size: Length
    baseline: Length
    grids: Mapping[str, Grid]
    types: Mapping[str, TypeStyle]
    levels: Mapping[str, HeadlineLevel]
    settings: Mapping[str, Setting]
    panels: Mapping[str, Panel]
    templates: Mapping[str, Template]
    rules: Rules
    pictures: PictureStyle
    subheads: Mapping[str, SubheadStyle] = field(default_factory=dict)
    labels: Mapping[str, LabelStyle] = field(default_factory=dict)
    normalise: Literal["off", "report", "fix"] = "fix"
    jumps: Jumps = field(default_factory=Jumps)
    advert_label: str = "广告"
    frames: Mapping[str, FrameStyle] = field(default_factory=dict)
    separators: Separators = field(default_factory=Separators)
    checks: Checks = field(default_factory=Checks)
    adverts: AdvertSizes = field(default_factory=AdvertSizes)
    charts: ChartStyle = field(default_factory=ChartStyle)
    tables: TableStyle = field(default_factory=TableStyle)
    press: str = ""
    fold: FoldStyle = field(default_factory=FoldStyle)
    signatures: tuple[str, ...] = ("值班总编",)

    def subhead_of(self, level: str) -> SubheadStyle:
        """How the subheads of a story look whose headline has a level; an empty one is that of a story without."""
        return self.subheads[self.levels[level].subhead if level else "standing"]

    def label_of(self, words: str) -> LabelStyle:
        """How a standing label looks."""
        return self.labels.get(words, self.labels["default"])
