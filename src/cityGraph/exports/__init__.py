"""Write claims as files for other programs."""
