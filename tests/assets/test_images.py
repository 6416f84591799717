"""Pictures of every sort: each is shown right, or told of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from layout.assets.images import ImageStore
from layout.assets.pixels import WHOLE, Pixels
from layout.diagnostics import Sink

T = Image.Transpose
# What a camera held that way stores for an upright scene.
STORED = {
    1: None,
    2: T.FLIP_LEFT_RIGHT,
    3: T.ROTATE_180,
    4: T.FLIP_TOP_BOTTOM,
    5: T.TRANSPOSE,
    6: T.ROTATE_90,
    7: T.TRANSVERSE,
    8: T.ROTATE_270,
}


def scene(width: int = 40, height: int = 60) -> Image.Image:
    """White with a red block in its top left corner."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((255, 0, 0), (0, 0, width // 2, height // 3))
    return picture


def opened(path: Path):
    sink = Sink()
    return ImageStore().open(path, sink, None), [found.code for found in sink.found]


def array(pixels: Pixels) -> np.ndarray:
    """The samples as (height, width, channels)."""
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, -1)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
@pytest.mark.parametrize("orientation", STORED)
def test_a_picture_is_turned_as_its_file_says(tmp_path, suffix, orientation):
    stored = scene() if STORED[orientation] is None else scene().transpose(STORED[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / f"turned.{suffix}", exif=exif.tobytes())
    image, codes = opened(tmp_path / f"turned.{suffix}")
    assert not codes
    assert (image.width, image.height) == (40, 60)
    seen = array(image.decoded())
    assert seen.shape[:2] == (60, 40)
    assert seen[5, 5, 1] < 60
    assert min(seen[55, 5, 1], seen[5, 35, 1], seen[55, 35, 1]) > 200


def test_a_jpeg_goes_through_untouched_without_what_follows_it(tmp_path):
    scene().save(tmp_path / "a.jpg")
    whole = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "b.jpg").write_bytes(whole + b"PK\x03\x04" + whole)
    for name in ("a.jpg", "b.jpg"):
        image, codes = opened(tmp_path / name)
        assert not codes
        assert image.passes_through
        assert image.data() == whole


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_jpeg_that_breaks_off_is_told_of(tmp_path, share, options):
    picture = Image.effect_noise((120, 90), 60).convert("RGB")
    picture.save(tmp_path / "a.jpg", **options)
    whole = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: int(len(whole) * share)])
    assert opened(tmp_path / "a.jpg") == (None, ["IMG004"])


def test_a_png_that_breaks_off_is_told_of(tmp_path):
    Image.effect_noise((120, 90), 60).save(tmp_path / "a.png")
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(whole[: len(whole) // 2])
    assert opened(tmp_path / "a.png") == (None, ["IMG001"])


def test_inks_of_a_cmyk_jpeg_are_right_with_and_without_adobe_s_marker(tmp_path):
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    cyan.save(tmp_path / "adobe.jpg", quality=95)
    image, _ = opened(tmp_path / "adobe.jpg")
    assert image.inverted
    assert array(image.decoded())[8, 8].tolist() == pytest.approx([255, 0, 0, 0], abs=3)
    data = (tmp_path / "adobe.jpg").read_bytes()
    start = data.index(b"\xff\xee")
    length = int.from_bytes(data[start + 2 : start + 4], "big")
    (tmp_path / "plain.jpg").write_bytes(data[:start] + data[start + 2 + length :])
    image, _ = opened(tmp_path / "plain.jpg")
    assert not image.inverted
    # The same samples without the marker mean the opposite inks.
    assert array(image.decoded())[8, 8].tolist() == pytest.approx([0, 255, 255, 255], abs=3)


def test_grey_of_16_bits_is_rounded_to_8(tmp_path):
    samples = np.array([[0, 257 * 100, 257 * 100 + 140, 65535]], np.uint16)
    Image.fromarray(samples).save(tmp_path / "deep.png")
    image, codes = opened(tmp_path / "deep.png")
    pixels = image.decoded()
    assert (codes, pixels.mode, list(pixels.data)) == ([], "L", [0, 100, 101, 255])


@pytest.mark.parametrize(
    ("mode", "colour", "wanted"),
    [
        ("1", 1, "1"),
        ("L", 90, "L"),
        ("LA", (90, 40), "L"),
        ("P", 3, "RGB"),
        ("RGB", (9, 80, 200), "RGB"),
        ("RGBA", (9, 80, 200, 120), "RGB"),
    ],
)
def test_each_sort_of_png_comes_out_in_a_printed_mode(tmp_path, mode, colour, wanted):
    Image.new(mode, (10, 8), colour).save(tmp_path / "a.png")
    image, codes = opened(tmp_path / "a.png")
    pixels = image.decoded()
    assert not codes
    assert pixels.mode == wanted
    assert (pixels.alpha is not None) == mode.endswith("A")


def test_a_cmyk_tiff_keeps_its_inks(tmp_path):
    Image.new("CMYK", (10, 8), (10, 200, 30, 40)).save(tmp_path / "a.tif")
    image, codes = opened(tmp_path / "a.tif")
    assert not codes
    assert array(image.decoded())[4, 4].tolist() == [10, 200, 30, 40]


def test_a_palette_s_transparency_becomes_alpha(tmp_path):
    picture = Image.new("P", (4, 1))
    picture.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255])
    picture.putdata([0, 1, 2, 2])
    picture.save(tmp_path / "a.png", transparency=bytes([255, 128, 0]))
    image, _ = opened(tmp_path / "a.png")
    pixels = image.decoded()
    assert list(pixels.alpha) == [255, 128, 0, 0]
    flat = array(pixels.flattened())[0]
    assert flat[0].tolist() == [255, 0, 0]
    assert flat[1].tolist() == pytest.approx([127, 255, 127], abs=1)
    assert flat[2].tolist() == [255, 255, 255]


