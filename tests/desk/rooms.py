"""A small newsroom on disk for the desk: two stories on one page, a third on another, with comments in every file."""

from pathlib import Path

from PIL import Image

from tests.newsrooms import newsroom as written

MANIFEST = """\
# 版面清单
format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 18234
pages:
  - page: A01
    section: 要闻
    template: inner-six
    stories:
      - story: stories/river.md  # 头条
        at: {column: 1, columns: 2, line: 10, lines: 30}   # 左上
        headline: {level: third}
        pictures:
          - {picture: pictures/river.png, column: 1, columns: 1, line: 20, lines: 10}
      - 稿件: stories/bridge.md
        位置: {栏: 4, 栏数: 2, 行: 10, 行数: 24}
        标题: {级别: minor}
  - page: A02
    section: 综合
    template: inner-six
    stories:
      - story: stories/lamp.md
        at:
          - {column: 1, columns: 2, line: 10, lines: 20}
        headline: {level: third}
"""
STORIES = {
    "river": """\
---
# 文件头里的说明
kicker: "江边的一天"  # 引题
headline: 春水涨到第三级台阶
byline: 本报记者 温若衡
pictures:
  - picture: pictures/river.png
    caption: 江面平静  # 图说
    credit: 陶野 摄
---

清早的江面很静，水位比昨天高了两寸。堤上的人说，这是今年的第一次春水。

## 台阶

第三级台阶上的青苔已经看不见了。守闸人把刻度抄在本子上，每天三次。
""",
    "bridge": """\
---
headline: [老桥修好, 明天通行]
byline: 通讯员 石麦
---

老桥封闭了四个月，换了十一根木梁，明天早上六点恢复通行。过桥的人可以先走北侧的步道。
""",
    "lamp": """\
---
headline: 路灯晚关一刻钟
---

从今天起，城东的路灯每天晚关一刻钟，方便赶早班的人。
""",
}


def newsroom(folder: Path) -> Path:
    """Write it; gives the edition's folder."""
    edition = written(folder, manifest=MANIFEST, stories=STORIES).parent
    (edition / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", (600, 400), (60, 120, 160)).save(edition / "pictures" / "river.png")
    return edition
