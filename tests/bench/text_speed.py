"""How much slower a page of text is composed than shaped: `python -m tests.bench.text_speed`.

Shaping, breaking and justifying 8,000 字 at 13 em, as a ratio to `hb.shape` alone on the same text in the same
process; then one paragraph of growing length, which must take time in proportion.
"""

from __future__ import annotations

import gc
import resource
import time
from pathlib import Path

import uharfbuzz as hb

from layout import api
from layout.geometry import Slot
from layout.text.model import Font, Prose
from layout.text.pour import pour
from layout.units import pt

SAMPLES = Path(__file__).resolve().parents[2] / "issues"
SIZE = pt(9)
PAGE = 8_000


def paragraphs() -> tuple[list[str], api.Loaded]:
    """Body paragraphs of the sample edition, a page's worth of characters."""
    loaded = api.load(SAMPLES / "2026-03-20" / "issue.yaml")
    texts: list[str] = []
    for story in loaded.edition.stories.values():
        texts += [paragraph.text for paragraph in story.body if len(paragraph.text) > 20]
    kept: list[str] = []
    while sum(map(len, kept)) < PAGE:
        kept.append(texts[len(kept) % len(texts)])
    return kept, loaded


def shape_alone(texts: list[str], face) -> float:
    """Seconds that HarfBuzz takes for the texts."""
    start = time.perf_counter()
    for text in texts:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(face.hb_font, buffer, {})
    return time.perf_counter() - start


def compose(texts: list[str], loaded: api.Loaded, ems: int = 13) -> float:
    """Seconds that composing the texts takes, nothing kept from earlier."""
    font = Font(loaded.faces.chain("body"), SIZE)
    setting = loaded.style.settings["body"]
    slots = [Slot(0, 0, ems * SIZE)] * (sum(map(len, texts)) // ems * 2 + 100)
    start = time.perf_counter()
    pour([Prose(text, font, setting, "justify", 2 * SIZE) for text in texts], slots)
    return time.perf_counter() - start


def least(texts: list[str], loaded: api.Loaded, runs: int = 60) -> tuple[float, float]:
    """The least time of shaping alone and of composing, taken in turns, the garbage collector off (as timeit does)."""
    face = loaded.faces.chain("body")[0]
    gc.collect()
    gc.disable()
    pairs = [(shape_alone(texts, face), compose(texts, loaded)) for _ in range(runs)]
    gc.enable()
    return min(shaped for shaped, _ in pairs), min(composed for _, composed in pairs)


def main() -> None:
    """Print the ratios."""
    texts, loaded = paragraphs()
    compose(texts, loaded)
    shaped, composed = least(texts, loaded)
    print(f"{sum(map(len, texts))} characters: hb.shape {shaped * 1000:.2f} ms, composed {composed * 1000:.2f} ms,")
    print(f"  ratio {composed / shaped:.1f}")
    before = 0.0
    for length in (125_000, 250_000, 500_000, 1_000_000):
        text = ("".join(texts) * (length // PAGE + 1))[:length]
        taken = compose([text], loaded)
        growth = f", {taken / before:.2f} times the half" if before else ""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"one paragraph of {length:>9,}: {taken:.2f} s{growth}; peak memory so far {memory} MiB")
        before = taken


if __name__ == "__main__":
    main()
