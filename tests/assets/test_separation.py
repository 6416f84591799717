"""Pictures in the inks of a press: each mode, its profile, how much ink, what is on black alone."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from layout.assets.greys import grey_table
from layout.assets.inklimit import limited
from layout.assets.pixels import Pixels
from layout.assets.profiles import read_profile
from layout.assets.separation import Inks, Separated, separate
from layout.diagnostics import Sink
from tests.newsrooms import REPOSITORY

PROFILE = REPOSITORY / "styles" / "press" / "snap2007" / "snap2007.icc"


@pytest.fixture(scope="module")
def inks() -> Inks:
    profile = read_profile(PROFILE, Sink(), None)
    assert profile is not None
    return Inks(profile)


def pixels(image: Image.Image, profile: bytes | None = None, alpha: bytes | None = None) -> Pixels:
    return Pixels(image.width, image.height, image.mode, image.tobytes(), alpha, profile)


def plates(made: Separated) -> np.ndarray:
    """The inks of each pixel in per cent, black last."""
    if made.filter == "DCTDecode":
        picture = Image.open(io.BytesIO(made.data))
    else:
        picture = Image.frombytes(
            {"DeviceCMYK": "CMYK", "DeviceGray": "L"}[made.space], (made.width, made.height), zlib.decompress(made.data)
        )
    samples = np.asarray(picture).astype(float) / 2.55
    return samples if made.space == "DeviceCMYK" else 100 - samples


def scene(mode: str = "RGB", size: int = 64) -> Image.Image:
    rng = np.random.default_rng(7)
    samples = rng.integers(0, 256, (size, size, 3), dtype="uint8")
    return Image.fromarray(samples).resize((size * 2, size * 2)).convert(mode)


@settings(max_examples=30, deadline=None)
@given(st.integers(120, 400), st.integers(0, 2**32 - 1))
def test_no_pixel_has_more_ink_than_asked_for_and_those_below_stay(most, seed):
    samples = np.random.default_rng(seed).integers(0, 256, (12, 12, 4), dtype="uint8")
    before = Image.frombytes("CMYK", (12, 12), samples.tobytes())
    after = np.asarray(limited(before, most)).astype(int)
    bound = most * 255 // 100
    assert after.sum(-1).max() <= bound
    kept = samples.astype(int).sum(-1) <= bound
    assert (after[kept] == samples[kept]).all()
    assert (after[..., 3] >= samples[..., 3]).all(), "black only grows"


def test_a_photograph_stays_below_the_limit_after_compression(inks):
    total = plates(separate(pixels(scene()), inks)).sum(-1)
    assert (total > 240).mean() < 0.005
    assert total.max() > 150, "it is dark enough to be worth a limit"


def test_inks_beyond_the_limit_are_brought_down(inks):
    made = separate(pixels(Image.new("CMYK", (40, 40), (255, 250, 250, 200))), inks)
    assert plates(made).sum(-1).max() <= 240


def test_grey_is_on_black_alone_in_whatever_mode_it_comes(inks):
    grey = scene("L")
    for picture in (grey, grey.convert("RGB"), Image.merge("CMYK", (Image.new("L", grey.size),) * 3 + (grey,))):
        made = separate(pixels(picture), inks)
        assert made.space == "DeviceGray", picture.mode


def test_black_in_rgb_is_no_four_inks_when_the_picture_is_grey(inks):
    made = separate(pixels(Image.new("RGB", (20, 20), "black")), inks)
    assert made.space == "DeviceGray"
    assert plates(made).min() > 98


def test_colour_on_a_black_page_becomes_black(inks):
    assert separate(pixels(scene()), inks, grey=True).space == "DeviceGray"
    assert separate(pixels(scene("CMYK")), inks, grey=True).space == "DeviceGray"


def test_greys_are_as_light_on_the_press_as_by_themselves(inks):
    table = grey_table(inks.profile.data)
    assert table == sorted(table)
    assert (table[0], table[255]) == (0, 255)
    seen = [lightness(inks, 255 - table[grey]) for grey in (255, 188, 128, 0)]
    # Of the light between paper and solid black, a grey of sRGB 188 leaves half and one of 128 two ninths.
    paper, solid = seen[0], seen[-1]
    assert (seen[1] - solid) / (paper - solid) == pytest.approx(0.5, abs=0.03)
    assert (seen[2] - solid) / (paper - solid) == pytest.approx(0.216, abs=0.03)


def lightness(inks: Inks, black: int) -> float:
    """The luminance that some black ink leaves of the paper's, as littlecms reads the profile."""
    press = ImageCms.ImageCmsProfile(io.BytesIO(inks.profile.data))
    to_lab = ImageCms.buildTransform(press, ImageCms.createProfile("LAB"), "CMYK", "LAB")
    value = ImageCms.applyTransform(Image.new("CMYK", (1, 1), (0, 0, 0, black)), to_lab).getpixel((0, 0))[0]
    return ((value / 2.55 + 16) / 116) ** 3


def test_line_art_keeps_its_bits(inks):
    art = scene("L").convert("1")
    made = separate(pixels(art), inks)
    assert (made.bits, made.space, made.filter) == (1, "DeviceGray", "FlateDecode")
    assert zlib.decompress(made.data) == art.tobytes()


def test_few_colours_are_not_blurred(inks):
    flat = Image.new("RGB", (60, 60), (200, 30, 30))
    flat.paste((20, 90, 40), (0, 0, 30, 60))
    made = separate(pixels(flat), inks)
    assert made.filter == "FlateDecode"
    assert len(np.unique(plates(made).reshape(-1, 4), axis=0)) == 2


def test_an_alpha_is_kept_beside_the_inks(inks):
    alpha = bytes([255, 0] * (64 * 64 * 2))
    made = separate(pixels(scene(), alpha=alpha), inks)
    assert made.alpha is not None
    assert zlib.decompress(made.alpha) == alpha


def test_an_embedded_profile_changes_the_inks(inks):
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    wide = _swapped(other.tobytes())
    plain, honoured = separate(pixels(scene()), inks), separate(pixels(scene(), wide), inks)
    assert not honoured.broken
    assert np.abs(plates(plain) - plates(honoured)).mean() > 2


def _swapped(profile: bytes) -> bytes:
    """A profile whose red and blue primaries have changed places."""
    count = int.from_bytes(profile[128:132], "big")
    entries = [bytearray(profile[132 + 12 * n : 144 + 12 * n]) for n in range(count)]
    names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    for entry in entries:
        entry[:4] = names.get(bytes(entry[:4]), bytes(entry[:4]))
    return profile[:132] + b"".join(map(bytes, entries)) + profile[132 + 12 * count :]


@pytest.mark.parametrize("profile", [b"no profile at all", b"\0" * 400])
def test_a_broken_profile_is_told_and_the_picture_taken_for_srgb(inks, profile):
    plain, broken = separate(pixels(scene()), inks), separate(pixels(scene(), profile), inks)
    assert broken.broken
    assert broken.data == plain.data


def test_a_profile_of_other_colours_counts_as_broken(inks):
    assert separate(pixels(scene(), inks.profile.data), inks).broken


def test_inks_for_this_press_stay_as_they_are(inks):
    picture = Image.new("CMYK", (30, 30), (0, 255, 255, 0))
    for profile in (None, inks.profile.data):
        assert np.allclose(plates(separate(pixels(picture, profile), inks)), [0, 100, 100, 0])
