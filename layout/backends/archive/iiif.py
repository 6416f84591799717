"""IIIF Presentation 3: the pages as canvases, sections and articles as ranges with their rectangles."""

from __future__ import annotations

from typing import Any

from layout.backends.archive.articles import Article
from layout.backends.archive.facts import EditionFacts, PageFacts
from layout.backends.archive.mets import page_paths
from layout.backends.files import json_bytes
from layout.geometry import Rect


def manifest(edition: EditionFacts) -> bytes:
    """The manifest of an edition, its files under the edition's address."""
    made = {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": f"{edition.base}/manifest.json",
        "type": "Manifest",
        "label": _words(edition.title),
        "metadata": [
            _pair("出版物", edition.publication),
            _pair("日期", edition.date),
            _pair("期号", str(edition.number)),
            _pair("版本", str(edition.version)),
        ],
        "requiredStatement": _pair("版权", edition.rights),
        "navDate": f"{edition.date}T00:00:00Z",
        "behavior": ["paged"],
        "viewingDirection": "left-to-right",
        "seeAlso": [_link(edition, "mets.xml", "Dataset", "application/xml")],
        "items": [_canvas(page, edition) for page in edition.pages],
        "structures": [_contents(edition)],
    }
    return json_bytes(made)


def _words(text: str) -> dict[str, list[str]]:
    return {"zh": [text]}


def _pair(label: str, value: str) -> dict[str, Any]:
    return {"label": _words(label), "value": _words(value)}


def _link(edition: EditionFacts, path: str, kind: str, mime: str) -> dict[str, Any]:
    return {"id": f"{edition.base}/{path}", "type": kind, "format": mime}


def _canvas(page: PageFacts, edition: EditionFacts) -> dict[str, Any]:
    canvas = f"{edition.base}/canvas/{page.name}"
    width, height = page.pixels
    pdf, alto, preview = page_paths(page)
    image = {**_link(edition, preview, "Image", "image/png"), "width": width, "height": height}
    painting = {
        "id": f"{canvas}/image",
        "type": "Annotation",
        "motivation": "painting",
        "body": image,
        "target": canvas,
    }
    return {
        "id": canvas,
        "type": "Canvas",
        "label": _words(f"{page.name} {page.display.section}".strip()),
        "width": width,
        "height": height,
        "metadata": [_pair("付印文件 SHA-256", page.press[1])],
        "rendering": [{**_link(edition, pdf, "Text", "application/pdf"), "label": _words("PDF")}],
        "seeAlso": [_link(edition, alto, "Dataset", "application/xml")],
        "items": [{"id": f"{canvas}/page", "type": "AnnotationPage", "items": [painting]}],
    }


def _contents(edition: EditionFacts) -> dict[str, Any]:
    """The table of contents: a range a page with the articles that begin there."""
    pages = []
    for page in edition.pages:
        articles = [one for one in edition.articles if next(iter(one.regions), "") == page.name]
        canvas = {"id": f"{edition.base}/canvas/{page.name}", "type": "Canvas"}
        items: list[dict[str, Any]] = [canvas, *(_article(article, edition) for article in articles)]
        label = _words(f"{page.name} {page.display.section}".strip())
        pages.append({"id": f"{edition.base}/range/{page.name}", "type": "Range", "label": label, "items": items})
    return {"id": f"{edition.base}/range/contents", "type": "Range", "label": _words("目录"), "items": pages}


def _article(article: Article, edition: EditionFacts) -> dict[str, Any]:
    pages = {page.name: page for page in edition.pages}
    places = [f"{edition.base}/canvas/{name}#xywh={_xywh(rect, pages[name])}" for name, rect in article.regions.items()]
    return {
        "id": f"{edition.base}/range/article/{article.story.id}",
        "type": "Range",
        "label": _words(article.title),
        "items": [{"id": place, "type": "Canvas"} for place in places],
    }


def _xywh(rect: Rect, page: PageFacts) -> str:
    """A rectangle of the page in pixels of its preview, which shows the trimmed page."""
    width, height = page.pixels
    trim = page.display.trim
    across, down = width / trim.width, height / trim.height
    left, top = max(0, round(rect.x * across)), max(0, round(rect.y * down))
    return f"{left},{top},{max(1, round(rect.width * across))},{max(1, round(rect.height * down))}"
