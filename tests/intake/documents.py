"""Word files made by hand, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f"""<w:styles xmlns:w="{_NAMESPACE}"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>"""


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def document(*body: str) -> bytes:
    return f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{"".join(body)}</w:body></w:document>'.encode()


def word_file(lines: Sequence[str], xml: bytes | None = None, parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with a paragraph a line, or with a document part and others as given."""
    held = io.BytesIO()
    body = xml if xml is not None else document(*(paragraph(run(line)) for line in lines))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {"word/document.xml": body, "word/styles.xml": STYLES.encode(), **(parts or {})}.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()
