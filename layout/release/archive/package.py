"""An edition as a package for the archive: its pages, what describes them, its stories, and its complete source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout import __version__, api
from layout.assets.fonts import FaceBook
from layout.backends.archive.alto import AltoPage, alto
from layout.backends.archive.articles import articles_of
from layout.backends.archive.blocks import page_blocks
from layout.backends.archive.facts import EditionFacts, FileFacts, PageFacts, facts_of
from layout.backends.archive.iiif import manifest
from layout.backends.archive.mets import mets, page_paths
from layout.backends.archive.premis import premis
from layout.backends.archive.stories import markdown, ninjs
from layout.backends.files import json_bytes
from layout.backends.raster import Preview, previews
from layout.compose.model import Composition
from layout.diagnostics import Sink
from layout.release.archive.index import edition_index, path_in
from layout.release.archive.record import FILE, FORMAT, INDEX, face_records, versions
from layout.release.archive.sources import Fonts, place_of, sources
from layout.release.build import ProofError
from layout.release.certificate import FILE as CERTIFICATE
from layout.release.certificate import certificate, certificate_bytes
from layout.release.printed import printed_page
from layout.release.proof import proved

SOFTWARE = "paiban"
_GROUPS = {"pdf": "PDF", "alto": "ALTO", "preview": "PREVIEW", "stories": "STORIES", "pictures": "PICTURES"}
_README = """# {title}

本期报纸的存档包（BagIt，RFC 8493）。This is the archive's package of one edition of a newspaper.

| 路径 path | 内容 what |
|---|---|
| pdf/ | 各版的 PDF/A-2a，带结构标签 the pages, with their structure |
| alto/ | 每个字和它的位置（ALTO 4.4） every character and its place |
| preview/ | 各版的图 the pages as pictures |
| stories/ | 各篇的文字（Markdown 和 ninjs） the stories as text |
| mets.xml, premis.xml, manifest.json | 著录（METS、PREMIS、IIIF） description |
| edition.json | 目录：版、稿件、人名、图片、每段文字的位置 an index of all this |
| certificate.json | 每个字印在哪里的证明 proof that no character was lost |
| source/ | 原稿、图片、样式和字体，可以重新排出同样的版 all it was made from |
| build.json | 用什么版本、什么字体做的 versions and faces it was made with |

`paiban rebuild` 用 source/ 重做本期，逐个字节核对。`paiban rebuild` makes the edition again from source/ and compares.
"""


class Wish(Struct, frozen=True):
    """How a package is to be made: the time in its files, the address of its IIIF manifest, and the fonts in it."""

    time: datetime | None = None
    base: str = ""
    fonts: Fonts = "pack"


class Presses(Struct, frozen=True):
    """The run of the press and the run of the archive over the same pages."""

    press: api.PressRun
    archive: api.PressRun


class Package(Struct, frozen=True):
    """A package's files by their paths, and what its bag says of it."""

    payload: Mapping[str, bytes | Path]
    info: Mapping[str, str]


class FaceWidths:
    """How wide glyphs are, as the PDFs have it."""

    def __init__(self, faces: FaceBook) -> None:
        self._faces = faces

    def width(self, face: str, glyph: int) -> int:
        """The glyph's advance in thousandths of an em."""
        own = self._faces.face(face)
        return round(own.advance_of(glyph) * 1000 / own.units_per_em)


def presses(loaded: api.Loaded, sink: Sink) -> Presses | None:
    """What the pages are separated with; None with what is wrong with the press's sheet reported."""
    press, archive = api.press_run(loaded, sink), api.press_run(loaded, Sink(), "a2a")
    return Presses(press, archive) if press and archive else None


def package(
    composition: Composition,
    loaded: api.Loaded,
    runs: Presses,
    wish: Wish,
    progress: Callable[[str], None] | None = None,
) -> Package:
    """Everything that goes into the bag of an edition.

    Raises ProofError when a finished page does not hold what was composed.
    """
    pages, press = _pages(composition, loaded, runs, wish, progress)
    edition, pictures = _facts(composition, loaded, wish, pages, press)
    made: dict[str, bytes | Path] = {f"pdf/{page.stem}.pdf": pages[page.stem] for page in edition.pages}
    made |= {f"preview/{stem}.png": preview.data for stem, preview in pictures.items()}
    made |= _described(edition, loaded)
    placed, packed = sources(loaded, wish.fonts)
    made |= placed
    made[FILE] = json_bytes(_record(edition, loaded, wish, packed, made))
    made[CERTIFICATE] = _certificate(composition, loaded, edition, pages)
    files = [_file(path, content) for path, content in sorted(made.items())]
    made["premis.xml"] = premis(edition, files)
    made["mets.xml"] = mets(edition, files, _file("premis.xml", made["premis.xml"]))
    made["manifest.json"] = manifest(edition)
    made["README.md"] = _README.format(title=edition.title).encode()
    return Package(made, _info(edition))


