"""LinkedIn: the public page of a job, and the pane of a search by a signed-in person."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Linkedin(Scraper):
    """LinkedIn: the public page of a job, and the pane of a search by a signed-in person."""

    HOSTS = ("linkedin.com",)
    MARKS = (
        ".topcard__title",
        ".top-card-layout__title",
        ".job-details-jobs-unified-top-card__job-title",
        ".jobs-unified-top-card__job-title",
    )
    PANE = (".jobs-search__job-details--container", ".jobs-search__job-details", ".scaffold-layout__detail")
    WHERE = where(
        title=(
            ".topcard__title",
            ".top-card-layout__title",
            ".job-details-jobs-unified-top-card__job-title",
            ".jobs-unified-top-card__job-title",
        ),
        employer=(
            ".topcard__org-name-link",
            ".job-details-jobs-unified-top-card__company-name",
            ".jobs-unified-top-card__company-name",
            ".topcard__flavor",
        ),
        location=(
            ".topcard__flavor--bullet",
            ".job-details-jobs-unified-top-card__primary-description-container .tvm__text",
            ".job-details-jobs-unified-top-card__tertiary-description-container .tvm__text",
            ".jobs-unified-top-card__bullet",
            ".job-details-jobs-unified-top-card__bullet",
        ),
        posted_on=(
            ".posted-time-ago__text",
            ".job-details-jobs-unified-top-card__primary-description-container .tvm__text",
            ".job-details-jobs-unified-top-card__tertiary-description-container .tvm__text",
            ".jobs-unified-top-card__posted-date",
        ),
        description=(".show-more-less-html__markup", ".description__text", ".jobs-description__content"),
    )
