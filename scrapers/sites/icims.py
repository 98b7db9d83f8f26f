"""iCIMS: careers-….icims.com, often in a frame of the employer's own page."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Icims(Scraper):
    """iCIMS: careers-….icims.com, often in a frame of the employer's own page."""

    HOSTS = ("icims.com",)
    MARKS = (".iCIMS_MainWrapper", ".iCIMS_JobContent", ".iCIMS_Header", "[class^=iCIMS_]")
    WHERE = where(
        title=(".iCIMS_Header h1", ".iCIMS_JobTitle"),
        location=(".iCIMS_JobLocation",),
        description=(".iCIMS_JobContent",),
    )
