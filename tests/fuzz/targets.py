"""What is spoilt and how it is then read: each target writes its file into a newsroom of its own and reads it."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random

from layout import api
from layout.diagnostics import Diagnostic, Sink
from tests.fuzz.spoil import spoilt
from tests.newsrooms import REPOSITORY, plain_faces

_FEATURES = REPOSITORY / "tests" / "features"
INTAKE = "intake"
_PICTURES = (".jpg", ".png", ".svg", ".pdf", ".gif", ".tif")


def told(found: Iterable[Diagnostic]) -> None:
    """Every finding can be said in both languages."""
    for one in found:
        for language in ("zh", "en"):
            assert one.message(language)
            one.hint(language)


@dataclass(slots=True)
class Newsroom:
    """A copy of the features' editions with the styles they share, and faces; one file at a time is spoilt in it."""

    root: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="fuzz-")))

    def __post_init__(self) -> None:
        shutil.copytree(_FEATURES, self.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        shutil.copytree(REPOSITORY / "styles" / "lanchuan-daily", self.root / "styles" / "lanchuan-daily")
        plain_faces(self.root / "fonts")

    def close(self) -> None:
        """Remove it."""
        shutil.rmtree(self.root, ignore_errors=True)

    @property
    def editions(self) -> list[Path]:
        """The folders of its editions."""
        return sorted(path.parent for path in self.root.glob("*/issue.yaml"))

    def files(self, target: str) -> list[Path]:
        """The files that a target spoils."""
        match target:
            case "manifest":
                return [folder / "issue.yaml" for folder in self.editions]
            case "story":
                return sorted(self.root.glob("*/stories/*.md"))
            case "style":
                return sorted(self.root.glob("styles/*/style.yaml"))
            case "faces":
                return [self.root / "fonts" / "faces.yaml"]
            case _:
                return sorted(path for path in self.root.rglob("*") if path.suffix in _PICTURES)

    def read(self, target: str, path: Path, data: bytes) -> None:
        """Read the newsroom with `data` in place of a file, or take a file of that name in; what raises is a fault."""
        if target == INTAKE:
            _take_in(path, data)
            return
        kept = path.read_bytes()
        path.write_bytes(data)
        try:
            if target == "picture":
                _picture(path)
            else:
                _edition(self._edition_of(target, path))
        finally:
            path.write_bytes(kept)

    def _edition_of(self, target: str, path: Path) -> Path:
        if target == "manifest":
            return path.parent
        if target == "story":
            return path.parent.parent
        paper = path.parent.name.encode() if target == "style" else b""
        using = (e for e in self.editions if b"paper: " + paper in (e / "issue.yaml").read_bytes())
        return next(using, self.editions[0])


def _edition(folder: Path) -> None:
    loaded = api.load(folder)
    told(loaded.diagnostics)
    if loaded.complete and loaded.edition:
        composition = api.compose(loaded)
        told(api.findings(composition, loaded))
        api.dump(composition)


def _picture(path: Path) -> None:
    from layout.assets.images import ImageInfo, ImageStore, PictureError

    sink = Sink()
    image = ImageStore().open(path, sink, None)
    told(sink.found)
    assert image or sink.found
    if isinstance(image, ImageInfo) and image.width * image.height < 4_000_000:
        try:
            image.decoded()
            image.outlines()
        except PictureError as error:
            told([error.found])


def spoil_and_read(newsroom: Newsroom, target: str, random: Random) -> tuple[Path, bytes]:
    """One execution of a target; gives what was read. What paiban raises is raised, the input in its `fuzzed`."""
    path = random.choice(newsroom.files(target))
    return _read(newsroom, target, path, spoilt(path.read_bytes(), random, is_text=target != "picture"))


def _read(newsroom: Newsroom, target: str, path: Path, data: bytes) -> tuple[Path, bytes]:
    try:
        newsroom.read(target, path, data)
    except Exception as error:
        error.fuzzed = (target, path.relative_to(newsroom.root), data)
        raise
    return path, data


def _take_in(path: Path, data: bytes) -> None:
    from layout.intake.story import take_in

    told(take_in(path, data).found)


def intake(newsroom: Newsroom, random: Random) -> tuple[Path, bytes]:
    """One execution of the intake of texts and Word files; gives and raises as `spoil_and_read` does."""
    from tests.intake.documents import word_file

    text = random.choice(("渡口的灯\n本报记者 闻远\n入夜以后，渡口的灯还亮着。\n" * 5, "江" * 50, "a\nb。\n"))
    if random.random() < 0.5:
        data = spoilt(text.encode(random.choice(("utf-8", "gb18030", "utf-16", "utf-16-be"))), random, is_text=False)
        return _read(newsroom, INTAKE, newsroom.root / "a.txt", data)
    packed = word_file(text.split("\n"))
    with zipfile.ZipFile(BytesIO(packed)) as package:
        xml = spoilt(package.read("word/document.xml"), random)
    data = word_file([], xml) if random.random() < 0.7 else spoilt(packed, random, is_text=False)
    return _read(newsroom, INTAKE, newsroom.root / "a.docx", data)


TARGETS = ("manifest", "story", "style", "faces", "picture")
Execution = Callable[[Newsroom, Random], object]
EXECUTIONS: dict[str, Execution] = {
    target: (lambda newsroom, random, target=target: spoil_and_read(newsroom, target, random)) for target in TARGETS
} | {INTAKE: intake}
