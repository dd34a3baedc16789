"""The rules that can cause a change in Otus, by id, each with the reason that people are told.

The ids are those of the help article's sentences (S), of other Otus pages (O), and of the decisions for edge
cases (Q). The reason is what a report and a claim say after "because".
"""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """The id of a rule that causes changes."""

    S04 = "S04"
    S09 = "S09"
    S11 = "S11"
    S14 = "S14"
    S16 = "S16"
    S17 = "S17"
    S27 = "S27"
    S31 = "S31"
    S52 = "S52"
    O24 = "O24"
    O29 = "O29"
    O41 = "O41"
    Q07 = "Q07"
    Q09 = "Q09"
    Q13 = "Q13"
    Q19 = "Q19"
    Q32 = "Q32"
    Q38 = "Q38"
    Q40 = "Q40"
    Q45 = "Q45"


BECAUSE: dict[Rule, str] = {
    Rule.S04: "Clever has it",
    Rule.S09: "Clever's roster has the student",
    Rule.S11: "Clever's roster does not have the student",
    Rule.S14: "the class has a co-teacher from Clever already",
    Rule.S16: "Clever has the teacher as co-teacher of the section",
    Rule.S17: "Clever knows the teacher, but not as co-teacher of the section",
    Rule.S27: "another account has the email, so the student's ID needs adjusting by Otus",
    Rule.S31: "Clever's roster no longer has the student",
    Rule.S52: "Clever has another name or email",
    Rule.O24: "Clever no longer has the teacher as co-teacher of the section",
    Rule.O29: "Clever has another primary teacher of the section",
    Rule.O41: "Clever's roster still has the student",
    Rule.Q07: "Clever's roster has the student by now",
    Rule.Q09: "the class now has a co-teacher from Clever",
    Rule.Q13: "Clever still has the teacher as co-teacher of the section",
    Rule.Q19: "what was changed in Otus gives way to what Clever has",
    Rule.Q32: "Clever no longer shows Otus the section",
    Rule.Q38: "an account made by hand has the email of the record in Clever",
    Rule.Q40: "Clever does not share the record",
    Rule.Q45: "Clever now has the teacher as primary teacher of the section",
}
