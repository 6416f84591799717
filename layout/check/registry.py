"""Every rule there is, in one table: its kind, its function, the layout fault it answers (F01 …), its thresholds.

Some faults are told where they come about and have no function here: F19 overset (LAY001), F12 a box not filled
(LAY002), F20 loose lines (TXT002, TXT005), F21 a break that had to be bent and F13 a last line of one Han (TXT003),
F18 colour on a black page (LAY043), F32 a character without glyph (TXT001), F33 marks put right (TXT004), standing
data and the running number (STY040 to STY048).
"""

from __future__ import annotations

from layout.check import (
    blank,
    blocks,
    copy,
    fixed,
    heads,
    headtext,
    jumps,
    legs,
    lines,
    names,
    near,
    pictures,
    printed,
    repeats,
)
from layout.check import type as typefaces
from layout.check.rule import EditionRule, PageRule, Rule

PAGE_RULES: tuple[PageRule, ...] = (
    PageRule(
        heads.SIDE_BY_SIDE,
        heads.heads_side_by_side,
        "F01",
        ("heads_apart", "heads_apart_own", "heads_like", "heads_equal", "heads_offset"),
    ),
    PageRule(heads.STACKED, heads.heads_stacked, "F02", ("heads_stacked",)),
    PageRule(blocks.GUTTER_THROUGH, blocks.gutter_through, "F03", ("through_gutter",)),
    PageRule(blocks.LINE_THROUGH, blocks.line_through, "F04", ("through_line",)),
    PageRule(blocks.LEG_ASTRAY, blocks.legs_follow, "F05"),
    PageRule(heads.TEXT_ASTRAY, heads.text_away_from_head, "F06", ("head_to_text",)),
    PageRule(heads.BEFORE_HEAD, heads.text_before_head, "F06"),
    PageRule(heads.UNCOVERED, heads.head_and_width, "F07"),
    PageRule(headtext.FILL, headtext.head_filling, "F08", ("head_fill", "head_tracking")),
    PageRule(headtext.BREAK, headtext.head_breaks, "F09", ("head_lines_even",)),
    PageRule(legs.FEW_LINES, legs.lines_under_heads, "F10", ("lines_under_head", "lines_under_subhead")),
    PageRule(blank.BLANK, blank.blanks, "F11", ("white_between", "blank_lines", "blank_share", "made_up")),
    PageRule(blank.UNFINISHED, blank.unfinished, "F11", ("made_up",)),
    PageRule(legs.SHORT_LEG, legs.legs_level, "F12", ("short_leg", "short_leg_fault")),
    PageRule(legs.LONE, legs.lone_letters, "F13"),
    PageRule(legs.WIDOW, legs.lines_alone, "F14", ("widow",)),
    PageRule(legs.OFF_GRID, legs.on_the_grid, "F15", ("off_grid",)),
    PageRule(blocks.ODD_WIDTH, blocks.widths_on_grid, "F16", ("width_slack",)),
    PageRule(near.COVERED_TEXT, near.pictures_over_text, "F17", ("clearance",)),
    PageRule(fixed.OVERPRINTED, fixed.fixed_overlaps, "F17"),
    PageRule(pictures.COARSE, pictures.fine_enough, "F18", ("picture_ppi", "picture_ppi_fault")),
    PageRule(lines.OVERFULL, lines.overfull_lines, "F20"),
    PageRule(lines.WRONG_EDGE, lines.edges_of_lines, "F21"),
    PageRule(lines.LADDER, lines.ladders, "F22", ("hyphens_running", "river_lines", "loose_running")),
    PageRule(lines.MARK_LADDER, lines.mark_ladders, "F23", ("marks_running",)),
    PageRule(headtext.SIZES, headtext.sizes_in_order, "F24"),
    PageRule(typefaces.TOO_SMALL, typefaces.large_enough, "F25", ("smallest_body", "smallest_type")),
    PageRule(pictures.WORDLESS, pictures.captions, "F28", ("caption_distance",)),
    PageRule(near.NEAR_RULE, near.text_near_rules, "F29", ("rule_clearance", "rule_distance")),
    PageRule(near.OUTSIDE_AREA, near.inside_type_area, "F30"),
    PageRule(near.ADVERT, near.adverts_apart, "F31", ("advert_distance",)),
    PageRule(typefaces.WRONG_FACE, typefaces.right_faces, "F32"),
)
EDITION_RULES: tuple[EditionRule, ...] = (
    EditionRule(jumps.JUMP, jumps.jumps_match, "F26", scope="pages"),
    EditionRule(fixed.FIXED, fixed.fixed_matter, "F27", scope="pages"),
    EditionRule(repeats.REPEATED, repeats.passages_twice, "", ("repeated", "repeated_fault"), scope="texts"),
    EditionRule(copy.PLACEHOLDER, copy.placeholders, scope="texts"),
    EditionRule(repeats.PICTURE_TWICE, repeats.pictures_twice, scope="pictures"),
    EditionRule(repeats.LEFT_OUT, repeats.stories_left_out, scope="texts"),
    EditionRule(printed.NOT_PRINTED, printed.words_printed, scope="pages"),
    EditionRule(repeats.CAPTION_ALONE, repeats.captions_alone, scope="texts"),
    EditionRule(copy.UNBALANCED, copy.paired_marks, scope="texts"),
    EditionRule(names.TWO_SPELLINGS, names.names_agree, scope="texts"),
    EditionRule(names.FORBIDDEN, names.forbidden_words, scope="texts"),
    EditionRule(copy.WRONG_DAY, copy.days_agree, scope="texts"),
    EditionRule(names.PREFERRED, names.preferred_forms, scope="texts"),
    EditionRule(names.MISNAMED, names.names_and_offices, scope="texts"),
    EditionRule(copy.WRONG_MARK, copy.wrong_marks, "F33", scope="texts"),
)


def rules() -> dict[str, Rule]:
    """Every rule by its code."""
    every: list[Rule] = [*PAGE_RULES, *EDITION_RULES]
    return {rule.kind.code: rule for rule in every}
