"""A word changed in a story: the page's new PDF on disk, against Typst's recompile of the same page in its process.

    PEERS=FOLDER PEERS_PYTHON=FOLDER/bin/python .venv/bin/python -m tests.bench.live [page issue16]

PEERS is the folder of the page benchmark (with `peerlib.py`, `content/` and `typst/`), PEERS_PYTHON a Python that has
the typst package. Each of the two stays in its process and takes the same changes in turn; paiban writes the page that
changed, Typst its one file. Medians, and the median of the ratios. Nothing is forced to the disk by either.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from layout import api
from layout.api.live import LiveEdition
from layout.api.livepages import LivePages, write_pages
from tests.bench.paiban import peer

PEERS = Path(os.environ.get("PEERS", "peers"))
PYTHON = os.environ.get("PEERS_PYTHON") or sys.executable
# Every change is a new one: what either tool has made before it must not have at hand.
WORDS = (
    "施工队",
    "工程队",
    "养护队",
    "抢修队",
    "监测队",
    "测绘队",
    "清淤队",
    "巡查队",
    "勘察队",
    "志愿队",
    "突击队",
    "施救队",
)
PHRASES = (
    "反复比对",
    *(
        f"反复比对、{done}，并请居民现场监督"
        for done in (
            "逐段校核",
            "分头复查",
            "当场记录",
            "连夜核算",
            "签字画押",
            "拍照留底",
            "统一编号",
            "张榜公布",
            "来回走访",
            "重新测量",
            "层层上报",
        )
    ),
)

# Compiles whenever it is told a word to put in another's place, and says how long that took.
TYPST = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import peerlib, typst
typst_peer = peerlib.load_peer(peerlib.ROOT / "typst")
ctx = peerlib.Context(peerlib.CONTENT / (sys.argv[2] + ".json"), sys.argv[3])
typst_peer.prepare(ctx)
data = ctx.work / "resolved.json"
compiler = typst.Compiler(input=str(ctx.work / "page.typ"), root=sys.argv[3], font_paths=[str(ctx.font_dir)],
                          ignore_system_fonts=True, sys_inputs={"mode": "thread"})
compiler.compile(output=str(ctx.pdf))
print("ready", flush=True)
for line in sys.stdin:
    old, new = json.loads(line)
    content = json.loads(data.read_text("utf-8"))
    story = content["pages"][-1]["stories"][0]
    at = next(i for i, text in enumerate(story["paragraphs"]) if old in text)
    story["paragraphs"][at] = story["paragraphs"][at].replace(old, new, 1)
    data.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    start = time.perf_counter()
    compiler.compile(output=str(ctx.pdf))
    print(time.perf_counter() - start, flush=True)
"""


class Typst:
    """Typst in a process of its own, its one document kept."""

    def __init__(self, job: str, folder: str) -> None:
        command = [PYTHON, "-c", TYPST, str(PEERS), job, folder]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def change(self, old: str, new: str) -> float:
        self.process.stdin.write(json.dumps([old, new]) + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


class Paiban:
    """An edition kept in this process."""

    def __init__(self, job: str, folder: str) -> None:
        sys.path.insert(0, str(PEERS))
        import peerlib

        context = peerlib.Context(peerlib.CONTENT / f"{job}.json", folder)
        peer.prepare(context)
        self.live = LiveEdition(context.work / "issue.yaml", root=context.work)
        self.pages = LivePages()
        self.target = api.Target("proof", context.work / "live", "pages")
        self._write(tuple(page.name for page in self.live.composition.pages))
        # As watch does.
        gc.collect()
        gc.freeze()
        gc.set_threshold(200_000, 50, 100)
        sheet = context.content["pages"][-1]
        self.story = context.work / "stories" / f"p{sheet['number']:02d}-{sheet['stories'][0]['id']}.md"

    def _write(self, names: tuple[str, ...]) -> None:
        write_pages(self.target.out, self.pages.files(self.live, self.target, names))

    def change(self, old: str, new: str) -> float:
        self.story.write_text(self.story.read_text("utf-8").replace(old, new, 1), "utf-8")
        start = time.perf_counter()
        made = self.live.refresh([self.story])
        self._write(made.changed)
        spent = time.perf_counter() - start
        assert made.changed
        assert self.live.findings is not None  # the rules run after the page is written, as in watch
        return spent


def measure(job: str) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        typst, own = Typst(job, one), Paiban(job, other)
        for name, words in {"a word as long": WORDS, "a phrase of another length": PHRASES}.items():
            rows = []
            for old, new in itertools.pairwise(words):
                rows.append((own.change(old, new), typst.change(old, new)))
            own_ms, typst_ms = (statistics.median(row) * 1000 for row in zip(*rows, strict=True))
            ratio = statistics.median(mine / theirs for mine, theirs in rows)
            print(f"{job}, {name}: paiban {own_ms:.0f} ms, Typst {typst_ms:.0f} ms, ratio {ratio:.2f}")
        typst.close()


if __name__ == "__main__":
    for job in sys.argv[1:] or ["page", "issue16"]:
        measure(job)
