"""Read job pages: HTML in, a Posting out. A pure library that knows no server and no network."""

from scrapers.posting import Apply, Contact, Evidence, Frame, Other, Pay, Posting, Wishes

__all__ = ["Apply", "Contact", "Evidence", "Frame", "Other", "Pay", "Posting", "Wishes"]
