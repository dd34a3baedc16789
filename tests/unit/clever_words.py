"""Clever's words for what the students' file says, written by hand. Source: clever_api.md, section 2 [S]."""

from __future__ import annotations

from simulator.roster import Person

YES_OR_NO = {"Y", "N"}
DISABILITIES = {
    "Autism": "aut",
    "Deaf-blindness": "db",
    "Developmental delay": "dd",
    "Emotional disturbance": "emn",
    "Hearing impairment": "hi",
    "Intellectual Disability": "id",
    "Multiple disabilities": "md",
    "Orthopedic impairment": "oi",
    "Other": "other",
    "Other health impairment": "ohi",
    "Specific learning disability": "sld",
    "Speech or language impairment": "sli",
    "Traumatic brain injury": "tbi",
    "Visual impairment": "vi",
}
WORDS = {
    "gender": {"M", "F", "X"},
    "race": {
        "Caucasian",
        "Asian",
        "Black or African American",
        "American Indian",
        "Hawaiian or Other Pacific Islander",
        "Two or More Races",
        "Unknown",
    },
    # Those of the 152 languages that the sample and the generator use.
    "home_language": {
        "Arabic",
        "Chinese",
        "English",
        "Haitian Creole",
        "Japanese",
        "Korean",
        "Portuguese",
        "Russian",
        "Somali",
        "Spanish",
        "Tagalog",
        "Ukrainian",
        "Vietnamese",
    },
    "hispanic_latino": YES_OR_NO,
    "ell_status": YES_OR_NO,
    "frl_status": {"Free", "Reduced", "Paid", "Other"},
    "iep_status": YES_OR_NO,
    "disability_status": YES_OR_NO,
    "disability_type": set(DISABILITIES),
    "disability_code": set(DISABILITIES.values()),
    "section_504_status": YES_OR_NO,
    "gifted_status": YES_OR_NO,
    "contact_relationship": {"Parent", "Grandparent", "Self", "Aunt/Uncle", "Sibling", "Other"},
    "contact_type": {"Parent/Guardian", "Emergency", "Primary", "Secondary", "Family", "Other"},
    "contact_phone_type": {"Cell", "Home", "Work", "Other"},
}


def strange_words(student: Person) -> list[tuple[str, str]]:
    """List what a student's facts say that Clever has no word for."""
    said = [(column.replace("contact_2_", "contact_"), value) for column, value in student.more]
    return [(column, value) for column, value in said if value not in WORDS.get(column, {value})]


def contradictions(student: Person) -> list[str]:
    """List what cannot be true of a student at once."""
    says = dict(student.more)
    disabled = says.get("disability_status") == "Y"
    wrong = {
        "learns English and speaks it at home": says["ell_status"] == "Y" and says["home_language"] == "English",
        "a type of disability that has another code": says.get("disability_code", "")
        != DISABILITIES.get(says.get("disability_type", ""), ""),
        "a disability without a type, or the other way round": disabled != ("disability_type" in says),
        "an IEP without a disability": says["iep_status"] == "Y" and not disabled,
        "a 504 plan without a disability": says.get("section_504_status") == "Y" and not disabled,
    }
    return [what for what, is_so in wrong.items() if is_so]
