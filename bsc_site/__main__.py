"""`python -m bsc_site` is the same as `bsc-site`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # an older one would stumble over what is imported next
    sys.exit("bsc-site needs Python 3.11 or newer; this is {}.{}".format(*sys.version_info))

from bsc_site.cli import main

main()
