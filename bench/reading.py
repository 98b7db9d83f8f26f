"""How long reading a page takes, beside what others take for less: ratios within one run. ``python -m bench reading``.

All contenders take the same strings, in turn, page by page; the collector is off while one runs and its rubbish is
collected before the next. What is counted is processor time, the least of ``ROUNDS`` rounds a page; of the pages, the
geometric mean. The pages are the labelled real ones where they are at hand (RINGBACK_EVAL, or ../shared/eval beside the
checkout), else invented ones of the same sizes. BENCH_PAGES sets how many pages the measure of memory reads.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import exp, log
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import Any

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from bench.server import page as invented_page
from bench.server import resident
from scrapers import scrape
from scrapers.contacts import phones
from scrapers.decode import decode
from scrapers.page import Page
from server.reader import Reader
from server.store.captures import KeptPage
from tools.evaluate import pages_folder

ROUNDS = 5
BIG = 20_000
MEMORY_PAGES = 10_000
WHEN = datetime(2026, 11, 2, 9, tzinfo=UTC)
Work = Callable[[str, str | None], Any]


@dataclass(frozen=True)
class Sample:
    """A page to read: its name, its text, and where it was captured."""

    name: str
    html: str
    url: str | None


@dataclass
class Table:
    """The rows printed at the end, and whether any bound was missed."""

    rows: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def add(self, what: str, measured: float, bound: float, *, at_least: bool = False, unit: str = "×") -> None:
        """A measured figure and its bound."""
        held = measured >= bound if at_least else measured <= bound
        sign = "≥" if at_least else "≤"
        self.rows.append((what, f"{measured:.2f} {unit}", f"{sign} {bound:g} {unit}", held))

    def print(self) -> bool:
        """Print the rows; whether a bound was missed."""
        width = max(len(row[0]) for row in self.rows)
        print(f"\n  {'':{width}}  {'measured':>12}  {'bound':>9}")
        for what, measured, bound, held in self.rows:
            print(f"  {what:{width}}  {measured:>12}  {bound:>9}  {'ok' if held else 'MISSED'}")
        return not all(row[3] for row in self.rows)


def samples() -> list[Sample]:
    """The labelled pages, or invented ones where those are not at hand; says which."""
    folder = pages_folder()
    try:
        lines = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    except FileNotFoundError:
        print(f"The labelled pages are not at {folder}: reading invented ones of 5 KB to 500 KB instead.")
        sizes = [int(5_000 * 1.17**step) for step in range(30)]
        return [Sample(f"invented {size}", invented_page(n, size), None) for n, size in enumerate(sizes)]
    labels = [json.loads(line) for line in lines]
    pages = [Sample(one["file"], decode((folder / "pages" / one["file"]).read_bytes()), one["url"]) for one in labels]
    print(f"{len(pages)} labelled pages from {folder}")
    return pages


def timed(work: Work, page: Sample) -> float | None:
    """Seconds of processor time that a contender takes for a page, None where it fails."""
    begun = process_time()
    try:
        work(page.html, page.url)
    except Exception:
        return None
    finally:
        taken = process_time() - begun
        gc.collect()
    return taken


def race(contenders: dict[str, Work], pages: Iterable[Sample]) -> dict[str, list[float | None]]:
    """The least time of each contender on each page, measured in turn, in an order drawn anew for each page."""
    chance = random.Random(1)
    best: dict[str, list[float | None]] = {name: [] for name in contenders}
    for page in pages:
        taken: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(ROUNDS):
            for name in chance.sample(sorted(contenders), len(contenders)):
                if (seconds := timed(contenders[name], page)) is not None:
                    taken[name].append(seconds)
        for name, times in taken.items():
            best[name].append(min(times, default=None))
    return best


def mean_ratio(ours: list[float | None], theirs: list[float | None]) -> float:
    """The geometric mean of ours / theirs over the pages that both could read."""
    return geometric_mean(one / other for one, other in zip(ours, theirs, strict=True) if one and other)


def geometric_mean(figures: Iterable[float]) -> float:
    """The geometric mean; what is nothing, or less by the noise of the clock, counts as a hundredth."""
    return exp(fmean(log(max(figure, 0.01)) for figure in figures))


NEAR: dict[str, Work] = {
    "ringback": lambda html, url: scrape(html, url),
    "BeautifulSoup": lambda html, url: BeautifulSoup(html, "lxml"),
}


def peers() -> dict[str, Work]:
    """The libraries that find no contacts; what they import weighs on nothing that was measured before."""
    import extruct
    import trafilatura

    return {
        "extruct": lambda html, url: extruct.extract(html, base_url=url, uniform=False),
        "trafilatura": lambda html, url: trafilatura.extract(html, url=url),
    }


def warm_up(contenders: dict[str, Work], pages: list[Sample]) -> None:
    """Have each build what it needs for any of the pages, and leave all of that out of later collections."""
    for page in pages:
        for work in contenders.values():
            timed(work, page)
    gc.collect()
    gc.freeze()


def measure_small_pages(table: Table, pages: list[Sample]) -> None:
    """Reading the pages under 20 KB, beside the bare parse."""
    small = [page for page in pages if len(page.html.encode()) < BIG]
    if not small:
        return
    warm_up(NEAR, small)
    times = race(NEAR, small)
    more = [1000 * (one - bare) for one, bare in zip(times["ringback"], times["BeautifulSoup"], strict=True)]
    print(f"{len(small)} smaller pages, ms more than the bare parse: mean {fmean(more):.2f}, most {max(more):.2f}")
    table.add("smaller pages: read, more than the bare parse", geometric_mean(more), 2, unit="ms")


def measure_large_pages(table: Table, pages: list[Sample]) -> None:
    """Reading the pages of 20 KB and more, beside the bare parse and the peers."""
    big = [page for page in pages if len(page.html.encode()) >= BIG]
    everyone = NEAR | peers()
    warm_up(everyone, big)
    times = race(everyone, big)
    ours = times["ringback"]
    sums = {name: 1000 * sum(one or 0 for one in column) for name, column in times.items()}
    print(f"{len(big)} pages of {BIG // 1000} KB and more, ms in all: " + describe(sums))
    for name in ("extruct", "trafilatura"):
        if failed := times[name].count(None):
            print(f"  {name} failed on {failed} of them, which are left out of its comparison")
    pairs = sorted(zip(ours, times["BeautifulSoup"], big, strict=True), key=lambda row: row[0] / row[1], reverse=True)
    worst = [f"{page.name} {one / bare:.2f} ({1000 * one:.0f} ms)" for one, bare, page in pairs[:5]]
    print("  the slowest beside the bare parse: " + ", ".join(worst))
    table.add("read, to a bare BeautifulSoup parse", mean_ratio(ours, times["BeautifulSoup"]), 1.5)
    table.add("extruct alone, to a page read", 1 / mean_ratio(ours, times["extruct"]), 2, at_least=True)
    table.add("read, to trafilatura alone", mean_ratio(ours, times["trafilatura"]), 1)


def measure_phones(table: Table, pages: list[Sample]) -> None:
    """The numbers of all pages: with windows round the digits, and with the matcher over the whole text."""
    texts = [(page, *_text_and_region(page)) for page in pages]
    fast, slow = [], []
    for _ in range(ROUNDS):
        spent = [0.0, 0.0]
        for _page, text, region in texts:
            begun = process_time()
            phones.find(text, (region,))
            between = process_time()
            phones.find_with_full_matcher(text, region)
            spent = [spent[0] + between - begun, spent[1] + process_time() - between]
        fast.append(spent[0])
        slow.append(spent[1])
        gc.collect()
    different = 0
    for page, text, region in texts:
        found = {one.number for one in phones.find(text, (region,)) if one.certain and not one.vanity}
        expected = phones.find_with_full_matcher(text, region)
        if found != expected:
            different += 1
            print(f"  {page.name}: only windows {found - expected or '{}'}, only whole {expected - found or '{}'}")
    print(
        f"telephone numbers of {len(texts)} pages: windows {1000 * min(fast):.0f} ms, whole {1000 * min(slow):.0f} ms"
    )
    table.add("telephone numbers, to the matcher over the whole text", min(fast) / min(slow), 0.2)
    table.add("pages on which the two find different numbers", different, 0, unit="")


def _text_and_region(page: Sample) -> tuple[str, str]:
    return Page(page.html, page.url).text, scrape(page.html, page.url).country or "US"


def measure_memory(table: Table, pages: list[Sample]) -> None:
    """What the reader process holds after many pages, beside what it held after the first round of them."""
    if not Path("/proc/self/status").exists():
        print("memory is measured through /proc, which this system has not")
        return
    count = int(os.environ.get("BENCH_PAGES", MEMORY_PAGES))
    reader = Reader(seconds=60.0)
    try:
        held = []
        for number in range(count):
            page = pages[number % len(pages)]
            reader.read(KeptPage(html=page.html, url=page.url, captured_at=WHEN))
            if (number + 1) % max(len(pages), count // 10) == 0:
                held.append(resident(reader.pid or 0))
    finally:
        reader.close()
    if len(held) < 2:
        print(f"memory: {count} pages are too few to compare with the first round of {len(pages)}")
        return
    print(f"the reader after {count:,} pages, MB at every tenth: " + ", ".join(f"{size:.0f}" for size in held))
    table.add(f"memory after {count:,} pages, to after a tenth", held[-1] / held[0], 1.1)


def describe(sums: dict[str, float]) -> str:
    """Names and figures in one line."""
    return ", ".join(f"{name} {value:.0f}" for name, value in sums.items())


def main() -> bool:
    """Measure and print; whether a bound was missed."""
    warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
    table, pages = Table(), samples()
    gc.disable()
    try:
        measure_small_pages(table, pages)
        measure_large_pages(table, pages)
        measure_phones(table, pages)
        measure_memory(table, pages)
    finally:
        gc.enable()
    return table.print()


if __name__ == "__main__":
    sys.exit(main())
