"""Adverts and notices of the sample editions: type on painted grounds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.samples.lens import lamps
from tests.samples.rivers import draw, towers
from tests.samples.scenery import gradient, noise
from tests.samples.sheet import Color, Sheet, Size
from tests.samples.water import Waves, haze, hills, water


def tea(size: Size) -> Image.Image:
    """A tea house: misty hills below, its name downwards at the right."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.95, 0.95, 0.90)), (0.6, (0.88, 0.91, 0.84)), (1, (0.72, 0.80, 0.70))])
    for number, (base, tone) in enumerate(((0.78, 0.76), (0.86, 0.66), (0.95, 0.50), (1.02, 0.34))):
        hills(ground, base, 0.30 - 0.04 * number, (tone * 0.82, tone, tone * 0.78), 140 + number, 3 + number)
        haze(ground, base - 0.03, 0.07, (0.92, 0.94, 0.88), 0.5)
    sheet = Sheet(size, ground)
    deep, red = (32, 58, 38), (168, 44, 36)
    sheet.down("望潮茶舍", (0.905, 0.145), 0.155, deep, bold=700, spread=1.10)
    sheet.down("明前已到店", (0.82, 0.12), 0.058, deep, spread=1.18)
    sheet.down("临江十二座", (0.765, 0.12), 0.058, deep, spread=1.18)
    sheet.words("一杯春水", (0.05, 0.20), 0.115, deep)
    sheet.words("从南屏山上流下来", (0.05, 0.31), 0.060, deep, spread=0.1)
    sheet.rule((0.05, 0.36, 0.10, 0.366), red)
    sheet.rule((0, 0.90, 1, 1), deep)
    sheet.words("望潮路66号（石桥东）　10:00—22:00　订座 0000-5550166", (0.05, 0.972), 0.062, (244, 246, 234), bold=600)
    return sheet.image


def bookfair(size: Size) -> Image.Image:
    """A book fair: a great pale character, white type, a row of spines at the foot."""
    sheet = Sheet(size, (150, 34, 28))
    sheet.words("书", (0.99, 1.0), 1.05, (164, 48, 40), anchor="rs")
    random = np.random.default_rng(150)
    x = 0.0
    while x < 1:
        wide, tall = random.uniform(0.010, 0.030), random.uniform(0.12, 0.20)
        tone = [(236, 220, 190), (204, 160, 92), (88, 20, 18), (228, 196, 150), (60, 40, 36)][random.integers(0, 5)]
        sheet.rule((x, 1 - tall, x + wide - 0.0015, 1), tone)
        sheet.rule((x, 1 - tall * 0.85, x + wide - 0.0015, 1 - tall * 0.82), (150, 34, 28))
        x += wide
    cream = (252, 243, 226)
    sheet.words("澜川春季书市", (0.06, 0.25), 0.140, cream, bold=800, spread=0.08)
    sheet.words("三万种新书 · 整月不打烊", (0.06, 0.38), 0.066, cream, spread=0.06)
    sheet.rule((0.06, 0.43, 0.94, 0.434), (214, 150, 120))
    for number, text in enumerate(
        ("旧书摊　　二号厅北廊，周六、周日", "孩子书房　一号厅，每天三场故事会", "签名售书　3月21日起，每日14:00")
    ):
        sheet.words(text, (0.06, 0.525 + 0.083 * number), 0.064, cream, bold=600)
    sheet.words("3月21日—4月20日　澜川会展馆　免费入场", (0.06, 0.785), 0.060, (255, 214, 130), bold=700)
    return sheet.image


