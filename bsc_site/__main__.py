"""`python -m bsc_site` is the same as `bsc-site`."""

from bsc_site.cli import main

main()