def test_of_several_frames_the_first_is_printed_and_that_is_told(tmp_path):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    image, codes = opened(tmp_path / "a.gif")
    assert codes == ["IMG003"]
    assert array(image.decoded())[4, 4].tolist() == [255, 0, 0]


def test_floating_point_samples_are_refused(tmp_path):
    Image.new("F", (4, 4), 0.5).save(tmp_path / "a.tif")
    assert opened(tmp_path / "a.tif") == (None, ["IMG005"])


def test_lab_is_printed_in_the_colours_it_names(tmp_path):
    Image.new("LAB", (4, 4), (138, 128 + 81, 128 + 70)).save(tmp_path / "a.tif")
    image, codes = opened(tmp_path / "a.tif")
    assert codes == []
    assert array(image.decoded())[0, 0].tolist() == pytest.approx([254, 0, 0], abs=8), "L* 54, a* 81, b* 70 is sRGB red"


def test_pixels_are_counted_before_they_are_decoded(tmp_path, monkeypatch):
    scene().save(tmp_path / "a.png")
    monkeypatch.setattr("layout.assets.images.LARGEST_PIXELS", 40 * 60 - 1)
    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", lambda _: pytest.fail("decoded"))
    assert opened(tmp_path / "a.png") == (None, ["IMG002"])


def test_a_drawing_program_s_format_is_never_read(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n")
    assert opened(tmp_path / "a.jpg") == (None, ["IMG001"])


@pytest.mark.parametrize(("dpi", "known"), [((300, 300), 300), ((0, 0), None), ((1, 1), None)])
def test_a_resolution_that_cannot_be_is_not_believed(tmp_path, dpi, known):
    scene().save(tmp_path / "a.jpg", dpi=dpi)
    assert opened(tmp_path / "a.jpg")[0].resolution == known


def test_a_crop_s_pixels_can_be_had_at_a_size(tmp_path):
    scene(80, 60).save(tmp_path / "a.png")
    image, _ = opened(tmp_path / "a.png")
    part = image.decoded((0, 0, WHOLE // 2, WHOLE // 3), (20, 20))
    assert (part.width, part.height) == (20, 10)
    assert array(part)[5, 10].tolist() == [255, 0, 0]


def test_the_outline_of_what_is_opaque(tmp_path):
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (20, 10, 60, 30))
    picture.paste((200, 0, 0, 255), (40, 50, 90, 80))
    picture.save(tmp_path / "a.png")
    image, _ = opened(tmp_path / "a.png")
    upper, lower = image.outlines()
    assert {x for x, _ in upper} == {200_000, 600_000}
    assert (min(y for _, y in upper), max(y for _, y in upper)) == (100_000, 300_000)
    assert {x for x, _ in lower} == {400_000, 900_000}


def test_an_opaque_picture_has_no_outline(tmp_path):
    Image.new("RGBA", (10, 10), (1, 2, 3, 255)).save(tmp_path / "a.png")
    sink, store = Sink(), ImageStore()
    image = store.open(tmp_path / "a.png", sink, None)
    assert store.outlines(image.key, sink, None) == ()
    assert [found.code for found in sink.found] == ["IMG006"]