def school(size: Size) -> Image.Image:
    """An evening school: lit windows of a district at night."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.07, 0.12, 0.24)), (1, (0.20, 0.25, 0.38))])
    towers(ground, 1.0, 0.40, (0.10, 0.14, 0.25), 0.25, 161)
    sheet = Sheet(size, ground)
    sheet.words("下班铃响，上课铃响", (0.05, 0.27), 0.150, (255, 236, 190), bold=800)
    sheet.words("园区夜校春季班　焊工 · 数控 · 会计 · 日常英语", (0.05, 0.43), 0.076, (230, 236, 246), bold=400)
    sheet.words("学费 0 元", (0.95, 0.27), 0.120, (255, 255, 255), bold=900, anchor="rs")
    sheet.rule((0, 0.84, 1, 1), (245, 184, 66))
    sheet.words("报名 0000-5550133　园区服务中心二楼　3月31日截止", (0.05, 0.952), 0.078, (24, 34, 60), bold=600)
    return sheet.image


def academy(size: Size) -> Image.Image:
    """A reading house, upright: a moon of ink wash, its name downwards."""
    shape = (size[1], size[0])
    ground = np.full((*shape, 3), (0.965, 0.945, 0.90)) - 0.04 * noise(shape, 5, 171, 5)[:, :, None]
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    away = np.hypot(rows - 0.59 * shape[0], columns - 0.5 * shape[1]) / (0.26 * shape[1])
    rim = np.exp(-(((away - 0.93) / (0.05 + 0.09 * noise(shape, 4, 172, 5))) ** 2))
    ground -= np.clip(rim * (0.35 + 0.75 * noise(shape, 3, 173, 6)), 0, 1)[:, :, None] * np.array((0.60, 0.62, 0.60))
    sheet = Sheet(size, ground)
    ink, red = (44, 38, 34), (166, 40, 32)
    sheet.words("听", (0.5, 0.59), 0.12, ink, anchor="mm")
    sheet.down("江岸书院", (0.80, 0.085), 0.082, ink, bold=600, spread=1.18)
    sheet.down("周末讲堂免费听", (0.52, 0.07), 0.042, ink, spread=1.16)
    sheet.rule((0.20, 0.05, 0.29, 0.105), red)
    sheet.words("春", (0.245, 0.077), 0.036, (250, 240, 226), anchor="mm")
    for number, text in enumerate(("3月28日 河流怎样写字", "4月4日 古窑里的火候")):
        sheet.words(text, (0.5, 0.825 + 0.052 * number), 0.040, ink, anchor="ms")
    sheet.words("柳矶路9号　14:30", (0.5, 0.955), 0.040, ink, bold=600, anchor="ms")
    return sheet.image


def water_bus(size: Size) -> Image.Image:
    """A boat line, upright: the route as a line down a pale river."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.93, 0.88, 0.76)), (0.42, (0.98, 0.93, 0.84)), (1, (0.80, 0.88, 0.88))])
    for number, (base, tone) in enumerate(((0.44, 0.80), (0.47, 0.68), (0.50, 0.54))):
        hills(ground, base, 0.12 - 0.02 * number, (tone * 0.86, tone * 0.96, tone), 240 + number, 3 + 2 * number)
    water(ground, 0.50, Waves(0.05, 0.7, 244), (0.62, 0.74, 0.76))
    sheet = Sheet(size, ground)
    deep, red = (20, 62, 84), (190, 58, 40)
    sheet.words("江上过周末", (0.07, 0.150), 0.118, deep, bold=800, spread=0.05)
    sheet.words("水上巴士春季航班开航", (0.075, 0.235), 0.052, deep, bold=700)
    stops = [("西门码头", "9:00"), ("柳矶", "9:25"), ("白石镇", "10:10"), ("江心沙", "10:40"), ("河口湿地", "11:30")]
    sheet.rule((0.115, 0.585, 0.121, 0.855), (250, 252, 250))
    for number, (stop, time) in enumerate(stops):
        y = 0.585 + 0.0675 * number
        sheet.pen.ellipse(_spot(sheet, 0.118, y, 0.011), fill=red, outline=(255, 255, 255), width=3)
        sheet.words(stop, (0.17, y + 0.016), 0.040, deep, bold=700)
        sheet.words(time, (0.62, y + 0.016), 0.040, deep, bold=500, anchor="rs")
    sheet.rule((0, 0.905, 1, 1), deep)
    sheet.words("全程30元　自行车免费上船　0000-5550122", (0.5, 0.97), 0.042, (255, 255, 255), bold=600, anchor="ms")
    return sheet.image


