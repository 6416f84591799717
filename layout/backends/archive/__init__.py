"""What an archive keeps beside the pages: ALTO, METS, PREMIS, IIIF, ninjs and Markdown, all from the drawn pages.

Nothing is read back or recognised: every character stands where it was drawn.
"""
