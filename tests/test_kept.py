"""Answers kept while one page is read: each question is worked out once a page, and nothing outlives the page."""

from __future__ import annotations

from scrapers import scrape
from scrapers.jobwords import looks_like_job
from scrapers.kept import forget, kept


def test_a_question_is_worked_out_once_until_the_next_page() -> None:
    asked: list[str] = []

    @kept
    def answer(question: str) -> str:
        asked.append(question)
        return question.upper()

    assert [answer("a"), answer("b"), answer("a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]
    forget()
    assert answer("a") == "A"
    assert asked == ["a", "b", "a"]


def test_nothing_of_a_page_outlives_it() -> None:
    many = "".join(f"<h2>Cook number {number}</h2>" for number in range(50))
    scrape(f"<title>Cooks</title><main>{many}</main>")
    scrape("<title>Clerk</title><main><h1>Clerk</h1><p>Northlake Clinic is hiring a clerk.</p></main>")
    held = looks_like_job.cache_info().currsize  # type: ignore[attr-defined]
    assert 0 < held < 50
