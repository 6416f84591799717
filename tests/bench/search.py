"""Search over 2,000 articles made by varying the sample editions': `python -m tests.bench.search`.

Prints how long the catalogue takes to make, how large it is, and how long a query of two characters takes, and holds
every answer against a scan of all texts.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

from layout.catalogue.model import EditionRecord, Query
from layout.catalogue.sqlite import SqliteStore
from layout.catalogue.words import searchable
from tests.catalogue.bags import index_of
from tests.editions.samples import SAMPLES, loaded

ARTICLES, CHARACTERS, AN_EDITION, QUERIES = 2000, 500, 40, 400


def texts(chance: random.Random) -> list[str]:
    """Articles of some 500 characters, their sentences dealt anew."""
    stories = [story for name in SAMPLES for story in loaded(name).edition.stories.values()]
    sentences = [
        sentence + "。"
        for story in stories
        for paragraph in story.body
        for sentence in paragraph.text.split("。")
        if sentence
    ]
    made = []
    for _ in range(ARTICLES):
        text = chance.choice(stories).short_head + "\n"
        while len(text) < CHARACTERS:
            text += chance.choice(sentences) + ("\n" if chance.random() < 0.3 else "")
        made.append(text)
    return made


def main() -> None:
    chance = random.Random(7)
    articles = texts(chance)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "catalogue.sqlite"
        store = SqliteStore(file)
        began = time.perf_counter()
        for start in range(0, ARTICLES, AN_EDITION):
            own = {f"s{start + number}": text for number, text in enumerate(articles[start : start + AN_EDITION])}
            index = index_of(f"2026-03-20-{start:05d}", date="2026-03-20", texts=own)
            store.add(EditionRecord("nowhere", "", {}, index))
        built = time.perf_counter() - began
        characters = sum(map(len, articles))
        print(f"{ARTICLES} articles, {characters:,} characters: {built:.1f} s, {file.stat().st_size / 1e6:.1f} MB")
        _ask(store, [searchable(text) for text in articles], chance)
        store.close()


def _ask(store: SqliteStore, scanned: list[str], chance: random.Random) -> None:
    times = []
    for _ in range(QUERIES):
        text = chance.choice(scanned)
        at = chance.randrange(len(text) - 2)
        word = text[at : at + 2].replace("\n", "") or "的"
        began = time.perf_counter()
        found = store.search(Query(word))
        times.append((time.perf_counter() - began) * 1000)
        assert found.total == sum(word in text for text in scanned), word
    cuts = statistics.quantiles(times, n=20)
    print(f"{QUERIES} queries: median {statistics.median(times):.2f} ms, 95 % within {cuts[-1]:.2f} ms, all exact")


if __name__ == "__main__":
    main()
