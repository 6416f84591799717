"""Time and memory by the number of pages: `python -m tests.bench.scale [PAGES …]`, or `--editions N`.

Each edition is built by a process of its own, the sizes in turn, three times; medians are printed as ratios to the
smallest with more than one page, what starting up and one page take left out. Many editions are built one after another
in one process, whose memory is looked at as it goes.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.bench.growth import newsroom

ROUNDS = 3
SIZES = (1, 16, 128)


def built(manifest: Path, out: Path) -> tuple[float, float, float]:
    """Wall time, CPU time and MiB of a build, everything made anew, in a process of its own."""
    command = [sys.executable, "-m", "layout", "-q", "build", str(manifest), "--no-overlay", "--files", "edition"]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--fresh", "--out", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    watch = _Watch(process.pid)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    watch.over.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if not any(out.glob("*.pdf")):
        raise SystemExit(f"{manifest}: no PDF was made (status {process.returncode})")
    return wall, usage.ru_utime + usage.ru_stime, max(watch.most, usage.ru_maxrss / 1024)


class _Watch(threading.Thread):
    """The most memory that a process and its children have together, shared pages counted once (Linux)."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.most = 0.0
        self._process = process

    def run(self) -> None:
        """Look now and then, until it is over."""
        while not self.over.wait(0.05):
            self.most = max(self.most, sum(map(_share, _family(self._process))))


def _family(process: int) -> list[int]:
    """A process and those it has begun."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in children for one in _family(int(child)))]


def _share(process: int) -> float:
    """MiB of a process, pages that several share dealt out among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def by_pages(sizes: tuple[int, ...]) -> None:
    """Print how time and memory grow with the pages."""
    with tempfile.TemporaryDirectory() as folder:
        manifests = {size: newsroom(Path(folder) / str(size), size) for size in sizes}
        runs: dict[int, list[tuple[float, float, float]]] = {size: [] for size in sizes}
        for number in range(ROUNDS):
            for size, manifest in manifests.items():
                runs[size].append(built(manifest, Path(folder) / f"out-{size}-{number}"))
    median = {
        size: tuple(statistics.median(run[at] for run in found) for at in range(3)) for size, found in runs.items()
    }
    first, second, *_ = (*sizes, sizes[0])
    print(f"{'pages':>6} {'wall s':>8} {'cpu s':>8} {'MiB':>7}   each page to that of {second}: cpu; memory")
    for size, (wall, cpu, memory) in median.items():
        line = f"{size:6} {wall:8.2f} {cpu:8.2f} {memory:7.0f}"
        if size > second:
            each = (cpu - median[first][1]) / (size - first)
            base = (median[second][1] - median[first][1]) / (second - first)
            line += f"   {each / base:.2f}; {memory / median[second][2]:.2f}"
        print(line)


def in_one_process(editions: int) -> None:
    """Print how the memory of one process grows while it builds edition after edition."""
    from layout import api
    from layout.release.build import release

    marks = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(editions):
            own = Path(folder) / str(number % 4)
            loaded = api.load(newsroom(own, 1, seed=number))
            target = api.Target("proof", Path(folder) / "out", "edition")
            release(api.compose(loaded), loaded, target)
            if number + 1 in {50, editions} or (number + 1) % 250 == 0:
                marks.append((number + 1, _resident()))
                print(f"{number + 1:6} editions {marks[-1][1]:7.1f} MiB")
    print(f"growth after the first {marks[0][0]}: {marks[-1][1] / marks[0][1] - 1:.1%}")


def _resident() -> float:
    """MiB that this process has for itself now; files mapped into it (faces) come and go and are not its own."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--editions"]:
        in_one_process(int(sys.argv[2]))
    else:
        by_pages(tuple(map(int, sys.argv[1:])) or SIZES)
