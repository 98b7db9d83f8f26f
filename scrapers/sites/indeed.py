"""Indeed: the page of a job, and the pane of a search."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Indeed(Scraper):
    """Indeed: the page of a job, and the pane of a search."""

    HOSTS = ("indeed.com", "indeed.co.uk", "indeed.de", "indeed.fr", "indeed.jobs")
    MARKS = (".jobsearch-JobInfoHeader-title", ".jobsearch-JobComponent", "#jobDescriptionText")
    PANE = ("#jobsearch-ViewjobPaneWrapper", ".jobsearch-RightPane")
    WHERE = where(
        title=(".jobsearch-JobInfoHeader-title", ".jobtitle"),
        employer=(
            "[data-testid=inlineHeader-companyName]",
            "[data-company-name]",
            ".jobsearch-InlineCompanyRating-companyHeader",
            ".jobsearch-InlineCompanyRating div",
            ".company",
        ),
        location=(
            "[data-testid=inlineHeader-companyLocation]",
            "[data-testid=jobsearch-JobInfoHeader-companyLocation]",
            "[data-testid=job-location]",
            ".jobsearch-JobInfoHeader-subtitle-location",
            ".location",
        ),
        pay=(
            "#salaryInfoAndJobType",
            "[data-testid=jobsearch-OtherJobDetailsContainer]",
            ".jobsearch-JobMetadataHeader-item",
        ),
        employment_type=("#salaryInfoAndJobType", ".jobsearch-JobMetadataHeader-item"),
        description=("#jobDescriptionText", ".jobsearch-JobComponent-description"),
    )
