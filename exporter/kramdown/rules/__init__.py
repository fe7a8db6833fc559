"""One kramdown construct a file, named as kramdown names it."""
