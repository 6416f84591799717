"""Independent checks of composed pages (CLREQ, GB/T 15834): written without the stages they check."""
