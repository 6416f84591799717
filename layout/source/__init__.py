"""Text with positions: files read, YAML composed, forms filled, so that every complaint can name file:line:column."""
