"""PDF: pages drawn by themselves, then one pass over reportlab's document objects, no conversion afterwards.

What draws a page (`drawing` and what it imports) does without reportlab: pages are drawn in processes that do not load
it, while another one does.
"""
