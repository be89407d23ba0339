"""The values that answers are made of. Nothing here knows an engine or prints."""
