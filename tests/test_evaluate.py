"""The evaluation's own promises: floors no lower than the goal, broken ones named, missing pages said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = json.loads((ROOT / "tests" / "eval_floors.json").read_text(encoding="utf-8"))
GOAL = {
    "contact emails": 0.95,
    "contact phones": 0.95,
    "contact names": 0.90,
    "name joined to its address": 0.95,
    "calls forbidden": 0.95,
    "calls welcome": 0.85,
    "kind": 0.97,
    "title": 0.97,
    "employer": 0.95,
    "location": 0.93,
    "posted_on": 0.95,
    "closes_on": 0.95,
    "pay": 0.93,
    "reference": 0.85,
}
RUN = """
import json, sys
print(json.dumps({
 "title": {"precision": "", "recall": "", "score": "TITLE", "counts": "1 of 2 right"},
 "calls forbidden": {"precision": "1", "recall": "1", "score": "1", "counts": "3 hit, EXTRA extra, 0 missed"},
 "pay invented": {"precision": "", "recall": "", "score": "", "counts": "0 invented"},
 "wrong though sure invented": {"precision": "", "recall": "", "score": "", "counts": "0 invented"},
}))
"""


def evaluate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "evaluate.py"), *arguments]
    environment = {**os.environ, "RINGBACK_EVAL": str(folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def pages(folder: Path, *, title: str, extra: int, last: str = "") -> Path:
    (folder / "gold.jsonl").write_text("", encoding="utf-8")
    script = RUN.replace("TITLE", title).replace("EXTRA", str(extra)) + last
    (folder / "run.py").write_text(script, encoding="utf-8")
    return folder


def test_floors_are_no_lower_than_the_goal():
    assert {name: floor for name, floor in GOAL.items() if FLOORS["at_least"][name] < floor} == {}
    assert FLOORS["at_most"] == {"calls forbidden, false": 0, "invented, all fields": 0, "wrong though sure": 0}


def test_missing_pages_are_said_with_what_would_have_been_measured(tmp_path: Path):
    done = evaluate(tmp_path)
    assert done.returncode == 0
    assert str(tmp_path) in done.stdout
    assert all(name in done.stdout for name in GOAL)


def test_ci_does_not_go_on_without_the_pages(tmp_path: Path):
    assert evaluate(tmp_path, "--require").returncode == 1


def test_a_score_below_its_floor_and_a_false_ban_fail_by_name(tmp_path: Path):
    done = evaluate(pages(tmp_path, title="0.500", extra=1))
    assert done.returncode == 1
    assert f"title: 0.5 is below {FLOORS['at_least']['title']}" in done.stdout
    assert "calls forbidden, false: 1 is more than 0" in done.stdout
    assert "employer: not measured is below" in done.stdout


def test_a_page_that_raises_fails_the_run(tmp_path: Path):
    done = evaluate(pages(tmp_path, title="1.000", extra=0, last="sys.exit('plain.html: ValueError: no')"))
    assert done.returncode == 1
    assert "plain.html: ValueError" in done.stdout
