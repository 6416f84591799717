"""How even lines are: `python -m tests.bench.text_evenness [CONTENT.json]`.

Prints how far Han gaps are opened in justified lines, for the body text of the sample editions at 13, 16 and 22 em
(and for a benchmark's content file at 15 em): the engine's breaks beside greedy ones, elastic kaiming beside quanshen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from msgspec.structs import replace

from layout import api
from layout.style.model import Setting
from layout.text.breaks import Breaker
from layout.text.justify import set_line
from layout.text.model import Font, Prose
from layout.text.pour import Prepared, prepare
from layout.units import pt

SAMPLES = Path(__file__).resolve().parents[2] / "issues"
SIZE = pt(9)


def greedy(prepared: Prepared, ems: int) -> list[int]:
    """Line ends when each line takes as much as can be squeezed into it."""
    breaker = Breaker(prepared.sums, lambda number: ems * SIZE - (prepared.prose.indent if number == 0 else 0))
    ends, at, number = [], 0, 0
    while at < len(prepared.prose.text):
        within = breaker.costs.lines_from(at, breaker.measure(number))
        at = max(end for _, end in within) if within else at + 1
        ends.append(at)
        number += 1
    return ends


def openings(prepared: Prepared, ends: list[int], ems: int) -> tuple[list[float], bool]:
    """The Han-gap opening of each justified line, in ems, and whether the last line is a single character."""
    sums, found = prepared.sums, []
    for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        width = ems * SIZE - (prepared.prose.indent if number == 0 else 0)
        if end < len(prepared.prose.text):
            found.append(set_line(sums, start, end, width, justify=True).opening / 1000)
    before = ends[-2] if len(ends) > 1 else 0
    return found, sums.is_short_last(before)


def report(name: str, texts: list[str], ems: int, setting: Setting, font: Font) -> None:
    """One line of figures for the engine's breaks, one for greedy ones."""
    ready = [prepare(Prose(text, font, setting, "justify", 2 * SIZE)) for text in texts]
    for way, breaks in (("total fit", lambda p: p.uniform_breaks(ems * SIZE)), ("greedy", lambda p: greedy(p, ems))):
        lines: list[float] = []
        short = 0
        for prepared in ready:
            own, single = openings(prepared, breaks(prepared), ems)
            lines += own
            short += single
        lines.sort()
        share = [100 * sum(opening > limit for opening in lines) / len(lines) for limit in (1 / 16, 1 / 8, 1 / 4)]
        print(
            f"{name:<22} {ems:>2} em {way:<9} {len(lines):>5} lines; "
            f"median {lines[len(lines) // 2]:.3f}  95th {lines[int(len(lines) * 0.95)]:.3f}  worst {lines[-1]:.3f}; "
            f"over 1/16 {share[0]:.2f} %  1/8 {share[1]:.2f} %  1/4 {share[2]:.2f} %; "
            f"one-character last lines {short} of {len(ready)}"
        )


def main(arguments: list[str]) -> None:
    """Print the figures."""
    for name in ("2026-03-20", "2026-03-21-evening"):
        loaded = api.load(SAMPLES / name / "issue.yaml")
        font = Font(loaded.faces.chain("body"), SIZE)
        body = loaded.style.settings["body"]
        texts = [p.text for story in loaded.edition.stories.values() for p in story.body if len(p.text) > 20]
        for ems in (13, 16, 22):
            report(name, texts, ems, body, font)
    if arguments:
        content = json.loads(Path(arguments[0]).read_text("utf-8"))
        stories = [story for page in content["pages"] for story in page["stories"] if "paragraphs" in story]
        texts = [text for story in stories for text in story["paragraphs"]]
        even = replace(body, punctuation="quanshen", elastic=False)
        report("content, quanshen", texts, 15, even, font)
        report("content, elastic", texts, 15, replace(body, punctuation="kaiming", elastic=True), font)


if __name__ == "__main__":
    main(sys.argv[1:])
