"""From text to the site on disk: Markdown tree, engine, published data, the swap into place."""
