"""The command: options, output, completion, one module of commands a room."""
