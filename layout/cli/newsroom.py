"""new: a newsroom to start from."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from layout.cli.session import Session
from layout.paths import built_in

STORY = """---
headline: 新的一天从一张报纸开始
byline: 本报记者 方启明
dateline: 本报讯
---
把这段文字换成你的稿件。空一行就是一段，段首的两个字由排版引擎缩进，不要自己打空格。

小标题写成“## 小标题”，需要着重的词写成两个星号夹着的**样子**。
排不下的时候，paiban会说出多了几个字、几行；排不满，也会说出还空几行。
"""

MANIFEST = """format: 1
paper: {paper}
date: 2026-03-20
number: 18234
pages:
  - page: A01
    section: 要闻
    template: inner-six
    staff: {{editor: 方启明, layout: 陶野, proof: 柳思源}}
    stories:
      - story: stories/first.md
        at: {{column: 1, columns: 2, line: 6, lines: 10}}
        headline: {{level: minor}}
"""

IGNORED = """/out/
.paiban/
/fonts/sets/
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def new(session: Session, folder: Path) -> None:
    """Make a newsroom in FOLDER that builds at once.

    It has the sample papers' styles and faces, and an edition of one story.
    """
    if folder.exists() and any(folder.iterdir()):
        session.wrong_usage(f"{folder} 不是空的", f"{folder} is not empty")
    from layout.backends.files import writing

    source = built_in().root
    edition = folder / "issues" / "2026-03-20"
    with writing(folder):
        (edition / "stories").mkdir(parents=True)
        shutil.copytree(source / "styles", folder / "styles")
        (folder / "fonts").mkdir()
        for name in ("faces.yaml", "sets.yaml"):
            shutil.copy(source / "fonts" / name, folder / "fonts")
        (edition / "stories" / "first.md").write_text(STORY, "utf-8")
        (folder / ".gitignore").write_text(IGNORED, "utf-8")
        (edition / "issue.yaml").write_text(MANIFEST.format(paper="lanchuan-daily"), "utf-8")
    session.say(f"paiban build {edition}", f"paiban build {edition}")
