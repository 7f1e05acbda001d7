"""Pages: views placed into templates, the only package that names jinja2."""
