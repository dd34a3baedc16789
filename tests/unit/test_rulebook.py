"""Every rule's id with the reason that people are told, word for word: reports, claims and HTTP all say it."""

from __future__ import annotations

import pytest

from simulator.rulebook import BECAUSE, Rule

REASONS = {
    "S04": "Clever has it",
    "S09": "Clever's roster has the student",
    "S11": "Clever's roster does not have the student",
    "S14": "the class has a co-teacher from Clever already",
    "S16": "Clever has the teacher as co-teacher of the section",
    "S17": "Clever knows the teacher, but not as co-teacher of the section",
    "S27": "another account has the email, so the student's ID needs adjusting by Otus",
    "S31": "Clever's roster no longer has the student",
    "S52": "Clever has another name or email",
    "O24": "Clever no longer has the teacher as co-teacher of the section",
    "O29": "Clever has another primary teacher of the section",
    "O41": "Clever's roster still has the student",
    "Q07": "Clever's roster has the student by now",
    "Q09": "the class now has a co-teacher from Clever",
    "Q13": "Clever still has the teacher as co-teacher of the section",
    "Q19": "what was changed in Otus gives way to what Clever has",
    "Q32": "Clever no longer shows Otus the section",
    "Q38": "an account made by hand has the email of the record in Clever",
    "Q40": "Clever does not share the record",
    "Q45": "Clever now has the teacher as primary teacher of the section",
}


def test_there_are_these_rules_and_no_others() -> None:
    assert sorted(rule.value for rule in Rule) == sorted(REASONS)


@pytest.mark.parametrize(("rule", "reason"), REASONS.items())
def test_a_rule_has_its_id_for_a_name_and_gives_its_reason(rule: str, reason: str) -> None:
    assert Rule(rule).name == rule
    assert BECAUSE[Rule(rule)] == reason
