"""Time and memory by the number of pages: `python -m tests.bench.scale [PAGES …]`, or `--editions N`.

Each edition is built by a process of its own, the sizes in turn, three times; medians are printed as ratios to the
smallest with more than one page, what starting up and one page take left out. Many editions are built one after another
in one process, whose memory is looked at as it goes.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.growth import newsroom

ROUNDS = 1
SIZES = (1, 16, 128)


def built(manifest: Path, out: Path) -> tuple[float, float, float]:
    """Wall time, CPU time and MiB of a build in a process of its own."""
    code = (
        "import sys; from layout.cli import main; "
        "sys.argv[1:] = ['-q', 'build', sys.argv[1], '--files', 'edition', '--out', sys.argv[2]]; main()"
    )
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(manifest), str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not any(out.glob("*.pdf")):
        raise SystemExit(f"{manifest}: no PDF was made (status {process.returncode})")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
    """MiB that this process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    if sys.argv[1:2] == ["--editions"]:
        in_one_process(int(sys.argv[2]))
    else:
        by_pages(tuple(map(int, sys.argv[1:])) or SIZES)
