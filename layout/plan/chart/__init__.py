"""Charts: numbers as rules, boxes and words, in the style's types and inks."""

from layout.plan.chart.draw import draw_chart

__all__ = ["draw_chart"]
