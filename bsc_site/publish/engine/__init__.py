"""Engine: MkDocs, its settings, its hook and what it says. The only package that names mkdocs."""
