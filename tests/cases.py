"""Run line composition cases through the real engine: `python -m tests.cases FILE.yaml [FILE…]`.

Field meanings stand in the head of a case file. The stub metrics named there are a Typeface here, 1 em = 720 720 units.
"""

from __future__ import annotations

import sys
import unicodedata
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path

import yaml

from layout.assets.shaped import Shaped
from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.grid import grid_cells
from layout.text.model import Font, Line, Prose
from layout.text.pour import pour, prepare
from layout.text.sense import break_head
from layout.text.stands import corner_quotes
from layout.text.words import distribute, set_words, width_of

EM = 720_720
WIDE_WESTERN = set("％￥＄№℃℉‰")


class StubFace:
    """Han and full-width marks one em, ASCII and other Western letters half an em."""

    key = "stub"
    units_per_em = 1000

    def covers(self, character: str) -> bool:
        return True

    def lacking(self, text: str) -> set[str]:
        return set()

    def shape(self, text: str, *, vertical: bool = False) -> Shaped:
        return Shaped(tuple(map(ord, text)), tuple(1000 if self._wide(c) else 500 for c in text))

    def _wide(self, c: str) -> bool:
        if c in WIDE_WESTERN:
            return True
        code = ord(c)
        return not (0x21 <= code <= 0x7E or 0xC0 <= code <= 0x24F or 0x370 <= code <= 0x3FF or c in "°±−€£¥+")

    def vertical_origin(self, glyph: int) -> int:
        return 880

    def ink(self, character: str) -> tuple[int, int, int, int]:
        opening = unicodedata.category(character) in {"Ps", "Pi"}
        return (550, 0, 950, 800) if opening else (50, 0, 450, 800)


FONT = Font((StubFace(),), EM)


def setting_of(case: dict, defaults: dict) -> tuple[Setting, dict]:
    """The engine's setting for a case, and the options that are not part of it."""
    options = {**defaults, **(case.get("options") or {})}
    fraction = {key: Fraction(str(options[key])) for key in ("gap", "gap_min", "gap_max", "max_han_stretch")}
    return (
        Setting(
            level=options["level"],
            punctuation=options["style"],
            elastic=options.get("elastic", False),
            line_end=options["line_end"],
            trim_line_start=options["trim_line_start"],
            trim_paragraph_start=options["trim_para_start"],
            hang=options["hang"],
            gap=fraction["gap"],
            gap_min=fraction["gap_min"],
            gap_max=fraction["gap_max"],
            word_space=Fraction(str(options["space"])),
            word_space_max=Fraction(str(options.get("space_max", "1/2"))),
            faulty=fraction["max_han_stretch"],
            minimum_last=int(options["min_last"]),
            stop_shrink=options["stop_shrink"],
            keep_units=options["keep_units"],
            upright_digits=int(options["tcy"]),
            grid=options["grid"],
        ),
        options,
    )


def em(units: int) -> Fraction:
    return Fraction(units, EM)


def run_paragraph(case: dict, setting: Setting, options: dict) -> list[tuple[str, list[Fraction]]]:
    """Lines as (text, advances by character)."""
    measure = case.get("measure")
    vertical = options["mode"] == "vertical"
    indent = int(Fraction(str(options["indent"])) * EM)
    align = "justify" if measure is not None and options["align"] == "justify" else "left"
    prose = Prose(case["text"], FONT, setting, align, indent)
    width = 10_000 * EM if measure is None else int(Fraction(str(measure)) * EM)
    poured = pour([prepare(prose, vertical=vertical)], [Slot(0, 0, width)] * (len(case["text"]) + 2))
    lines = []
    for line in poured.placed:
        text = case["text"][line.start : line.end]
        advances = [em(advance) for advance in advances_of(line)]
        lines.append((text, advances))
    return lines


def advances_of(line: Line) -> list[int]:
    """Advances along the line; what stands across a vertical line shares its length evenly."""
    found: list[int] = []
    for run, stand in zip_longest(line.runs, line.stands):
        if stand and stand.kind == "across":
            share = stand.length // len(run.text)
            found += [share] * (len(run.text) - 1) + [stand.length - share * (len(run.text) - 1)]
        else:
            found += run.advances
    return found


def stripped(lines: list[tuple[str, list[Fraction]]]) -> list[str]:
    return [text.strip(" ") for text, _ in lines]


def fractions(values: list) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def check_paragraph(case: dict, setting: Setting, options: dict) -> list[str]:
    lines = run_paragraph(case, setting, options)
    texts, wrong = stripped(lines), []
    preferred = True
    if "lines" in case and texts != case["lines"]:
        wrong.append(f"lines: expected {case['lines']}, got {texts}")
    if "accept" in case and texts not in case["accept"]:
        wrong.append(f"lines: expected one of {case['accept']}, got {texts}")
    if "accept" in case and texts != case["accept"][0]:
        preferred = False
    if preferred and not wrong:
        wrong += check_geometry(case, lines)
    wrong += check_edges(case, texts)
    return wrong


