"""What people do in Otus by hand, and what support does; everything is there at once, without a sync.

Each act checks first and changes afterwards, so one that is refused leaves no trace. Removing somebody from a
class hides their membership and work and deletes nothing (O43, O44, Q37).
"""

from __future__ import annotations

from dataclasses import replace

from simulator.accounts import Account, AccountId, Class, ClassId, Kind, Origin, Place, Seat, SignIn
from simulator.errors import Refused
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId, same_email


def new_account(otus: Holdings, kind: Kind, name: str, email: str) -> Account:
    """Fill in an account for somebody whose email Otus does not know; the act that needs it keeps it (O18, O38)."""
    asked = f"an account for {name} in Otus"
    if not same_email(email):
        raise Refused(asked, "it needs an email", "Give an email")
    holders = otus.accounts_with(email)
    if holders:
        raise Refused(asked, f"the email has the {holders[0].kind} account of {holders[0].name}", "Give another")
    key = f"by-hand:{same_email(email)}"
    while key in otus.accounts:
        key += "~"
    return Account(AccountId(key), kind, name, email, Origin.BY_HAND)


def add_student(otus: Holdings, by: Account, of: ClassId, student: Account) -> None:
    """Add a student to a class (S10). Nothing happens when they are in it already (Q08)."""
    found = _class(otus, of)
    asked = f"{by.name} adds {student.name} to {found.name!r} in Otus"
    _check_teaches(otus, by, found, asked)
    if student.kind is not Kind.STUDENT:
        raise Refused(asked, f"{student.name} has a {student.kind} account", "Add them as co-teacher")
    if found.section is None:
        _check_manual_rostering(otus, asked)
    _seat(otus, of, student, Place.STUDENT)


def remove_student(otus: Holdings, by: Account, of: ClassId, student: Account) -> None:
    """Take a student out of a class: its main teacher or an admin may (O42)."""
    found = _class(otus, of)
    asked = f"{by.name} removes {student.name} from {found.name!r} in Otus"
    _check_leads(by, found, asked)
    _unseat(otus, Seat(of, student.id, Place.STUDENT), asked)


def add_co_teacher(otus: Holdings, by: Account, of: ClassId, teacher: Account) -> None:
    """Add a co-teacher to a class: its main teacher or an admin may (S12, O16, O25)."""
    found = _class(otus, of)
    asked = f"{by.name} adds {teacher.name} as co-teacher of {found.name!r} in Otus"
    _check_leads(by, found, asked)
    if teacher.id == found.main_teacher:
        raise Refused(asked, "they are its main teacher", "One person has one place in a class")
    if teacher.kind is Kind.STUDENT:
        raise Refused(asked, f"{teacher.name} has a student account", "Add them as student")
    _seat(otus, of, teacher, Place.CO_TEACHER)


def remove_co_teacher(otus: Holdings, by: Account, of: ClassId, teacher: Account) -> None:
    """Take a co-teacher out of a class (O23)."""
    found = _class(otus, of)
    asked = f"{by.name} removes {teacher.name} as co-teacher of {found.name!r} in Otus"
    _check_leads(by, found, asked)
    _unseat(otus, Seat(of, teacher.id, Place.CO_TEACHER), asked)


def make_class(otus: Holdings, by: Account, name: str) -> ClassId:
    """Make a class by hand, if the district has the manual rostering feature on (S32, S35)."""
    asked = f"{by.name} makes the class {name!r} in Otus"
    if by.kind is Kind.STUDENT:
        raise Refused(asked, "students cannot make classes", "Let a teacher or an admin make it")
    _check_manual_rostering(otus, asked)
    made = ClassId(f"by-hand:{len(otus.classes) + 1}:{by.id}")
    otus.classes[made] = Class(made, name, None, main_teacher=by.id)
    return made


def make_admin(otus: Holdings, name: str, email: str, account: Account | None) -> None:
    """Make an admin account; a teacher's account becomes one (S06, O56, O57)."""
    if account is None:
        otus.set_account(new_account(otus, Kind.ADMIN, name, email))
    elif account.kind is Kind.TEACHER:
        otus.set_account(replace(account, kind=Kind.ADMIN))
    else:
        raise Refused(
            f"an admin account for {name} in Otus",
            f"{account.name}, who has the {account.kind} account, has the email",
            "Give the admin account another email",
        )