def race(size: Size) -> Image.Image:
    """A river run, a strip: hills, the course as a ribbon, runners' numbers."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.99, 0.90, 0.74)), (0.55, (0.98, 0.76, 0.52)), (1, (0.92, 0.56, 0.36))])
    for number, (base, tone) in enumerate(
        ((0.72, (0.86, 0.58, 0.44)), (0.82, (0.70, 0.40, 0.34)), (0.98, (0.40, 0.22, 0.24)))
    ):
        hills(ground, base, 0.36 - 0.08 * number, tone, 260 + number, 5 + 2 * number)
    x = np.linspace(0, 1, 200)
    y = 0.90 - 0.05 * np.sin(x * 7.5) - 0.02 * x
    draw(
        ground,
        [[*zip(x, y - 0.03, strict=True), *zip(x[::-1], y[::-1] + 0.03, strict=True)]],
        (0.99, 0.95, 0.86),
        mottle=0,
    )
    sheet = Sheet(size, ground)
    deep, white = (92, 30, 30), (255, 250, 240)
    sheet.words("沿江跑一圈，看春天到哪儿了", (0.025, 0.43), 0.31, deep, bold=800)
    sheet.words("澜江春季半程马拉松　4月12日 7:30　西门桥起跑", (0.026, 0.71), 0.175, (96, 26, 22), bold=700)
    sheet.rule((0.62, 0, 1, 1), deep)
    sheet.words("0412", (0.705, 0.68), 0.52, white, bold=900, anchor="ms")
    sheet.words("报名号码由你挑", (0.705, 0.90), 0.150, white, bold=400, anchor="ms")
    for number, text in enumerate(("报名 0000-5550412", "截止3月31日", "完赛者得青瓷奖牌一枚")):
        sheet.words(text, (0.80, 0.34 + 0.245 * number), 0.175, white, bold=600 if number == 0 else 400)
    return sheet.image


def clocks(size: Size) -> Image.Image:
    """A clockmaker's, upright: a dial without numbers, what the shop does under it, its door at the foot."""
    sheet = Sheet(size, (246, 240, 226))
    deep, brass, ink = (30, 62, 58), (168, 118, 52), (52, 46, 40)
    reach = 0.40 * sheet.width / sheet.height
    x, y = 0.5, 0.035 + reach * 1.12
    sheet.pen.ellipse(_spot(sheet, x, y, reach * 1.10), fill=deep)
    sheet.pen.ellipse(_spot(sheet, x, y, reach), fill=(252, 248, 238), outline=brass, width=round(sheet.width * 0.016))
    for minute in range(60):
        hour = minute % 5 == 0
        ends = (minute * np.pi / 30, reach * (0.78 if minute % 15 == 0 else 0.83 if hour else 0.88), reach * 0.91)
        _hand(sheet, (x, y), ends, reach * (0.030 if hour else 0.010), ink)
    # A quarter past ten by the town's clock; ten by this one.
    _hand(sheet, (x, y), (np.pi * 1.708, -0.10 * reach, 0.52 * reach), reach * 0.062, deep)
    _hand(sheet, (x, y), (np.pi * 0.5, -0.14 * reach, 0.76 * reach), reach * 0.042, deep)
    _hand(sheet, (x, y), (np.pi * 0.86, -0.18 * reach, 0.82 * reach), reach * 0.012, (176, 52, 36))
    sheet.pen.ellipse(_spot(sheet, x, y, reach * 0.055), fill=brass)
    sheet.words("慢一刻钟", (0.5, 0.50), 0.060, deep, bold=800, anchor="ms", spread=0.10)
    sheet.words("钟　表　行", (0.5, 0.558), 0.032, deep, bold=500, anchor="ms")
    sheet.rule((0.40, 0.592, 0.60, 0.595), brass)
    for number, line in enumerate(("修旧钟，不催", "换表带，当面换", "走时三年，坏了再来")):
        sheet.words(line, (0.5, 0.66 + 0.052 * number), 0.030, ink, anchor="ms", spread=0.04)
    sheet.rule((0, 0.862, 1, 1), deep)
    sheet.words("西门街41号", (0.5, 0.918), 0.034, (250, 244, 230), bold=600, anchor="ms", spread=0.06)
    sheet.words("逢周二休息　0000-5550141", (0.5, 0.965), 0.0235, (250, 244, 230), bold=500, anchor="ms")
    return sheet.image


def _hand(
    sheet: Sheet, middle: tuple[float, float], along: tuple[float, float, float], weight: float, ink: Color
) -> None:
    turn, near, far = along
    x, y = middle[0] * sheet.width, middle[1] * sheet.height
    ends = [(x + np.sin(turn) * r * sheet.height, y - np.cos(turn) * r * sheet.height) for r in (near, far)]
    sheet.pen.line(ends, fill=ink, width=round(weight * sheet.height))