def check_geometry(case: dict, lines: list[tuple[str, list[Fraction]]]) -> list[str]:
    wrong = []
    wanted = case.get("advances")
    if wanted is not None:
        for number, values in (wanted if isinstance(wanted, dict) else {0: wanted}).items():
            got = by_unit(case, lines[int(number)])
            if got != fractions(values):
                wrong.append(f"advances of line {number}: expected {values}, got {[str(v) for v in got]}")
    if "width" in case:
        width = sum(lines[0][1]) + Fraction(str((case.get("options") or {}).get("indent", 0)))
        if width != Fraction(str(case["width"])):
            wrong.append(f"width: expected {case['width']}, got {width}")
    for total in case.get("sums", []):
        got = sum(lines[total.get("line", 0)][1][total["from"] : total["to"]])
        if got != Fraction(str(total["sum"])):
            wrong.append(f"sum {total}: got {got}")
    return wrong


def by_unit(case: dict, line: tuple[str, list[Fraction]]) -> list[Fraction]:
    text, advances = line
    if "units" not in case:
        return [advance for c, advance in zip(text, advances, strict=True) if c != " "]
    got, at = [], 0
    for unit in case["units"]:
        got.append(sum(advances[at : at + len(unit)], Fraction(0)))
        at += len(unit)
    return got


def check_edges(case: dict, texts: list[str]) -> list[str]:
    wrong = [f"line starts with {t[0]}" for t in texts[1:] if t[0] in case.get("never_start", [])]
    wrong += [f"line ends with {t[-1]}" for t in texts[:-1] if t[-1] in case.get("never_end", [])]
    if "min_lines" in case and len(texts) < case["min_lines"]:
        wrong.append(f"{len(texts)} lines, at least {case['min_lines']} expected")
    if "max_lines" in case and len(texts) > case["max_lines"]:
        wrong.append(f"{len(texts)} lines, at most {case['max_lines']} expected")
    return wrong


def check_distribute(case: dict, setting: Setting, options: dict) -> list[str]:
    got = [em(advance) for advance in distribute(case["text"], FONT, int(Fraction(str(case["measure"])) * EM))]
    return [] if got == fractions(case["advances"]) else [f"advances: got {[str(v) for v in got]}"]


def check_grid(case: dict, setting: Setting, options: dict) -> list[str]:
    got = [[text, cells] for text, cells in grid_cells(case["text"])]
    return [] if got == case["cells"] else [f"cells: expected {case['cells']}, got {got}"]


def orientation(character: str, letter: str) -> str:
    """How a character stands in vertical text, in the words of the cases: ：； stay upright, against UAX #50."""
    if character in "，、。．！？：；":
        return "upright-corner"
    if character in "（）《》〈〉【】〖〗〔〕［］｛｝「」『』—⸺…⋯～–／":
        return "rotated-form"
    return "rotated" if letter == "W" else "upright"


def check_mapping(case: dict, setting: Setting, options: dict) -> list[str]:
    wrong = []
    text, digits = case["text"], (setting.upright_digits, setting.turn_digits)
    letters = classify(text, vertical=True, upright_digits=digits[0], turn_digits=digits[1])
    display = corner_quotes(text)
    orientations = [orientation(character, letter) for character, letter in zip(text, letters, strict=True)]
    if "display" in case and display != case["display"]:
        wrong.append(f"display: expected {case['display']}, got {display}")
    keys = [key for key in ("orientation", "orientations") if key in case and orientations != case[key]]
    return wrong + [f"{key}: expected {case[key]}, got {orientations}" for key in keys]


def check_headline(case: dict, setting: Setting, options: dict) -> list[str]:
    measure = int(Fraction(str(case["measure"])) * EM)
    got = break_head(
        case["text"],
        int(case["n_lines"]),
        fits=lambda line: width_of(set_words(line, FONT, setting)) <= measure,
        words=case["tokens"],
    )
    accepted = case.get("accept") or [case["lines"]]
    return [] if list(got) in accepted else [f"lines: expected one of {accepted}, got {list(got)}"]


CHECKS = {
    "paragraph": check_paragraph,
    "invariants": check_paragraph,
    "distribute": check_distribute,
    "grid": check_grid,
    "mapping": check_mapping,
    "headline": check_headline,
}


def main(paths: list[str]) -> int:
    passed = failed = 0
    for path in paths:
        data = yaml.safe_load(Path(path).read_text("utf-8"))
        for case in data["cases"]:
            setting, options = setting_of(case, data["defaults"])
            wrong = CHECKS[case.get("kind", "paragraph")](case, setting, options)
            if wrong:
                failed += 1
                print(f"{case['id']} ({case['rule']})", *wrong, sep="\n    ")
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
