"""Random histories of the small district: a list of deeds, drawn so that any list can happen."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import note
from hypothesis import strategies as st

from simulator.errors import Refused
from tests.properties import deeds_at_otus, deeds_in_clever, deeds_in_sis
from tests.properties.deeds import AT_OTUS, DRAWN, NIGHTS, VERBS
from tests.properties.world import Deed, World, happens

ROOMS = (deeds_in_sis, deeds_in_clever, deeds_at_otus)
"""Where the deeds register, in this order."""
NUMBER = st.integers(0, 40)
HISTORY = st.lists(st.builds(Deed, st.sampled_from(DRAWN), NUMBER, NUMBER, NUMBER), min_size=25, max_size=50)
ON_THE_ROAD = [one for one in DRAWN if one not in AT_OTUS and one not in NIGHTS] + ["hold", "set_lag"] * 4
ROAD = st.lists(st.builds(Deed, st.sampled_from(ON_THE_ROAD), NUMBER, NUMBER, NUMBER), min_size=25, max_size=50)
"""What happens in the SIS, in Clever and between them, with nothing that only Otus would see."""
OF_RECORDS = (
    *("say_contacts", "say_course_and_term", "wait") * 8,
    *("share", "close_kind", "open_kind", "take_back", "remove_person", "remove_section", "change_email") * 2,
    *("correct_sis_id", "enroll", "drop", "add_section", "make_custom_person", "delete_custom", "add_on_page"),
)
OF_RECORD = st.builds(Deed, st.sampled_from(OF_RECORDS), NUMBER, NUMBER, NUMBER)
RECORDS = st.lists(OF_RECORD, min_size=25, max_size=50)
"""What makes, changes and hides records of every kind in Clever."""
After = Callable[[Deed, Refused | None], None]


def run(world: World, history: list[Deed], after: After | None = None) -> None:
    """Let a history happen; what happened is printed with a failure."""
    for deed in history:
        refused = happens(world, deed, VERBS)
        if deed.verb != "nothing":
            note(f"{world.now:%a %d %b %H:%M:%S}  {deed.verb} {deed.a} {deed.b} {deed.c}  {refused or ''}")
        if after:
            after(deed, refused)
