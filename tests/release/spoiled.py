"""Files for the press spoiled on purpose, each in one way: `python -m tests.release.spoiled FOLDER` writes them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from layout import api
from layout.diagnostics import Sink
from layout.style.press import Standard
from tests.features.editions import loaded

FEATURE = "picture-crop"


def sound(standard: Standard = "x4") -> bytes:
    """A page for the press with nothing wrong."""
    edition = loaded(FEATURE)
    run = api.press_run(edition, Sink(), standard)
    target = api.Target("press", Path("unused"), "pages", press=run)
    return next(iter(api.pdfs(api.compose(edition), edition, target).values()))


def _replaced(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    assert old in content, old
    pdf.pages[0].Contents = pdf.make_stream(content.replace(old, new))


def _added(pdf: pikepdf.Pdf, operators: bytes) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents = pdf.make_stream(content + b"\n" + operators)


def rgb_text(pdf: pikepdf.Pdf) -> None:
    _replaced(pdf, b"\n0 0 0 1 k\n", b"\n0 0 0 rg\n")


def rich_black(pdf: pikepdf.Pdf) -> None:
    _replaced(pdf, b"\n0 0 0 1 k\n", b"\n0.6 0.5 0.5 1 k\n")


def missing_font(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]
            return


def coarse_picture(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            thing.write(b"\x40" * (100 * 60 * 4))
            thing.Width, thing.Height, thing.ColorSpace = 100, 60, Name.DeviceCMYK
            if "/Decode" in thing:
                del thing.Decode


def hairline(pdf: pikepdf.Pdf) -> None:
    _added(pdf, b"q 0 0 0 1 K 0.1 w 100 100 m 300 100 l S Q")


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def wrong_trapped(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Trapped = Name.Unknown


def box_outside(pdf: pikepdf.Pdf) -> None:
    trim = [float(edge) for edge in pdf.pages[0].TrimBox]
    pdf.pages[0].TrimBox = Array([trim[0] - 40, trim[1], trim[2], trim[3]])


def transparency(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.ExtGState["/Half"] = Dictionary(ca=0.5)
    _added(pdf, b"q /Half gs 0 0 0 0.2 k 100 100 50 50 re f Q")


def layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="layer"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def lzw(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.XObject["/Packed"] = pdf.make_indirect(
        pikepdf.Stream(
            pdf,
            _lzw(b"0 0 0 0.1 k 0 0 1 1 re f"),
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Filter=Name.LZWDecode),
        )
    )
    _added(pdf, b"q 20 0 0 20 100 100 cm /Packed Do Q")


def _lzw(data: bytes) -> bytes:
    """Codes of nine bits, the table cleared before it would need ten (ISO 32000-1, 7.4.4)."""
    codes = [256, *data, 257]
    bits = "".join(f"{code:09b}" for code in codes)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def annotation(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([200, 200, 220, 220]), Contents="?")
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


SPOILS: dict[str, tuple[str, Standard, Callable[[pikepdf.Pdf], None]]] = {
    "rgb-text": ("PRESS301", "x4", rgb_text),
    "rich-black": ("PRESS302", "x4", rich_black),
    "missing-font": ("PRESS303", "x4", missing_font),
    "coarse-picture": ("PRESS304", "x4", coarse_picture),
    "hairline": ("PRESS305", "x4", hairline),
    "no-intent": ("PRESS306", "x4", no_intent),
    "wrong-trapped": ("PRESS307", "x4", wrong_trapped),
    "box-outside": ("PRESS308", "x4", box_outside),
    "transparency": ("PRESS309", "x1a", transparency),
    "layer": ("PRESS310", "x1a", layer),
    "lzw": ("PRESS311", "x4", lzw),
    "annotation": ("PRESS312", "x4", annotation),
}


def spoiled(name: str, data: bytes) -> bytes:
    """A sound page spoiled in one way."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        SPOILS[name][2](pdf)
        packed = pikepdf.ObjectStreamMode.disable
        pdf.save(
            held, object_stream_mode=packed, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )
    return held.getvalue()


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pages: dict[Standard, bytes] = {"x4": sound("x4"), "x1a": sound("x1a")}
    for standard, data in pages.items():
        (folder / f"sound.{standard}.pdf").write_bytes(data)
    for name, (_, standard, _) in SPOILS.items():
        (folder / f"{name}.{standard}.pdf").write_bytes(spoiled(name, pages[standard]))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
