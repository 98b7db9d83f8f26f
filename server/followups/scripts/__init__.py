"""Words worth saying: a script for each follow-up, fitted to what is known and to who is called or written to."""

from server.followups.scripts.match import Match
from server.followups.scripts.script import Missing, Script, Section
from server.followups.scripts.writing import write, write_offered

__all__ = ["Match", "Missing", "Script", "Section", "write", "write_offered"]
