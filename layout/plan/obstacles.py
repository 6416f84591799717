"""What a planned picture keeps free of text."""

from __future__ import annotations

from layout.plan.contour import Contour
from layout.plan.cutout import kept_free
from layout.plan.model import GroupPlan, PicturePlan
from layout.plan.slots import Obstacle
from layout.style.model import PaperStyle


def obstacles_of(picture: PicturePlan | GroupPlan, style: PaperStyle) -> tuple[Obstacle, ...]:
    """The whole box of a picture or a group; of a cut-out only its contour, and its caption."""
    if isinstance(picture, GroupPlan) or not picture.shot.outline:
        return (picture.box,)
    around = picture.place.showing.contour
    own = around.distance if around else None
    contour = Contour(
        picture.shot.outline, style.pictures.distance if own is None else own, both=bool(around and around.both)
    )
    return (contour, kept_free(picture.caption, picture.shot)) if picture.caption else (contour,)
