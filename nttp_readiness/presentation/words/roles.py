"""Which words say what somebody does, or which part of an organisation is meant, and name nobody.

A text counts as a role only where every word of it is known as one of a role, of a field of work,
or links such words: what is not known is taken for a name, so that a doubt hides too much and never
too little. Some of these words are surnames too, and count as such where they stand like one.
"""

from __future__ import annotations

import re

from nttp_readiness.typed.letters import key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROLES = _words(
    """
    lead leader leaders leads head heads manager managers officer officers director
    directors team teams group groups panel panels board boards department departments
    service services office offices unit units staff worker workers coordinator coordinators
    co-ordinator ordinator chief chair chairs deputy deputies depute deputes sponsor champion
    champions nurse nurses teacher teachers psychologist adviser advisers advisor advisors
    supervisor supervisors administrator administrators assistant assistants partner partners
    trustee trustees convener convenor clerk clerks secretary secretariat practitioner
    practitioners consultant consultants trainer trainers facilitator facilitators union unions
    hr it od tptic tptics headteacher headteachers rector bursar matron principal inspector
    inspectors sergeant sergeants constable constables pc detective superintendent commander
    captain governor governors warden wardens sheriff sheriffs judge judges procurator fiscal
    fiscals reporter reporters doctor doctors gp gps dentist dentists hygienist midwife
    midwives therapist therapists counsellor counsellors physiotherapist pharmacist pharmacists
    optometrist podiatrist radiographer dietitian psychiatrist paramedic paramedics
    firefighter firefighters chaplain volunteer volunteers member members committee committees
    council councils councillor councillors commission commissioner directorate division
    divisions management specialist specialists executive executives ceo coo cfo cio cto dpo
    cswo smt slt elt cmt hscp ijb adp cpp president vice-president chairperson chairman
    chairwoman treasurer registrar librarian janitor caretaker planner analyst engineer
    technician receptionist receptionists reception professional professionals representative
    representatives rep reps steward stewards auditor auditors colleague colleagues employee
    employees keyworker keyworkers coach coaches mentor mentors tutor tutors lecturer professor
    researcher instructor founder founders provost usher porter porters cook driver drivers
    cleaner cleaners carer carers visitor visitors advocate advocates ambassador ambassadors
    expert experts guardian handler handlers concierge probationer
    forum network branch accountant solicitor solicitors lawyer surveyor buyer editor developer
    designer trainee trainees apprentice apprentices person people post posts
    tbc tbd tba vacant vacancy confirmed agreed decided appointed recruited everyone everybody
    nobody none us we me all both
    """
)
"""Words for what somebody does or which body it is, or for nobody yet; one at least stands in every
role.
"""
_FIELDS = _words(
    """
    housing operations operational people peoples human resources learning development training
    education early years school schools primary secondary nursery nurseries childcare social
    care work working health mental public private community communities child children
    children's childrens young youth adult adults older family families women women's womens men
    men's mens girls boys justice court courts police policing fire rescue ambulance station watch
    crew control room dental dentistry practice hospital ward wards charge clinical nursing
    medical psychological psychology occupational finance financial payroll estates facilities
    property properties premises building buildings digital data information systems
    communications comms marketing media press engagement participation inclusion equality
    equalities diversity culture cultural policy policies strategy strategic planning
    performance quality improvement assurance evaluation monitoring insight ethics compliance
    governance legal democratic complaints customer customers tenant tenants resident residents
    patient patients pupil pupils student students parent parents victim victims witness
    witnesses member user users safeguarding protection safety support supported wellbeing well
    being guidance pastoral classroom class key trauma informed responsive national regional
    local area locality north south east west central scotland scottish government nhs trust
    programme programmes project projects change transformation partnership partnerships joint
    integration steering implementation leadership organisation organisational organisations
    company club clubs prison prisons custody probation elected registered designated named
    vice non co lived experience peer professional workforce frontline front line desk night
    nights day days shift shifts contact centre repairs homelessness income rents allocations
    independent advocacy recovery alcohol drug drugs addiction addictions senior middle junior
    first second interim acting temporary new current associate general corporate executive
    technical security research business personal employee staff-side side outreach inspection
    regulation audit risk resilience emergency multi agency domestic abuse violence gender
    duty shop contract site web house refuge aid refugee refugees veterans disability
    disabilities kinship foster fostering
    adoption aftercare tenancy tenancies options homeless lettings benefits advice welfare
    libraries museums sport sports arts leisure transport procurement commissioning contracts
    recruitment induction supervision fundraising volunteering helpline hub rehabilitation
    reablement palliative paediatric maternity outpatient outpatients admissions discharge
    bereavement chaplaincy catering cleaning laundry unison unite trade gmb eis rcn
    """
)
_BODIES = _words(
    """
    nhs council university college trust government police scotland scottish hospital school
    ltd limited plc association society federation union church agency authority company
    charity
    """
)
"""Words that an organisation's name has and a person's does not."""
LINKS = _words("of for and the a an in to with our their all each any every at on by or be not yet")
_KNOWN = _ROLES | _FIELDS | LINKS
ROLE_WORDS = _ROLES
SURNAMES = _words(
    """
    young ward west north south east day foster key justice post watch usher cook porter head
    constable sergeant steward warden clerk captain judge provost coach driver rector fiscal
    """
)
"""Those that are surnames as well."""
_TITLES = _words(
    """
    doctor nurse sergeant constable inspector superintendent sheriff captain commander officer
    councillor judge matron professor chaplain pc detective police reporter provost
    """
)
_LETTERS_FOR_WORDS = re.compile(r"\b(?:l&d|h&s|r&d|a&e|p&c)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_role(text: str) -> bool:
    """Whether every word of it is known as one of a role, and one at least names the role; not a
    title with a surname, as "Sergeant Young" is.
    """
    words = _words_in(text)
    if not words or not all(map(_known, words)) or _titled(words):
        return False
    return any(each in _ROLES or each.rpartition("-")[2] in _ROLES for each in words)


def names_nobody(text: str) -> bool:
    """Whether it is a role, or the name of a field of work, as "Human Resources" is."""
    words = _words_in(text)
    field = all(each in _FIELDS or each in LINKS for each in words) and not SURNAMES & set(words)
    return is_role(text) or (field and any(each in _FIELDS for each in words))


def is_body(text: str) -> bool:
    """Whether a word of it says that it is an organisation and no person."""
    return any(key(each) in _BODIES for each in _WORD.findall(text))


def may_be_surname(text: str) -> bool:
    """Whether it is one word of a role that is a surname as well."""
    return key(text) in SURNAMES


def _words_in(text: str) -> list[str]:
    text = _LETTERS_FOR_WORDS.sub("development team", text.replace("\u2019", "'"))
    return [key(each) for each in _WORD.findall(text.replace("'s", "s"))]


def _known(word: str) -> bool:
    first, dash, rest = word.partition("-")
    return word in _KNOWN or (bool(dash) and {first, rest} <= _KNOWN)


def _titled(words: list[str]) -> bool:
    return (
        len(words) > 1
        and words[-1] in SURNAMES - _ROLES
        and all(each in _TITLES for each in words[:-1])
    )
