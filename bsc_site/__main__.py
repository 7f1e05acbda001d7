"""`python -m bsc_site` is the same as `bsc-site`."""

import signal
import sys


def begin() -> None:
    """Run the program. Ctrl-C ends it without a word already while it is being loaded."""
    if sys.version_info < (3, 11):  # noqa: UP036  # an older one would stumble over what is imported next
        sys.exit("bsc-site needs Python 3.11 or newer; this is {}.{}".format(*sys.version_info))
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bsc_site.cli import main  # noqa: PLC0415  # see above

    main()


if __name__ == "__main__":
    begin()
