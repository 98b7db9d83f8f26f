"""iCIMS: careers-….icims.com, often in a frame of the employer's own page."""

from __future__ import annotations

import re
from dataclasses import replace

from scrapers.generic import Scraper
from scrapers.selecting import where
from scrapers.values import Found, text_of

_CODED = re.compile(r"\b[A-Z]{2}-(?P<region>[A-Z]{2,3})-(?P<town>[^|;,]{2,60})")


class Icims(Scraper):
    """iCIMS: careers-….icims.com, often in a frame of the employer's own page."""

    HOSTS = ("icims.com",)
    MARKS = (
        ".iCIMS_MainWrapper",
        ".iCIMS_JobContent",
        ".iCIMS_Header",
        ".iCIMS_JobHeaderField",
        ".iCIMS_JobHeaderData",
        ".iCIMS_InfoMsg_Job",
        ".iCIMS_Anchor",
    )
    WHERE = where(
        title=(".iCIMS_Header h1", ".iCIMS_JobTitle"),
        location=(".iCIMS_JobLocation",),
        description=(".iCIMS_JobContent",),
    )

    def location(self) -> Found[str] | None:
        """Written in codes: "US-WA-Seattle" is Seattle, WA."""
        hit = self._beside_label() or super().location()
        return replace(hit, value=_CODED.sub(r"\g<town>, \g<region>", hit.value)) if hit else None

    def _beside_label(self) -> Found[str] | None:
        """What follows the label that only screen readers show, which runs into its value on the page."""
        for label in self.page.by_class("field-label"):
            if re.match(r"(?:Job )?Locations?\b", text_of(label)) and (value := label.find_next(("span", "dd"))):
                return self.at(text_of(value), value)
        return None
