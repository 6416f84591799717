"""Where everything may stand: the page's grid, headline blocks, pictures, and the slots left for text."""
