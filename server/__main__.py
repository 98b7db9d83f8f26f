"""``python -m server`` is the command ``ringback``."""

from server.cli import main

main(prog_name="ringback")
