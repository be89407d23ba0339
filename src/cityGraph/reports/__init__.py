"""Claims as prose to hand on: citations and dossiers."""
