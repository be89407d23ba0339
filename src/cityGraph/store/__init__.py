"""Opens a graph from files or an endpoint, and runs the package's stored queries on any engine."""