def sign_in(otus: Holdings, account: Account | None, who: str, way: SignIn) -> None:
    """Sign in to Otus. Raises Refused without an account, or without an email on it (Q39)."""
    asked = f"{who} signs in to Otus with {way}"
    if account is None:
        raise Refused(asked, "no account in Otus has that email", "Check the email, or let the sync pass")
    if not same_email(account.email):
        raise Refused(asked, "the account has no email", "Set the email in the SIS")
    if way is SignIn.GOOGLE:
        otus.google_sign_ins[account.id] = None


def change_email(otus: Holdings, account: Account, email: str) -> None:
    """Change an email at once, in Otus only (S53, Q19, Q21)."""
    asked = f"the email of {account.name} in Otus becomes {email!r}"
    if account.email == email:
        raise Refused(asked, "it is that already", "Give another email")
    others = [one for one in otus.accounts_with(email) if one.id != account.id]
    if others:
        raise Refused(asked, f"the account of {others[0].name} has it", "Give another email")
    otus.set_account(replace(account, email=email))
    if account.clever_id is not None:
        otus.edited[account.clever_id] = None


def adjust_id(otus: Holdings, account: Account, clever_id: CleverId) -> None:
    """Tie an account to another Clever id; the next good night rosters it under that id (S27, Q26, Q38)."""
    holder = otus.account_of(clever_id)
    asked = f"Otus adjusts the ID of {account.name}"
    if account.clever_id == clever_id:
        raise Refused(asked, "the account has the Clever id of the record already", "Look for another cause")
    if holder is not None:
        raise Refused(asked, f"the account of {holder.name} has that Clever id", "Name another account")
    otus.set_account(replace(account, clever_id=clever_id))
    otus.edited.update(dict.fromkeys(one for one in (account.clever_id, clever_id) if one is not None))
    otus.retied.update(dict.fromkeys(otus.seats_from_clever(account.id)))


def hand_in(otus: Holdings, of: ClassId, student: Account, work: str) -> None:
    """Let a student of a class hand in a piece of work."""
    seat = Seat(of, student.id, Place.STUDENT)
    if otus.origin_of(seat) is None:
        raise Refused(
            f"{student.name} hands in {work!r}",
            f"they are not in {_class(otus, of).name!r}",
            "Add them first",
        )
    otus.work[seat] = (*otus.work.get(seat, ()), work)


def work_shown(otus: Holdings, of: ClassId, student: Account) -> tuple[str, ...]:
    """List the work that Otus shows of a student of a class: none while they are not in it (O44)."""
    seat = Seat(of, student.id, Place.STUDENT)
    return otus.work.get(seat, ()) if otus.origin_of(seat) else ()


def has_google_features(otus: Holdings, of: ClassId, teacher: Account) -> bool:
    """Tell whether the Google features of a class work: its main teacher has used Google SSO once (S21, Q23)."""
    main = _class(otus, of).main_teacher
    is_there = teacher.id == main or otus.origin_of(Seat(of, teacher.id, Place.CO_TEACHER)) is not None
    return is_there and main in otus.google_sign_ins


def _class(otus: Holdings, of: ClassId) -> Class:
    found = otus.classes.get(of)
    if found and found.active:
        return found
    raise Refused(
        f"the class {found.name if found else of!r} in Otus",
        "Otus does not show it",
        "A class from Clever shows after the next successful sync",
    )


def _check_teaches(otus: Holdings, by: Account, of: Class, asked: str) -> None:
    if otus.origin_of(Seat(of.id, by.id, Place.CO_TEACHER)) is None:
        _check_leads(by, of, asked)


def _check_leads(by: Account, of: Class, asked: str) -> None:
    if by.kind is not Kind.ADMIN and by.id != of.main_teacher:
        raise Refused(asked, f"{by.name} is not its main teacher", "Let its main teacher or an admin do it")


def _check_manual_rostering(otus: Holdings, asked: str) -> None:
    if not otus.manual_rostering:
        raise Refused(asked, "manual rostering is off", "The district must have the feature turned on")


def _seat(otus: Holdings, of: ClassId, account: Account, place: Place) -> None:
    if account.id not in otus.accounts:
        otus.set_account(account)
    seat = Seat(of, account.id, place)
    if otus.origin_of(seat) is None:
        otus.by_hand[seat] = None


def _unseat(otus: Holdings, seat: Seat, asked: str) -> None:
    origin = otus.origin_of(seat)
    if origin is None:
        raise Refused(asked, "they are not in it", "Name somebody who is in the class")
    otus.empty(seat)
    if origin is Origin.CLEVER:
        otus.taken_out[seat] = None
