"""The whole edition composed: every page planned, every story poured through its pages, every page drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from layout.compose.characters import report_missing_characters
from layout.compose.copy import passages
from layout.compose.faceforms import report_mark_forms, report_vertical_forms
from layout.compose.fillers import filled
from layout.compose.findings import report_flow
from layout.compose.flow import Copy, Flow, flow
from layout.compose.fold import notices_on_page
from layout.compose.jumps import jump_lines
from layout.compose.model import Composition, Sheet
from layout.compose.normalised import normalised_edition
from layout.compose.page import compose_page
from layout.compose.parts import PartTree
from layout.compose.readings import with_readings
from layout.compose.story import StoryOnPage, story_on_page
from layout.compose.workshop import Workshop
from layout.diagnostics import Diagnostic, Sink
from layout.display.page import PageDisplay
from layout.edition.fields import PageFields
from layout.edition.model import Edition, Page
from layout.plan.model import Block, PagePlan
from layout.plan.page import Planner
from layout.plan.picture import Images
from layout.plan.type import Faces, TypeCases
from layout.style.cascade import EditionStyles
from layout.style.model import PaperStyle


class Materials(Struct, frozen=True):
    """Everything composition works with."""

    edition: Edition
    styles: EditionStyles
    faces: Faces
    images: Images

    @property
    def style(self) -> PaperStyle:
        """The paper's own style."""
        return self.styles.paper


class Prepared(Struct, frozen=True):
    """An edition ready to be composed: its texts put right, its types at hand, and what was found on the way.

    `materials.edition` is the edition as it is set.
    """

    materials: Materials
    cases: TypeCases
    diagnostics: tuple[Diagnostic, ...]

    @property
    def edition(self) -> Edition:
        """The edition as it is set."""
        return self.materials.edition


def compose_edition(
    materials: Materials, names: Sequence[str] | None = None, progress: Callable[[str], None] | None = None
) -> Composition:
    """Compose the pages named (all by default)."""
    prepared = prepare_edition(materials)
    made = compose_pages(prepared, names, progress)
    return replace(made, diagnostics=prepared.diagnostics + made.diagnostics)


def prepare_edition(materials: Materials) -> Prepared:
    """What is done once for all pages: fillers chosen, texts put right, characters looked up."""
    sink = Sink()
    cases = TypeCases(materials.styles, materials.faces)
    whole = filled(materials.edition, cases, materials.images, sink)
    edition = with_readings(normalised_edition(whole, materials.style.normalise, sink), cases)
    report_missing_characters(edition, cases.paper, sink)
    report_vertical_forms(edition.pages, cases.paper, sink)
    return Prepared(replace(materials, edition=edition), cases, tuple(sink.found))


def compose_pages(
    prepared: Prepared, names: Sequence[str] | None = None, progress: Callable[[str], None] | None = None
) -> Composition:
    """Compose the pages named (all by default); pages that share a story with them are planned, too.

    Its diagnostics are those of these pages alone.
    """
    edition, steps = prepared.edition, Steps()
    wanted = [page for page in edition.pages if names is None or page.name in names]
    plan_pages(prepared, _pages_needed(edition, wanted), steps)
    pour_stories(prepared, steps.plans, steps)
    tree = PartTree()
    for page in wanted:
        draw_page(prepared, page, tree, steps)
        if progress:
            progress(page.name)
    return composition_of(prepared, steps, tree)


class Steps(Struct):
    """What composing made on its way, by page or by story, and what was found at each step."""

    plans: dict[str, PagePlan] = field(default_factory=dict)
    flows: dict[str, tuple[tuple[Block, ...], Flow]] = field(default_factory=dict)
    pages: dict[str, PageDisplay] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    planned: dict[str, list[Diagnostic]] = field(default_factory=dict)
    poured: dict[str, list[Diagnostic]] = field(default_factory=dict)
    drawn: dict[str, list[Diagnostic]] = field(default_factory=dict)

    def found(self) -> Iterator[Diagnostic]:
        """Everything found, in the order of the steps."""
        for step in (self.planned, self.poured, self.drawn):
            for found in step.values():
                yield from found


