"""What last night's sync did, and why."""

from __future__ import annotations

from simulator.accounts import Place, Seat
from simulator.changes import SeatLost
from simulator.errors import NotUnderstood, suggestion
from simulator.language.registry import Seen, claim
from simulator.language.slots import AClass, AStudent, Text
from simulator.language.stage import Stage
from simulator.language.telling import tell
from simulator.rulebook import BECAUSE


@claim('last night\'s sync took "{student}" out of "{of}", because "{reason}"')
def sync_took_student_out(stage: Stage, student: AStudent, of: AClass, reason: Text) -> Seen:
    """The report of the last sync says that the student left the class, and gives that reason."""
    check_reason(reason)
    report = stage.district.reports[-1] if stage.district.reports else None
    if report is None:
        return Seen(False, "no sync has run yet")
    profile = stage.district.otus.profile(student)
    lost = [
        change
        for change in report.changes
        if isinstance(change, SeatLost) and profile and change.seat.account == profile.account
    ]
    told = [tell(change, report.names) for change in report.changes]
    holds = any(report.names[change.seat.of] == of.name and BECAUSE[change.rule] == reason for change in lost)
    return Seen(holds, f"the sync did this: {told or 'nothing'}")


def check_reason(reason: str) -> None:
    """Refuse a reason that no rule gives."""
    if reason not in BECAUSE.values():
        raise NotUnderstood(
            f"the reason {reason!r}", "no rule gives it", suggestion(reason, BECAUSE.values(), "See README, Rules")
        )


_ = (Place, Seat)
