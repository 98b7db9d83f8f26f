"""Planner records as kept bytes, and back. JSON keeps an offset but no zone, so the zone's name goes beside it.

What is said to the person is kept as it was made, so that a page can say it in another language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from server.clock import zone
from server.followups.records import Absence, FollowUp, Plan
from server.sentences import Sentence, from_plain, to_plain


@dataclass(frozen=True, slots=True)
class _KeptFollowUp:
    follow_up: FollowUp
    zone: str


@dataclass(frozen=True, slots=True)
class _KeptPlan:
    application: int
    follow_ups: tuple[_KeptFollowUp, ...]
    absences: tuple[Absence, ...]
    conflicts: tuple[Sentence, ...]


def _decoded(kind: type, kept: Any) -> Sentence:
    return from_plain(kept)


_encode = msgspec.json.Encoder(enc_hook=to_plain).encode
_decode_follow_up = msgspec.json.Decoder(_KeptFollowUp, dec_hook=_decoded).decode
_decode_plan = msgspec.json.Decoder(_KeptPlan, dec_hook=_decoded).decode


def zone_of(moment: datetime) -> str:
    """The IANA name of the zone a time is told in; ``UTC`` where it carries a bare offset."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key else "UTC"


def zone_name(follow_up: FollowUp) -> str:
    """The IANA name of the zone a follow-up is due in."""
    return zone_of(follow_up.due_at)


def _keep(follow_up: FollowUp) -> _KeptFollowUp:
    return _KeptFollowUp(follow_up, zone_name(follow_up))


def _restore(kept: _KeptFollowUp) -> FollowUp:
    return replace(kept.follow_up, due_at=kept.follow_up.due_at.astimezone(zone(kept.zone)))


def encode_follow_up(follow_up: FollowUp) -> bytes:
    """A follow-up as bytes."""
    return _encode(_keep(follow_up))


def decode_follow_up(kept: bytes) -> FollowUp:
    """The follow-up that ``encode_follow_up`` wrote, due in its own zone."""
    return _restore(_decode_follow_up(kept))


def encode_plan(plan: Plan) -> bytes:
    """A plan as bytes."""
    return _encode(_KeptPlan(plan.application, tuple(map(_keep, plan.follow_ups)), plan.absences, plan.conflicts))


def decode_plan(kept: bytes) -> Plan:
    """The plan that ``encode_plan`` wrote."""
    plan = _decode_plan(kept)
    return Plan(
        application=plan.application,
        follow_ups=tuple(map(_restore, plan.follow_ups)),
        absences=plan.absences,
        conflicts=plan.conflicts,
    )