def composition_of(prepared: Prepared, steps: Steps, tree: PartTree) -> Composition:
    """The pages drawn as a composition, with what their faces lack."""
    sink = Sink()
    report_mark_forms(steps.pages.values(), prepared.materials.faces, sink)
    found = (*steps.found(), *sink.found)
    pages, sheets = tuple(steps.pages.values()), tuple(steps.sheets.values())
    return Composition(prepared.edition, pages, tuple(tree.parts), found, sheets)


def plan_pages(prepared: Prepared, pages: Sequence[Page], steps: Steps) -> None:
    """Plan pages, one after another."""
    edition, cases = prepared.edition, prepared.cases
    jumps = jump_lines(edition, cases, {place.story for page in pages for place in page.stories})
    for page in pages:
        sink = Sink()
        planner = Planner(edition, cases, cases.paper, prepared.materials.images, jumps, sink)
        steps.plans[page.name] = planner.page(page)
        steps.planned[page.name] = sink.found


def draw_page(prepared: Prepared, page: Page, tree: PartTree, steps: Steps) -> None:
    """Draw a page that is planned, its stories poured."""
    sink, cases, plan = Sink(), prepared.cases, steps.plans[page.name]
    fields = fields_of(prepared.materials, page)
    notices = notices_on_page(plan, prepared.edition, cases.fold(page.name), sink)
    sheet = Sheet(plan, _stories_on(plan, steps.flows, cases), fields, notices)
    workshop = Workshop(prepared.edition, page, cases.page(page.name), prepared.materials.images, fields, sink)
    steps.pages[page.name] = compose_page(sheet, tree, workshop)
    steps.sheets[page.name] = sheet
    steps.drawn[page.name] = sink.found


def fields_of(materials: Materials, page: Page) -> Mapping[str, str]:
    """What fixed matter may print on a page: the paper's own data, the edition's and the page's."""
    identity = materials.style.identity
    return PageFields(materials.edition, page, {**identity.fields, "name": identity.name})


def _pages_needed(edition: Edition, wanted: Sequence[Page]) -> list[Page]:
    """The pages wanted and those that share a story with them."""
    stories = {place.story for page in wanted for place in page.stories}
    names = {page.name for page in wanted}
    return [
        page for page in edition.pages if page.name in names or any(place.story in stories for place in page.stories)
    ]


def pour_stories(prepared: Prepared, plans: Mapping[str, PagePlan], steps: Steps) -> None:
    """Pour the stories of some plans through their blocks; one that is poured already stays when they are the same."""
    blocks: dict[str, list[Block]] = {}
    for plan in plans.values():
        for block in plan.blocks:
            blocks.setdefault(block.story.id, []).append(block)
    for name, own in blocks.items():
        if name in steps.flows and steps.flows[name][0] == tuple(own):
            continue
        sink, story, place = Sink(), prepared.edition.stories[name], own[0].place
        case = prepared.cases.story(own[0].page, name)
        body = passages(story, case, place.drop_capital, vertical=place.columns.vertical)
        copy = Copy(story, body, tuple(own), case)
        steps.flows[name] = (copy.blocks, flow(copy))
        report_flow(copy, steps.flows[name][1], sink)
        steps.poured[name] = sink.found


def _stories_on(
    plan: PagePlan, flows: Mapping[str, tuple[tuple[Block, ...], Flow]], cases: TypeCases
) -> tuple[StoryOnPage, ...]:
    found = []
    for block in plan.blocks:
        blocks, poured = flows[block.story.id]
        at = blocks.index(block)
        case = cases.story(block.page, block.story.id)
        found.append(story_on_page(block, poured.lines[at], poured.rules[at], case))
    return tuple(found)
