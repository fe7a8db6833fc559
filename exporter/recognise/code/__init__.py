"""Reading code as it stands: what is a command line, a key, a flag, a synopsis; what each line of a block is."""