def _spot(sheet: Sheet, x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    reach = radius * sheet.height
    left, top = x * sheet.width, y * sheet.height
    return (left - reach, top - reach, left + reach, top + reach)


def river_notice(size: Size) -> Image.Image:
    """A public notice: rings spreading where a drop has fallen."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.90, 0.95, 0.95)), (0.5, (0.76, 0.88, 0.90)), (1, (0.44, 0.66, 0.72))])
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    away = np.hypot((rows - 0.60 * shape[0]) * 2.4, columns - 0.74 * shape[1]) / shape[0]
    ring = np.sin(away * 13 - 1.5) * np.exp(-away * 0.55) * np.clip(rows / shape[0] - 0.10, 0, 0.25) * 4
    ground += ring[:, :, None] * np.array((0.20, 0.16, 0.14))
    draw(ground, [_drop(0.74, 0.20, 0.30, size)], (0.33, 0.60, 0.68), mottle=0.05)
    lamps(ground, [(0.738, 0.38, 0.004)], [(0.9, 1, 1)], 0.5)
    sheet = Sheet(size, ground)
    deep = (18, 62, 76)
    sheet.words("惜水如惜时", (0.03, 0.66), 0.44, deep, bold=700, spread=0.12)
    sheet.words("拧紧一只龙头，一年替江留下三吨水", (0.30, 0.45), 0.19, deep, bold=500)
    sheet.words("澜川市水务中心", (0.30, 0.72), 0.14, deep, bold=500)
    return sheet.image


def _drop(x: float, y: float, tall: float, size: Size) -> list[tuple[float, float]]:
    """The outline of a falling drop, its tip at the top."""
    turn = np.linspace(0, 2 * np.pi, 60)
    wide = tall * size[1] / size[0] * 0.42
    return [(x + wide * np.sin(a) * np.sin(a / 2) ** 1.4, y + tall * (0.5 - 0.5 * np.cos(a))) for a in turn]


def equinox(size: Size) -> Image.Image:
    """The spring equinox: day and night of one length."""
    sheet = Sheet(size, (247, 240, 222))
    sheet.rule((0.5, 0, 1, 1), (28, 44, 74))
    middle, reach = (sheet.width / 2, sheet.height * 0.50), sheet.height * 0.33
    box = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
    sheet.pen.pieslice(box, 90, 270, fill=(214, 92, 52))
    sheet.pen.pieslice(box, 270, 90, fill=(240, 232, 206))
    sheet.words("春", (0.18, 0.52), 0.46, (150, 52, 30), anchor="mm")
    sheet.words("分", (0.82, 0.52), 0.46, (236, 228, 204), anchor="mm")
    sheet.words("日出 6:21", (0.18, 0.90), 0.095, (120, 60, 40), bold=500, anchor="ms")
    sheet.words("日落 18:29", (0.82, 0.90), 0.095, (214, 220, 230), bold=500, anchor="ms")
    return sheet.image


def cinema(size: Size) -> Image.Image:
    """A picture house: a beam of light over rows of seats."""
    shape = (size[1], size[0])
    ground = np.full((*shape, 3), (0.07, 0.06, 0.09))
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    spread = np.abs(rows / shape[0] - 0.30 - 0.10 * columns / shape[1]) / (0.02 + 0.36 * columns / shape[1])
    beam = np.exp(-(spread**4)) * (1.05 - 0.7 * columns / shape[1]) * (0.6 + 0.6 * noise(shape, 5, 181, 6))
    ground += beam[:, :, None] * np.array((0.62, 0.56, 0.42))
    for row in range(3):
        for seat in range(14):
            turn = np.linspace(np.pi, 2 * np.pi, 20)
            x, y = (seat + 0.5 * (row % 2)) / 13, 0.82 + 0.08 * row
            draw(
                ground,
                [[(x + 0.032 * np.cos(a), y + 0.09 * np.sin(a)) for a in turn] + [(x + 0.032, 1), (x - 0.032, 1)]],
                (0.24 - 0.06 * row, 0.05, 0.06),
            )
    sheet = Sheet(size, ground)
    sheet.words("老影院 · 无声片之夜", (0.95, 0.27), 0.145, (255, 246, 220), bold=700, anchor="rs")
    sheet.words("现场钢琴伴奏　只放两晚", (0.95, 0.44), 0.092, (255, 246, 220), bold=600, anchor="rs")
    sheet.words("3月21、22日 19:30　望潮路21号　票价20元", (0.95, 0.60), 0.084, (255, 250, 235), bold=700, anchor="rs")
    return sheet.image


def clinic(size: Size) -> Image.Image:
    """A dentist's: a smile in one line on mint."""
    sheet = Sheet(size, (222, 240, 238))
    w, h = sheet.width, sheet.height
    sheet.pen.arc((w * 0.16, -h * 0.26, w * 0.84, h * 0.54), 28, 152, fill=(18, 116, 128), width=round(h * 0.035))
    sheet.pen.ellipse((w * 0.66, h * 0.10, w * 0.71, h * 0.10 + w * 0.05), fill=(18, 116, 128))
    sheet.pen.ellipse((w * 0.29, h * 0.10, w * 0.34, h * 0.10 + w * 0.05), fill=(18, 116, 128))
    sheet.words("西门口腔", (0.5, 0.745), 0.145, (12, 74, 88), bold=800, anchor="ms", spread=0.1)
    sheet.words("洁牙周　全家同行减半", (0.5, 0.845), 0.066, (12, 74, 88), bold=400, anchor="ms")
    sheet.words("西门街7号　0000-5550177", (0.5, 0.945), 0.064, (30, 84, 96), bold=600, anchor="ms")
    return sheet.image


def old_books(size: Size) -> Image.Image:
    """A shop that gives tea for old books."""
    sheet = Sheet(size, (244, 234, 214))
    for number, (tone, wide) in enumerate(
        (((122, 46, 34), 0.30), ((64, 84, 70), 0.27), ((186, 140, 72), 0.32), ((70, 58, 52), 0.25))
    ):
        top = 0.80 - 0.135 * number
        left = 0.60 + 0.02 * (number % 2)
        sheet.rule((left, top, left + wide, top + 0.115), tone)
        sheet.rule((left + 0.02, top + 0.03, left + 0.03, top + 0.085), (240, 226, 196))
    sheet.words("旧书换新茶", (0.06, 0.36), 0.170, (96, 40, 28), bold=800)
    sheet.words("一本读完的书", (0.06, 0.53), 0.085, (84, 60, 48))
    sheet.words("换一盏明前", (0.06, 0.65), 0.085, (84, 60, 48))
    sheet.words("老糖坊巷7号　13:00—21:00", (0.06, 0.89), 0.074, (84, 60, 48), bold=600)
    return sheet.image


def crossing(size: Size) -> Image.Image:
    """A public notice: a crossing from above."""
    shape = (size[1], size[0])
    ground = np.full((*shape, 3), (0.33, 0.35, 0.37)) * (0.9 + 0.2 * noise(shape, 60, 191, 4))[:, :, None]
    for number in range(7):
        x = 0.56 + 0.062 * number
        draw(ground, [[(x + 0.05, 0), (x + 0.084, 0), (x + 0.034, 1), (x, 1)]], (0.90, 0.90, 0.87), mottle=0.05)
    draw(ground, [[(0.70, 0.52), (0.86, 0.80), (0.875, 0.77), (0.72, 0.47)]], (0.16, 0.17, 0.19))
    turn = np.linspace(0, 6.3, 40)
    ratio = size[1] / size[0]
    draw(
        ground,
        [[(0.71 + 0.13 * ratio * np.cos(a), 0.48 + 0.17 * np.sin(a)) for a in turn]],
        (0.86, 0.26, 0.16),
        mottle=0.05,
    )
    for spoke in np.linspace(0, np.pi, 5)[:-1]:
        draw(
            ground,
            [
                [
                    (0.71 + 0.13 * ratio * np.cos(spoke + d), 0.48 + 0.17 * np.sin(spoke + d))
                    for d in (-0.02, 0.02, np.pi - 0.02, np.pi + 0.02)
                ]
            ],
            (0.68, 0.18, 0.11),
        )
    sheet = Sheet(size, ground)
    sheet.words("车停三秒", (0.05, 0.40), 0.24, (255, 255, 255), bold=900)
    sheet.words("人心头一暖", (0.05, 0.66), 0.19, (255, 220, 120), bold=700)
    sheet.words("公益广告　礼让斑马线", (0.05, 0.88), 0.085, (236, 240, 242), bold=400)
    return sheet.image


def flowers(size: Size) -> Image.Image:
    """A flower market: blossoms scattered at the edges."""
    shape = (size[1], size[0])
    ground = gradient(shape, [(0, (0.98, 0.97, 0.93)), (1, (0.93, 0.95, 0.86))])
    random = np.random.default_rng(201)
    ratio = size[1] / size[0]
    for _ in range(90):
        x, y = random.uniform(0, 1), random.beta(0.5, 0.5)
        if 0.10 < y < 0.90 and 0.14 < x < 0.86:
            continue
        size_, hue = (
            random.uniform(0.035, 0.085),
            [(0.86, 0.42, 0.46), (0.95, 0.74, 0.36), (0.93, 0.62, 0.62), (0.72, 0.50, 0.70)][random.integers(0, 4)],
        )
        for petal in range(5):
            a = petal * 1.257 + random.uniform(-0.1, 0.1)
            turn = np.linspace(0, 6.3, 18)
            middle = (x + size_ * ratio * 0.62 * np.cos(a), y + size_ * 0.62 * np.sin(a))
            draw(
                ground,
                [[(middle[0] + size_ * ratio * 0.5 * np.cos(t), middle[1] + size_ * 0.5 * np.sin(t)) for t in turn]],
                hue,
                mottle=0.1,
            )
        draw(
            ground,
            [[(x + size_ * ratio * 0.3 * np.cos(t), y + size_ * 0.3 * np.sin(t)) for t in np.linspace(0, 6.3, 18)]],
            (0.97, 0.86, 0.45),
        )
    sheet = Sheet(size, ground)
    sheet.words("南屏花市", (0.5, 0.50), 0.31, (74, 98, 48), bold=800, anchor="ms", spread=0.16)
    sheet.words("春苗上市　盆花八折　旧盆可换土", (0.5, 0.69), 0.115, (74, 98, 48), bold=400, anchor="ms")
    sheet.words("望潮路南口　6:00—19:00", (0.5, 0.84), 0.095, (110, 84, 60), bold=500, anchor="ms")
    return sheet.image


def umbrellas(size: Size) -> Image.Image:
    """A mender of umbrellas, for the narrow strip at the fold: an open umbrella over words downwards."""
    sheet = Sheet(size, (240, 244, 244))
    deep, red = (24, 74, 84), (176, 52, 38)
    w, h = sheet.width, sheet.height
    sheet.pen.pieslice((w * 0.10, h * 0.05, w * 0.90, h * 0.05 + w * 0.80), 180, 360, fill=deep)
    for rib in range(4):
        left = w * (0.10 + 0.20 * rib)
        sheet.pen.ellipse((left, h * 0.05 + w * 0.34, left + w * 0.20, h * 0.05 + w * 0.46), fill=(240, 244, 244))
    sheet.rule((0.49, 0.20, 0.51, 0.32), deep)
    sheet.down("修伞配钥匙", (0.64, 0.385), 0.085, deep, bold=700, spread=1.12)
    sheet.down("立等可取", (0.27, 0.385), 0.055, red, bold=500, spread=1.16)
    sheet.words("老糖坊巷", (0.5, 0.900), 0.052, deep, bold=600, anchor="ms")
    sheet.words("拐角门洞", (0.5, 0.962), 0.052, deep, bold=400, anchor="ms")
    return sheet.image


DAILY, EVENING = "2026-03-20", "2026-03-21-evening"
ADVERTS: dict[str, tuple[str, Size, Callable[[Size], Image.Image]]] = {
    "ad-tea": (DAILY, (1375, 383), tea),
    "ad-bookfair": (DAILY, (1375, 383), bookfair),
    "ad-school": (DAILY, (895, 383), school),
    "ad-academy": (DAILY, (425, 671), academy),
    "ad-race": (DAILY, (2775, 192), race),
    "ad-clock": (DAILY, (425, 1278), clocks),
    "ad-boat": (DAILY, (895, 735), water_bus),
    "ad-public": (DAILY, (2775, 192), river_notice),
    "ad-ear": (DAILY, (1025, 376), equinox),
    "ad-cinema": (EVENING, (575, 255), cinema),
    "ad-clinic": (EVENING, (575, 478), clinic),
    "ad-books": (EVENING, (575, 286), old_books),
    "ad-walk": (EVENING, (1175, 472), crossing),
    "ad-umbrella": (EVENING, (219, 528), umbrellas),
    "ad-garden": (EVENING, (1175, 286), flowers),
}
