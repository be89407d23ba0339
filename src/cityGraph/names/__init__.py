"""From a name in any script to a thing, and from a thing to its names and labels."""
