"""METS 1.12: the edition as sheets of paper and as sections and articles, and how the two belong together.

The logical tree is the one of the newspaper profiles in use (ENMAP and its kin): Newspaper, Volume, Issue, Section,
Article, then Heading, Body, Picture and Caption, each pointing at its blocks in ALTO.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.backends.archive.articles import Article
from layout.backends.archive.blocks import Block
from layout.backends.archive.facts import EditionFacts, FileFacts, PageFacts
from layout.backends.archive.xml import Node, node, with_attributes, written
from layout.display.items import Role

_NAMESPACES = {
    "xmlns:mets": "http://www.loc.gov/METS/",
    "xmlns:mods": "http://www.loc.gov/mods/v3",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/version112/mets.xsd "
    "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd",
}
_KINDS = {
    Role.KICKER: "Heading",
    Role.HEADLINE: "Heading",
    Role.DECK: "Heading",
    Role.SUMMARY: "Abstract",
    Role.BYLINE: "Author",
    Role.PARAGRAPH: "Body",
    Role.SUBHEAD: "Body",
    Role.TABLE_TITLE: "Body",
    Role.CELL: "Body",
    Role.READING: "Body",
    Role.PICTURE: "Picture",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Caption",
}


def mets(edition: EditionFacts, files: Sequence[FileFacts], premis: FileFacts) -> bytes:
    """The METS document of an edition: `files` are those of the package that it names."""
    by_path = {file.path: file for file in files}
    root = with_attributes(
        "mets:mets",
        {**_NAMESPACES, "OBJID": edition.identifier, "TYPE": "Newspaper", "LABEL": edition.title},
        _header(edition),
        _described("DMD_ISSUE", *_issue(edition)),
        *(_described(f"DMD_{number:03d}", *_words(one, edition)) for number, one in enumerate(edition.articles, 1)),
        _administered(premis),
        node("mets:fileSec", *_groups(files)),
        _physical(edition, by_path),
        _logical(edition, by_path),
        node("mets:structLink", *_links(edition)),
    )
    return written(root)


def _header(edition: EditionFacts) -> Node:
    name, version = edition.software
    agents = (
        node("mets:agent", node("mets:name", edition.publication), ROLE="CREATOR", TYPE="ORGANIZATION"),
        node(
            "mets:agent",
            node("mets:name", name),
            node("mets:note", f"version {version}"),
            ROLE="CREATOR",
            TYPE="OTHER",
            OTHERTYPE="SOFTWARE",
        ),
    )
    return node("mets:metsHdr", *agents, CREATEDATE=edition.time)


def _described(name: str, *words: Node) -> Node:
    data = node("mets:xmlData", node("mods:mods", *words))
    return node("mets:dmdSec", node("mets:mdWrap", data, MDTYPE="MODS"), ID=name)


def _issue(edition: EditionFacts) -> Iterator[Node]:
    yield node("mods:titleInfo", node("mods:title", edition.publication))
    yield node("mods:typeOfResource", "text")
    yield node("mods:genre", "newspaper", authority="marcgt")
    yield node(
        "mods:originInfo",
        node("mods:publisher", edition.publication),
        node("mods:dateIssued", edition.date, encoding="w3cdtf"),
    )
    yield node("mods:language", node("mods:languageTerm", edition.language, type="code", authority="rfc3066"))
    yield node(
        "mods:part",
        node("mods:detail", node("mods:number", str(edition.number)), type="issue"),
        node("mods:detail", node("mods:number", str(edition.version)), type="version"),
        node("mods:date", edition.date, encoding="w3cdtf"),
    )
    yield node("mods:identifier", edition.identifier, type="local")
    yield node("mods:accessCondition", edition.rights, type="use and reproduction")


def _words(article: Article, edition: EditionFacts) -> Iterator[Node]:
    title = [node("mods:title", article.title)]
    if article.story.deck:
        title.append(node("mods:subTitle", article.story.deck.text))
    yield node("mods:titleInfo", *title)
    for person in article.people:
        role = node("mods:role", node("mods:roleTerm", "aut", type="code", authority="marcrelator"))
        yield node("mods:name", node("mods:namePart", person), role, type="personal")
    yield node("mods:genre", "article")
    yield node("mods:language", node("mods:languageTerm", edition.language, type="code", authority="rfc3066"))
    yield node("mods:part", *(node("mods:detail", node("mods:number", page), type="page") for page in article.regions))
    yield node("mods:identifier", f"{edition.identifier}/{article.story.id}", type="local")
    yield node("mods:accessCondition", article.story.rights.notice or edition.rights, type="use and reproduction")
    if article.story.rights.embargo:
        yield node(
            "mods:accessCondition", f"embargo {article.story.rights.embargo.isoformat()}", type="restriction on access"
        )


def _administered(premis: FileFacts) -> Node:
    reference = with_attributes(
        "mets:mdRef",
        {
            "LOCTYPE": "URL",
            "xlink:href": premis.path,
            "MDTYPE": "PREMIS",
            "MIMETYPE": "application/xml",
            "SIZE": str(premis.size),
            "CHECKSUM": premis.sha256,
            "CHECKSUMTYPE": "SHA-256",
        },
    )
    return node("mets:amdSec", node("mets:digiprovMD", reference, ID="PREMIS"), ID="AMD")


def _groups(files: Sequence[FileFacts]) -> Iterator[Node]:
    groups: dict[str, list[Node]] = {}
    for file in files:
        attributes = {
            "ID": file.id,
            "MIMETYPE": file.format[0],
            "SIZE": str(file.size),
            "CHECKSUM": file.sha256,
            "CHECKSUMTYPE": "SHA-256",
        }
        place = with_attributes("mets:FLocat", {"LOCTYPE": "URL", "xlink:href": file.path})
        groups.setdefault(file.group, []).append(with_attributes("mets:file", attributes, place))
    for use, made in groups.items():
        yield node("mets:fileGrp", *made, ID=f"GRP_{use}", USE=use)


def _physical(edition: EditionFacts, files: dict[str, FileFacts]) -> Node:
    pages = [_sheet(number, page, files) for number, page in enumerate(edition.pages, 1)]
    root = node("mets:div", *pages, ID="PHYS", TYPE="Newspaper", LABEL=edition.title, DMDID="DMD_ISSUE")
    return node("mets:structMap", root, TYPE="PHYSICAL")


def _sheet(number: int, page: PageFacts, files: dict[str, FileFacts]) -> Node:
    """A page with its files, and the press file it was printed from by its hash."""
    own = [files[path] for path in page_paths(page) if path in files]
    return node(
        "mets:div",
        *(node("mets:fptr", FILEID=file.id) for file in own),
        ID=f"PHYS_{page.name}",
        TYPE="Page",
        ORDER=str(number),
        ORDERLABEL=page.name,
        LABEL=f"{page.name} {page.display.section}".strip(),
        CONTENTIDS=f"urn:sha256:{page.press[1]}",
    )


def page_paths(page: PageFacts) -> tuple[str, str, str]:
    """Where a page's PDF, ALTO and preview are in the package."""
    return f"pdf/{page.stem}.pdf", f"alto/{page.stem}.xml", f"preview/{page.stem}.png"


