"""From saving a story to the new page in the browser: `python -m tests.bench.desk [EDITION] [ROUNDS]`.

One word of a story is changed in its file, as an editor would; the time ends when the browser has drawn the frame that
shows the new page. Beside it the time that making up alone takes, in the same run.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from layout.api.live import LiveEdition
from tests.browser.served import served

_SHOWN = """async was => {
  const view = document.getElementById("view");
  while (view.dataset.digest === was) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
}"""


def main() -> None:
    edition = Path(sys.argv[1] if len(sys.argv) > 1 else "issues/2026-03-20").resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in ("styles", "fonts"):
            (root / part).symlink_to(edition.parents[1] / part)
        copy = root / "issues" / edition.name
        shutil.copytree(edition, copy)
        story = next(iter(sorted((copy / "stories").glob("lead*.md")) or sorted((copy / "stories").glob("*.md"))))
        seen = _in_the_browser(copy, story, rounds)
        made = _made_up(copy, story, rounds)
    print(f"saved to seen: median {seen:.0f} ms; making up alone: median {made:.0f} ms; ratio {seen / made:.2f}")


def _in_the_browser(edition: Path, story: Path, rounds: int) -> float:
    with served(edition) as (address, _), sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        page.wait_for_selector("#drawn [data-part]")
        time.sleep(2)
        times = []
        for number in range(rounds):
            was = page.get_attribute("#view", "data-digest")
            begun = time.perf_counter()
            _change(story, number)
            page.evaluate(_SHOWN, was)
            times.append((time.perf_counter() - begun) * 1000)
            time.sleep(2)
        browser.close()
    return statistics.median(times)


def _made_up(edition: Path, story: Path, rounds: int) -> float:
    live = LiveEdition(edition)
    times = []
    for number in range(rounds):
        _change(story, number)
        begun = time.perf_counter()
        live.refresh([story])
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _change(story: Path, number: int) -> None:
    """The character before the first full stop becomes another."""
    text = story.read_text("utf-8")
    at = text.index("。", text.index("\n---\n"))
    story.write_text(f"{text[: at - 1]}{'春夏秋冬'[number % 4]}{text[at:]}", "utf-8")


if __name__ == "__main__":
    main()
