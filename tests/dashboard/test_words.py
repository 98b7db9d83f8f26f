"""Every value the records can hold has words for people."""

from __future__ import annotations

from typing import get_args

import pytest

from server.dashboard import icons, items, words
from server.followups import records


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (words.KINDS, records.Kind),
        (words.CHANNELS, records.Channel),
        (words.OUTCOMES, records.Outcome),
        (words.STAGES, records.Stage),
        (words.CLOSINGS, records.Closing),
        (words.STANCES, records.Stance),
        (words.STANCES_EXPLAINED, records.Stance),
        (words.ORIGINS, records.Origin),
        (words.POLICIES, records.Policy),
        (words.UNITS, records.Unit),
    ],
)
def test_each_value_has_words(table, values):
    assert set(table) == set(get_args(values))


def test_each_channel_has_an_icon_that_exists():
    assert set(items.DRAWINGS) == set(get_args(records.Channel))
    for name in items.DRAWINGS.values():
        assert "<path" in icons.icon(name)