def _logical(edition: EditionFacts, files: dict[str, FileFacts]) -> Node:
    altos = {page.name: files[page_paths(page)[1]].id for page in edition.pages if page_paths(page)[1] in files}
    sections: dict[str, list[Node]] = {}
    names = {page.name: page.display.section for page in edition.pages}
    for number, article in enumerate(edition.articles, 1):
        section = names.get(next(iter(article.regions), ""), "")
        sections.setdefault(section, []).append(_article(number, article, altos))
    made = [
        node("mets:div", *articles, ID=f"LOG_S{number:02d}", TYPE="Section", LABEL=section)
        for number, (section, articles) in enumerate(sections.items(), 1)
    ]
    issue = node("mets:div", *made, ID="LOG_ISSUE", TYPE="Issue", LABEL=edition.title, DMDID="DMD_ISSUE")
    volume = node("mets:div", issue, ID="LOG_VOLUME", TYPE="Volume", LABEL=edition.date[:4])
    root = node("mets:div", volume, ID="LOG", TYPE="Newspaper", LABEL=edition.publication)
    return node("mets:structMap", root, TYPE="LOGICAL")


def _article(number: int, article: Article, altos: dict[str, str]) -> Node:
    """An article: its blocks in the order they are read, neighbours of one kind together."""
    leaves: list[tuple[str, list[Node]]] = []
    for page, blocks in article.blocks.items():
        for block in blocks:
            kind = _KINDS.get(block.role)
            if kind is None:
                continue
            if not leaves or leaves[-1][0] != kind:
                leaves.append((kind, []))
            leaves[-1][1].append(_area(block, altos[page]))
    name = f"LOG_A{number:03d}"
    made = [
        node("mets:div", *areas, ID=f"{name}_{at:03d}", TYPE=kind, ORDER=str(at))
        for at, (kind, areas) in enumerate(leaves, 1)
    ]
    return node("mets:div", *made, ID=name, TYPE="Article", LABEL=article.title, DMDID=f"DMD_{number:03d}")


def _area(block: Block, alto: str) -> Node:
    return node("mets:fptr", node("mets:area", FILEID=alto, BEGIN=block.id, BETYPE="IDREF"))


def _links(edition: EditionFacts) -> Iterator[Node]:
    """Which pages the issue and every article are on."""
    for page in edition.pages:
        yield _link("LOG_ISSUE", page.name)
    for number, article in enumerate(edition.articles, 1):
        for name in article.regions:
            yield _link(f"LOG_A{number:03d}", name)


def _link(logical: str, page: str) -> Node:
    return with_attributes("mets:smLink", {"xlink:from": logical, "xlink:to": f"PHYS_{page}"})
