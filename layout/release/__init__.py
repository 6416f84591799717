"""What re-reads finished files: the certificate that no character was lost, and its proof."""
