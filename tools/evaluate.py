#!/usr/bin/env python3
"""Score the readers on the labelled real pages, and fail below the committed floors.

    python tools/evaluate.py [--require] [--raise] [--misses]

The pages lie where RINGBACK_EVAL says, else in ../shared/eval beside the checkout; they belong to third parties and are
no part of the project. Their own run.py reads each page with scrapers.scrape and scores what comes out. Without the
pages this says what would have been measured and ends well, unless --require is given, as in CI.

Exit status: 0 all floors hold (or no pages), 1 a floor is broken, a page raised, or the pages had to be there.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "eval_floors.json"
FALSE_BANS = "calls forbidden, false"
INVENTED = "invented, all fields"
SURE = "wrong though sure"

Report = dict[str, dict[str, str]]
Floors = dict[str, dict[str, float]]


def pages_folder() -> Path:
    """Where the labelled pages are looked for."""
    return Path(os.environ.get("RINGBACK_EVAL") or ROOT.parent / "shared" / "eval")


def run(folder: Path, *, misses: bool = False) -> tuple[Report, str, bool]:
    """Read all labelled pages; return the report by measure, what run.py said beside it, and whether no page raised."""
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        command = [sys.executable, str(folder / "run.py"), "--json", "--out", str(predictions)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        try:
            report, end = json.JSONDecoder().raw_decode(done.stdout)
        except json.JSONDecodeError:
            sys.exit(f"evaluate: {folder / 'run.py'} printed no report:\n{done.stdout}\n{done.stderr}")
        said = done.stdout[end:] + done.stderr
        if misses:
            scorer = [
                sys.executable,
                str(folder / "score.py"),
                str(folder / "gold.jsonl"),
                str(predictions),
                "--misses",
            ]
            said += subprocess.run(scorer, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return report, said, done.returncode == 0


def reached(report: Report) -> Floors:
    """The two kinds of figures that are held: scores that may only rise, counts that may only fall."""
    at_least = {name: float(row["score"]) for name, row in report.items() if row["score"]}
    invented = {name: int(row["counts"].split()[0]) for name, row in report.items() if name.endswith(" invented")}
    sure = invented.pop(f"{SURE} invented", 0)
    extra = int(report["calls forbidden"]["counts"].split(", ")[1].split()[0])
    return {"at_least": at_least, "at_most": {FALSE_BANS: extra, INVENTED: sum(invented.values()), SURE: sure}}


def broken(figures: Floors, floors: Floors) -> list[str]:
    """A sentence for each figure beyond its floor, or no longer measured."""
    found = []
    for name, floor in floors["at_least"].items():
        if figures["at_least"].get(name, -1) < floor:
            found.append(f"{name}: {figures['at_least'].get(name, 'not measured')} is below {floor}")
    for name, bound in floors["at_most"].items():
        if figures["at_most"].get(name, bound + 1) > bound:
            found.append(f"{name}: {figures['at_most'].get(name, 'not measured')} is more than {bound:g}")
    return found


def risen(figures: Floors, floors: Floors) -> Floors:
    """The floors lifted to what was reached; none is lowered."""
    least, most = figures["at_least"], figures["at_most"]
    return {
        "at_least": {name: max(value, floors["at_least"].get(name, 0.0)) for name, value in sorted(least.items())},
        "at_most": {name: min(value, floors["at_most"].get(name, value)) for name, value in sorted(most.items())},
    }


def table(figures: Floors, floors: Floors, report: Report) -> str:
    """One line a figure: what was reached, its floor, and the counts behind it."""
    lines = [f"{'measure':40} {'reached':>8} {'floor':>8}  counts"]
    for name, value in figures["at_least"].items():
        lines.append(f"{name:40} {value:>8.3f} {floors['at_least'].get(name, 0):>8.3f}  {report[name]['counts']}")
    lines += [
        f"{name:40} {value:>8g} {floors['at_most'].get(name, 0):>8g}  at most"
        for name, value in figures["at_most"].items()
    ]
    return "\n".join(lines)


def without_pages(folder: Path, floors: Floors, *, required: bool) -> int:
    """Say what was not measured."""
    print(f"evaluate: there are no labelled pages in {folder} (RINGBACK_EVAL names another folder).")
    print("Not measured: " + ", ".join([*floors["at_least"], *floors["at_most"]]) + ".")
    return 1 if required else 0


def main(arguments: list[str] | None = None) -> int:
    """Run the evaluation; see the module's docstring."""
    parser = argparse.ArgumentParser(description="Score the readers on the labelled real pages.")
    parser.add_argument("--require", action="store_true", help="fail where the pages are missing")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("--misses", action="store_true", help="list each disagreement")
    options = parser.parse_args(arguments)
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    folder = pages_folder()
    if not (folder / "gold.jsonl").is_file():
        return without_pages(folder, floors, required=options.require)
    report, said, whole = run(folder, misses=options.misses)
    figures: Any = reached(report)
    if options.lift:
        floors = risen(figures, floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    print(table(figures, floors, report))
    if said.strip():
        print(said.strip())
    failures = broken(figures, floors) + ([] if whole else ["a page raised, or the run failed: see above"])
    for sentence in failures:
        print(f"evaluate: {sentence}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
