"""Line art: SVG files as shapes in process inks, pages of PDFs as they are."""
