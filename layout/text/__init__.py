"""Chinese line composition: paragraphs and slots in, lines out (CLREQ, GB/T 15834, GB/T 15835)."""
