"""The total ink of a picture kept within what the paper takes."""

from __future__ import annotations

from typing import Any

_FULL = 255


def limited(picture: Any, per_cent: int) -> Any:
    """A CMYK picture none of whose pixels has more ink in all than `per_cent`; the same one where none has.

    Too much ink first goes from the grey that cyan, magenta and yellow have in common into black (under colour
    removal), then from the three in proportion.
    """
    most = per_cent * _FULL // 100
    if _nearly_most(picture) <= most:
        return picture
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = picture.split()
    grey = ImageMath.lambda_eval(_grey_moved, c=cyan, m=magenta, y=yellow, k=black, most=most)
    left = {
        name: ImageMath.lambda_eval(_less, band=band, grey=grey)
        for name, band in (("c", cyan), ("m", magenta), ("y", yellow))
    }
    deeper = ImageMath.lambda_eval(_more, band=black, grey=grey)
    scaled = [
        ImageMath.lambda_eval(_in_proportion, band=band, **left, k=deeper, most=most).convert("L")
        for band in left.values()
    ]
    return Image.merge("CMYK", (*scaled, deeper))


def _nearly_most(picture: Any) -> int:
    """The most ink of any pixel, or a little more."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    pairs = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    whole: Any = ImageChops.add(*pairs, scale=2)
    top: int = whole.getextrema()[1]
    # Three halvings, each rounded down: the sum of four may be six more than it looks.
    return 4 * top + 6 if top else 0


def _grey_moved(args: dict[str, Any]) -> Any:
    """How much of the common grey goes into black: half the excess, as far as there is grey and room."""
    least, greatest = args["min"], args["max"]
    c, m, y, k = args["c"], args["m"], args["y"], args["k"]
    excess = greatest(c + m + y + k - args["most"], 0)
    return least(least(least(least(c, m), y), (excess + 1) / 2), _FULL - k)


def _less(args: dict[str, Any]) -> Any:
    return args["convert"](args["band"] - args["grey"], "L")


def _more(args: dict[str, Any]) -> Any:
    return args["convert"](args["band"] + args["grey"], "L")


def _in_proportion(args: dict[str, Any]) -> Any:
    colours = args["c"] + args["m"] + args["y"]
    room = args["max"](args["min"](colours, args["most"] - args["k"]), 0)
    return args["band"] * room / args["max"](colours, 1)
