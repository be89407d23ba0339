"""Citations and dossiers: claims as text to hand on."""
