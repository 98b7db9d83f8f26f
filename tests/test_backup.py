"""Copies of the data and the way back from one: whole, private, and never at the cost of what is there."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server import intake
from server.services import notes
from server.store import applications, backup, captures, connection, restoring, rows, search
from server.store.errors import DamagedError
from server.store.migrations import migrations

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
POSTING: dict[str, Any] = {"kind": "posting", "title": "Cook", "employer": "Pier Café", "contacts": []}


def track(db: connection.Store, posting: dict[str, Any] = POSTING) -> int:
    capture = intake.Capture(url="https://a.example/1", html="<p>")
    return intake.receive(db, capture, lambda page: posting, now=NOW).application or 0


def test_a_backup_brings_everything_back(tmp_path: Path):
    path, copy = tmp_path / "ringback.db", tmp_path / "copy.db"
    with connection.prepare(path) as db:
        one = track(db)
        notes.add(db, one, "kept", now=NOW)
        backup.copy(db, copy)
        notes.add(db, one, "later", now=NOW)
    former = backup.restore(copy, path)
    with connection.prepare(path) as db:
        assert [found["text"] for found in rows.many(db, "SELECT text FROM notes")] == ["kept"]
        assert search.ids(db, "kept") == [one]
    assert former is not None
    second = backup.restore(copy, path)
    assert second not in (former, None)
    with connection.prepare(former) as db:
        assert len(rows.many(db, "SELECT text FROM notes")) == 2


def test_a_damaged_database_can_be_replaced_by_a_backup_and_is_set_aside(tmp_path: Path):
    path, copy = tmp_path / "ringback.db", tmp_path / "copy.db"
    with connection.prepare(path) as db:
        track(db)
        backup.copy(db, copy)
    path.write_bytes(b"torn" * 5_000)
    former = backup.restore(copy, path)
    assert former is not None
    assert former.read_bytes() == b"torn" * 5_000
    with connection.prepare(path) as db:
        assert len(applications.ids(db)) == 1


def test_a_restore_that_fails_leaves_neither_copy_nor_gap(tmp_path: Path):
    path, newer = tmp_path / "ringback.db", tmp_path / "newer.db"
    with connection.prepare(path) as db:
        track(db)
        backup.copy(db, newer)
    with connection.connect(newer) as db:
        migrations._record_applied(db, "from_the_future")
    with pytest.raises(DamagedError, match="newer version"):
        backup.restore(newer, path)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["newer.db", "ringback.db"]
    with connection.prepare(path) as db:
        assert len(applications.ids(db)) == 1


def test_a_restore_brings_what_lies_in_the_log_of_a_copy_made_by_hand(tmp_path: Path):
    path, by_hand = tmp_path / "ringback.db", tmp_path / "copied" / "ringback.db"
    by_hand.parent.mkdir()
    with connection.prepare(path) as db:
        one = track(db)
        for suffix in ("", "-wal"):
            by_hand.with_name(path.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    assert by_hand.with_name("ringback.db-wal").stat().st_size > 0
    backup.restore(by_hand, path)
    with connection.prepare(path) as db:
        assert applications.ids(db) == [one]


def test_a_copy_is_closed_to_others_while_it_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path, copy = tmp_path / "ringback.db", tmp_path / "copy.db"
    with connection.prepare(path) as db:
        track(db)
        backup.copy(db, copy)
    copy.chmod(0o644)
    modes: list[int] = []
    real = connection.prepare

    def watched(fresh: Path) -> connection.Store:
        modes.append(stat.S_IMODE(fresh.stat().st_mode))
        return real(fresh)

    monkeypatch.setattr(connection, "prepare", watched)
    backup.restore(copy, path)
    assert modes == [0o600]


def test_restoring_from_something_else_changes_nothing(tmp_path: Path):
    path, other = tmp_path / "ringback.db", tmp_path / "other.db"
    with connection.prepare(path) as db:
        track(db)
    other.write_text("no database")
    with pytest.raises(DamagedError):
        backup.restore(other, path)
    with connection.prepare(path) as db:
        assert len(applications.ids(db)) == 1


def test_seven_daily_copies_are_kept(tmp_path: Path):
    with connection.prepare(tmp_path / "ringback.db") as db:
        made = [backup.daily(db, tmp_path / "backups", date(2026, 11, 1) + timedelta(days=day)) for day in range(10)]
        assert backup.daily(db, tmp_path / "backups", date(2026, 11, 10)) is None
        assert backup.listed(tmp_path / "backups") == list(reversed([path for path in made if path][-7:]))


def test_a_damaged_database_does_not_push_out_the_copies_that_are_sound(tmp_path: Path):
    path, copies = tmp_path / "ringback.db", tmp_path / "backups"
    with connection.prepare(path) as db:
        one = track(db, {**POSTING, "description": "x" * 50_000})
        notes.add(db, one, "y" * 20_000, now=NOW)
        kept = backup.daily(db, copies, date(2026, 11, 1))
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 12] = bytes(4096 * 8)
    path.write_bytes(content)
    with connection.connect(path) as db, pytest.raises(DamagedError):
        backup.daily(db, copies, date(2026, 11, 2))
    assert backup.listed(copies) == [kept]


def test_what_is_committed_while_a_copy_is_brought_back_is_set_aside_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path, source = tmp_path / "ringback.db", tmp_path / "source.db"
    real, late = backup.copy, []

    def interrupted(db: connection.Store, target: Path) -> Path:
        made = real(db, target)
        if not late:
            with connection.connect(path) as other:
                late.append(intake.keep(other, intake.Capture(html="<p>late"), now=NOW).id)
        return made

    with connection.prepare(path) as db:
        backup.copy(db, source)
        monkeypatch.setattr(backup, "copy", interrupted)
        former = restoring.restore_while_open(db, source)
    with connection.prepare(former) as aside:
        assert captures.unread(aside) == late