def _pages(
    composition: Composition,
    loaded: api.Loaded,
    runs: Presses,
    wish: Wish,
    progress: Callable[[str], None] | None,
) -> tuple[dict[str, bytes], dict[str, tuple[str, str]]]:
    """The archive's PDF of every page by its stem, proved; and every page's press file by name and hash."""
    target = api.Target("archive", Path(), "pages", wish.time, runs.archive)
    files = api.pdfs(composition, loaded, target, progress)
    sets = api.page_sets(composition, loaded, target)
    found = tuple(proved(files, sets, [printed_page(page, composition.parts) for page in composition.pages]))
    if found:
        raise ProofError(found)
    press_target = api.stamped(composition, loaded, api.Target("press", Path(), "pages", wish.time, runs.press))
    printed = api.pdfs(composition, loaded, press_target, progress)
    names = {pages[0]: name for name, pages in api.page_sets(composition, loaded, press_target).items()}
    press = {page: (name, hashlib.sha256(printed[name]).hexdigest()) for page, name in names.items()}
    return {name.removesuffix(".pdf"): data for name, data in files.items()}, press


def _facts(
    composition: Composition,
    loaded: api.Loaded,
    wish: Wish,
    pdfs: Mapping[str, bytes],
    press: Mapping[str, tuple[str, str]],
) -> tuple[EditionFacts, dict[str, Preview]]:
    """What the documents are made from, and the previews by the stems of their pages."""
    assert loaded.style is not None
    assert loaded.faces is not None
    widths = FaceWidths(loaded.faces)
    blocks = {page.name: page_blocks(page, composition.parts, widths) for page in composition.pages}
    pictures = {stem: previews(data)[0] for stem, data in pdfs.items()}
    pages = tuple(
        PageFacts(page, blocks[page.name], stem, (pictures[stem].width, pictures[stem].height), press[page.name])
        for page, stem in zip(composition.pages, pdfs, strict=True)
    )
    edition, identity = composition.edition, loaded.style.identity
    identifier = api.edition_identifier(edition, loaded)
    time = wish.time or datetime.combine(edition.date, datetime.min.time())
    facts = EditionFacts(
        identifier=identifier,
        publication=identity.name,
        date=edition.date.isoformat(),
        number=edition.number,
        version=edition.version,
        time=f"{time:%Y-%m-%dT%H:%M:%S}+08:00",
        software=(SOFTWARE, __version__),
        base=wish.base.rstrip("/") or f"https://archive.invalid/{identifier}",
        rights=f"© {edition.date.year} {identity.name}",
        pages=pages,
        articles=articles_of(composition, blocks, path_in(loaded)),
    )
    return facts, pictures


def _described(edition: EditionFacts, loaded: api.Loaded) -> dict[str, bytes | Path]:
    """ALTO a page, two texts a story, its pictures, and the index."""
    made: dict[str, bytes | Path] = {}
    for number, page in enumerate(edition.pages, 1):
        pdf, path, _ = page_paths(page)
        own = AltoPage(number, page.display, page.blocks, pdf, edition.software, page.press[1])
        made[path] = alto(own)
    for article in edition.articles:
        made[f"stories/{article.story.id}.json"] = ninjs(article, edition)
        made[f"stories/{article.story.id}.md"] = markdown(article, edition)
    assert loaded.edition is not None
    made[INDEX] = json_bytes(edition_index(edition, loaded))
    return made


def _record(
    edition: EditionFacts,
    loaded: api.Loaded,
    wish: Wish,
    packed: Mapping[Path, str],
    made: Mapping[str, bytes | Path],
) -> dict[str, Any]:
    """The build record."""
    assert loaded.edition is not None
    assert loaded.faces is not None
    manifest_file = loaded.edition.span.path
    return {
        "format": FORMAT,
        "edition": edition.identifier,
        "manifest": place_of(manifest_file, loaded),
        "time": wish.time.isoformat() if wish.time else "",
        "base": wish.base,
        "fonts": wish.fonts,
        "versions": versions(),
        "faces": face_records(loaded.faces, packed),
        "press": [{"page": page.name, "file": page.press[0], "sha256": page.press[1]} for page in edition.pages],
        "files": {path: _file(path, content).sha256 for path, content in sorted(made.items()) if _is_made(path)},
    }


def _is_made(path: str) -> bool:
    return not path.startswith("source/")


def _certificate(
    composition: Composition, loaded: api.Loaded, edition: EditionFacts, pdfs: Mapping[str, bytes]
) -> bytes:
    assert loaded.edition is not None
    files = {f"{page.stem}.pdf": pdfs[page.stem] for page in edition.pages}
    pages_of = {f"{page.stem}.pdf": [page.name] for page in edition.pages}
    return certificate_bytes({**certificate(composition, loaded.edition, files, pages_of), "read_back": True})


def _file(path: str, content: bytes | Path) -> FileFacts:
    data = content.read_bytes() if isinstance(content, Path) else content
    top = path.partition("/")[0]
    group = _GROUPS.get(top, "SOURCE" if top == "source" else "DESCRIPTION")
    return facts_of(path, data, group)


def _info(edition: EditionFacts) -> dict[str, str]:
    return {
        "Source-Organization": edition.publication,
        "External-Identifier": edition.identifier,
        "External-Description": f"{edition.title} ({edition.number}), {len(edition.pages)} pages",
        "Bagging-Date": edition.time[:10],
        "Bag-Software-Agent": " ".join(edition.software),
    }
