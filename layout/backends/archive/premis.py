"""PREMIS 3: every file with its hash, size and format, what was done, by which software, and who holds the rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.backends.archive.facts import EditionFacts, FileFacts
from layout.backends.archive.mets import page_paths
from layout.backends.archive.xml import Node, node, with_attributes, written
from layout.edition.rights import OWN, Rights

_NAMESPACES = {
    "xmlns:premis": "http://www.loc.gov/premis/v3",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd",
    "version": "3.0",
}
_EVENTS = (
    ("creation", "pages composed and written", "success"),
    ("message digest calculation", "SHA-256 of every file", "success"),
    ("validation", "every page's text read back and compared with what was composed", "success"),
)


def premis(edition: EditionFacts, files: Sequence[FileFacts]) -> bytes:
    """The PREMIS document of an edition over its files, and the press files named by their hashes."""
    press = {page_paths(page)[0]: page.press for page in edition.pages}
    root = with_attributes(
        "premis:premis",
        _NAMESPACES,
        *(_file(file, edition, press.get(file.path)) for file in files),
        *(_printed(name, digest) for name, digest in dict.fromkeys(press.values())),
        *(_event(number, edition) for number in range(len(_EVENTS))),
        _agent(edition),
        _rights(edition, files),
    )
    return written(root)


def _identified(kind: str, sort: str, value: str) -> Node:
    return node(
        f"premis:{kind}Identifier",
        node(f"premis:{kind}IdentifierType", sort),
        node(f"premis:{kind}IdentifierValue", value),
    )


def _file(file: FileFacts, edition: EditionFacts, press: tuple[str, str] | None) -> Node:
    characteristics = node(
        "premis:objectCharacteristics",
        _fixity(file.sha256),
        node("premis:size", str(file.size)),
        _format(file.format[1], file.format[2]),
    )
    return with_attributes(
        "premis:object",
        {"xsi:type": "premis:file"},
        _identified("object", "path", file.path),
        characteristics,
        node("premis:originalName", file.path.rpartition("/")[2]),
        _derived(press[1]) if press else None,
        *(_identified("linkingEvent", "local", _event_id(number, edition)) for number in range(len(_EVENTS))),
    )


def _fixity(digest: str) -> Node:
    return node(
        "premis:fixity",
        node("premis:messageDigestAlgorithm", "SHA-256"),
        node("premis:messageDigest", digest),
    )


def _format(key: str, name: str) -> Node:
    registry = None
    if key:
        registry = node(
            "premis:formatRegistry",
            node("premis:formatRegistryName", "PRONOM"),
            node("premis:formatRegistryKey", key),
        )
    designation = node("premis:formatDesignation", node("premis:formatName", name))
    return node("premis:format", designation, registry)


def _derived(digest: str) -> Node:
    """The page's press file, from the same pages in the same inks."""
    return node(
        "premis:relationship",
        node("premis:relationshipType", "derivation"),
        node("premis:relationshipSubType", "has source"),
        node(
            "premis:relatedObjectIdentifier",
            node("premis:relatedObjectIdentifierType", "sha256"),
            node("premis:relatedObjectIdentifierValue", digest),
        ),
    )


def _printed(name: str, digest: str) -> Node:
    """A press file: not in the package, known by its hash."""
    characteristics = node("premis:objectCharacteristics", _fixity(digest), _format("fmt/488", "PDF/X-4"))
    return with_attributes(
        "premis:object",
        {"xsi:type": "premis:file"},
        _identified("object", "sha256", digest),
        characteristics,
        node("premis:originalName", name),
    )


def _event_id(number: int, edition: EditionFacts) -> str:
    return f"{edition.identifier}#{_EVENTS[number][0].replace(' ', '-')}"


def _event(number: int, edition: EditionFacts) -> Node:
    kind, detail, outcome = _EVENTS[number]
    return node(
        "premis:event",
        _identified("event", "local", _event_id(number, edition)),
        node("premis:eventType", kind),
        node("premis:eventDateTime", edition.time),
        node("premis:eventDetailInformation", node("premis:eventDetail", detail)),
        node("premis:eventOutcomeInformation", node("premis:eventOutcome", outcome)),
        _identified("linkingAgent", "software", edition.software[0]),
    )


def _agent(edition: EditionFacts) -> Node:
    name, version = edition.software
    return node(
        "premis:agent",
        _identified("agent", "software", name),
        node("premis:agentName", name),
        node("premis:agentType", "software"),
        node("premis:agentVersion", version),
    )


def _rights(edition: EditionFacts, files: Sequence[FileFacts]) -> Node:
    """The edition's rights, then those of articles that have their own."""
    pages = [file.path for file in files if file.group == "PDF"]
    statements = [_statement("edition", edition.rights, edition, pages)]
    for article in edition.articles:
        story = article.story
        paths = [file.path for file in files if file.path.startswith(f"stories/{story.id}.")]
        statements += _own(story.id, story.rights, edition, paths)
        for number, picture in enumerate(article.pictures, 1):
            statements += _own(f"{story.id}-picture-{number}", picture.rights, edition, [picture.path])
    return node("premis:rights", *statements)


def _own(name: str, rights: Rights, edition: EditionFacts, paths: Sequence[str]) -> Iterator[Node]:
    """The statement of a story or a picture whose rights are not simply the paper's."""
    if rights != OWN:
        until = f"; embargo until {rights.embargo.isoformat()}" if rights.embargo else ""
        yield _statement(name, (rights.notice or edition.rights) + until, edition, paths)


def _statement(name: str, note: str, edition: EditionFacts, paths: Sequence[str]) -> Node:
    return node(
        "premis:rightsStatement",
        _identified("rightsStatement", "local", f"{edition.identifier}#rights-{name}"),
        node("premis:rightsBasis", "copyright"),
        node(
            "premis:copyrightInformation",
            node("premis:copyrightStatus", "copyrighted"),
            node("premis:copyrightJurisdiction", "cn"),
            node("premis:copyrightNote", note),
        ),
        *_linked(paths),
    )


def _linked(paths: Sequence[str]) -> Iterator[Node]:
    for path in paths:
        yield _identified("linkingObject", "path", path)
