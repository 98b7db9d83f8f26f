"""Words worth saying: a script for each follow-up, fitted to what is known and to who is called or written to."""

from server.followups.scripts.checking import Problem, check_template, variables
from server.followups.scripts.keywords import KeywordCheck, Term, keywords
from server.followups.scripts.match import Match, match
from server.followups.scripts.onething import keyword_check, matches
from server.followups.scripts.script import Missing, Reader, Script, Section
from server.followups.scripts.strengths import strengths_from
from server.followups.scripts.templates import Template, template, templates
from server.followups.scripts.writing import preview, write, write_offered

__all__ = [
    "KeywordCheck",
    "Match",
    "Missing",
    "Problem",
    "Reader",
    "Script",
    "Section",
    "Template",
    "Term",
    "check_template",
    "keyword_check",
    "keywords",
    "match",
    "matches",
    "preview",
    "strengths_from",
    "template",
    "templates",
    "variables",
    "write",
    "write_offered",
]
