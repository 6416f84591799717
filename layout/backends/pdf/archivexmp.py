"""What the metadata of an archive file says beside the rest: its conformance, and the edition it is of.

PDF/A knows the properties of the predefined schemas alone; every other one is described in the file itself
(ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.backends.pdf.documentinfo import DocumentInfo, EditionInfo


class _Schema(Struct, frozen=True):
    """A schema that PDF/A does not know: its name, namespace, prefix, and its properties with type and meaning."""

    name: str
    namespace: str
    prefix: str
    properties: Sequence[tuple[str, str, str, str]]


_PRISM = "http://prismstandard.org/namespaces/basic/3.0/"
_SCHEMAS = (
    _Schema(
        "PDF/UA identification",
        "http://www.aiim.org/pdfua/ns/id/",
        "pdfuaid",
        [("part", "Integer", "internal", "Part of ISO 14289 that the file conforms to")],
    ),
    _Schema(
        "Adobe PDF",
        "http://ns.adobe.com/pdf/1.3/",
        "pdf",
        [("Trapped", "Text", "internal", "Whether the file has been trapped")],
    ),
    _Schema(
        "PRISM basic metadata",
        _PRISM,
        "prism",
        [
            ("publicationName", "Text", "external", "Name of the newspaper"),
            ("coverDate", "Text", "external", "Date of the edition"),
            ("number", "Text", "external", "Running number of the edition"),
            ("edition", "Text", "external", "Version of the edition"),
            ("section", "Text", "external", "Sections of the pages held"),
            ("pageRange", "Text", "external", "Pages held"),
        ],
    ),
)
_CONFORMANCE = """<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">2</pdfaid:part>
<pdfaid:conformance xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">A</pdfaid:conformance>
<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>
"""
_EXTENSIONS = """<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>
{}</rdf:Bag></pdfaExtension:schemas>
"""


def archived(info: DocumentInfo) -> str:
    """The properties of an archive file, and the schemas that describe those PDF/A does not know."""
    schemas = "".join(_described(schema) for schema in _SCHEMAS)
    return f"{_CONFORMANCE}{_edition(info.edition, info) if info.edition else ''}{_EXTENSIONS.format(schemas)}"


def _edition(edition: EditionInfo, info: DocumentInfo) -> str:
    """The edition in Dublin Core and PRISM."""
    prism = {
        "publicationName": edition.publication,
        "coverDate": edition.date,
        "number": str(edition.number),
        "edition": str(edition.version),
        "section": "、".join(edition.sections),
        "pageRange": "、".join(edition.pages),
    }
    from html import escape

    lines = [
        f"<dc:identifier>{escape(edition.identifier)}</dc:identifier>",
        f"<dc:publisher><rdf:Bag><rdf:li>{escape(edition.publication)}</rdf:li></rdf:Bag></dc:publisher>",
        f"<dc:date><rdf:Seq><rdf:li>{edition.date}</rdf:li></rdf:Seq></dc:date>",
        f"<dc:language><rdf:Bag><rdf:li>{info.language}</rdf:li></rdf:Bag></dc:language>",
        "<dc:type><rdf:Bag><rdf:li>Text</rdf:li></rdf:Bag></dc:type>",
        *(f'<prism:{name} xmlns:prism="{_PRISM}">{escape(value)}</prism:{name}>' for name, value in prism.items()),
    ]
    return "\n".join(lines) + "\n"


def _described(schema: _Schema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
        for name, kind, category, meaning in schema.properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{schema.name}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{schema.namespace}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )
