"""SAP SuccessFactors: career sites it hosts (jobs.….com) and career….successfactors.eu."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Successfactors(Scraper):
    """SAP SuccessFactors: career sites it hosts (jobs.….com) and career….successfactors.eu."""

    HOSTS = ("successfactors.com", "successfactors.eu", "jobs2web.com", "sapsf.com", "sapsf.eu")
    MARKS = ("[data-careersite-propertyid=title]", ".jobGeoLocation", ".jobdescription")
    WHERE = where(
        title=("[data-careersite-propertyid=title]", "#job-title"),
        location=("[data-careersite-propertyid=location]", ".jobGeoLocation", "[data-careersite-propertyid=city]"),
        posted_on=("[data-careersite-propertyid=date]",),
        employer=("[data-careersite-propertyid=facility]",),
        reference=("[data-careersite-propertyid=customfield1]", "[data-careersite-propertyid=jobreqid]"),
        description=(".jobdescription", "[data-careersite-propertyid=description]"),
    )
