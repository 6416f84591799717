"""What may stand in faces.yaml."""

from __future__ import annotations

from layout.source.form import Form, Key, Many, Named, Scalar
from layout.source.scalars import FILLED, TEXT, choice, whole


def _number(text: str) -> float:
    return float(text)


def _module(text: str) -> str:
    # A dotted name would have its first part imported, that is run, to find the others.
    if not text.isidentifier():
        raise ValueError(text)
    return text


MODULE = Scalar(
    _module, "一个模块名，不带点", "the name of a module, without dots", {"type": "string", "pattern": r"^\w+$"}
)
NUMBER = Scalar(_number, "数", "a number", {"type": "number"})

SOURCE = Form(
    "source",
    (
        Key("package", "包", MODULE, "Python 包里的模块名", "the module of a Python package"),
        Key("file", "文件", FILLED, "包里的文件，或 fonts/ 下的文件", "a file of the package, or under fonts/"),
        Key("system", "系统", FILLED, "系统里的字体文件，写全路径", "a font file of the system, whole path"),
        Key("index", "序号", whole(0, 200), "字体集（TTC）里的第几个，从 0 数", "which face of a collection, from 0"),
        Key("sha256", "校验", TEXT, "文件的 SHA-256", "SHA-256 of the file"),
        Key("size", "字节数", whole(1, 400_000_000), "文件的字节数", "size of the file in bytes"),
    ),
)

FACE = Form(
    "face",
    (
        Key("name", "名称", FILLED, "字体的名字", "name of the face", required=True),
        Key("licence", "许可", FILLED, "许可", "licence", required=True),
        Key("sources", "来源", Many(SOURCE), "依次找的地方", "places looked at in turn"),
        Key("axes", "轴", Named(NUMBER), "可变字体固定在哪里", "axes a variable font is pinned at"),
        Key(
            "without",
            "不用",
            FILLED,
            "不用它的这些字，由角色里后面的字体来排",
            "characters that are taken from a role's next face",
        ),
        Key("like", "同", FILLED, "用另一个字体的文件", "the face whose file is used"),
        Key(
            "embolden",
            "加粗",
            Many(whole(0, 200), count=2),
            "横、竖各加粗千分之几字",
            "drawn bolder: across and down, em/1000",
        ),
    ),
)

FACES = Form(
    "faces",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key("faces", "字体", Named(FACE), "字体", "the faces", required=True),
        Key("roles", "角色", Named(Many(FILLED)), "每个角色依次用的字体", "chains of faces by role", required=True),
    ),
)
