"""kramdown text to `Document`: the only place that knows markdown-it-py."""
