"""All modules that hold pages; importing them puts their views on the blueprint."""

from __future__ import annotations

from server.dashboard import add, application, applications, contacts, correcting, export, outcomes, settings, today

MODULES = (add, application, applications, contacts, correcting, export, outcomes, settings, today)
