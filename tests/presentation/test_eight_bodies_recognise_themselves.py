"""Eight invented bodies of eight sectors read the questions, the plan and every printed page, and
meet no word of somebody else's work.

The words that each of them must not meet are written down here by hand, those of a sister service
(the watch and the pump in a police division) among them, in examples too. They are the kinds that
readers new to the program named; what no list of words can find, people have to read.
"""

import datetime as dt
import re
from typing import NamedTuple, get_args

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.nouns import Noun
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.ballot_slips import ballot_slips
from nttp_readiness.presentation.papers.board_paper import board_paper
from nttp_readiness.presentation.papers.crisis_sheet import crisis_sheet
from nttp_readiness.presentation.papers.meeting_plan import meeting_plan
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.papers.outside_view import outside_view
from nttp_readiness.presentation.papers.questionnaire import questionnaire
from nttp_readiness.presentation.papers.role_matrix import role_matrix
from nttp_readiness.presentation.papers.scrutiny_page import scrutiny_page
from nttp_readiness.presentation.plan.plan_material import AnnexPart
from nttp_readiness.presentation.readiness import question_guide, questions
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.storage.banks.overlay_folders import overlay_bank
from tests.presentation.report_texts import every_text

TODAY = dt.date(2026, 11, 30)
SCHOOL = "pupil|classroom|lesson|head ?teacher|nursery|playground|school|teacher|exam"
HEALTH = (
    "patient|clinic(?!al psych)|surgery|dentist|dental|ward|treatment room|GP|hygienist|hospital"
    "|prescription|drugs|medication|MAT Standards?|smear"
)
HOMES = "tenant|tenancy|landlord|rent|arrears|lettings|care home"
JUSTICE = (
    "witness|sheriff|prison|cells?|verdict|prosecut\\w+|sentence[ds]? by|victim|fiscal|accused of"
)
BLUE = "firefighter|fire station|watch commander|constable|ambulance|custody|siren|crew"
POLICE = "constable|custody|police|sergeant|detain\\w+|arrest\\w*"
FIRE = "firefighter|fire station|fireground|watch(?:es)?|watch commander|retained|on-call crew"
AMBULANCE = "ambulance|paramedic|siren|vehicle|roster line"
SOCIAL_WORK = "social work(?:er)?|unpaid work|squad|caseload|supervision order|licence"
PROSECUTION = "procurator|prosecutor|prosecution"
OFFICE = "reception|receptionist|volunteer|unpaid|supervision form"
"""What the base has at its front door and on its list of roles, and these call something else."""
NIGHTS = "day staff|day teams|day roles|not yet at night|work at night|handover sheet"
"""Beside the base's sentences, which name nights; a note of the wording says what to take."""
CLUB = "club|coach|minibus|season|player|squad|gala|choir|hall"
CHARITY = "volunteer coordinator|befriend\\w*|founder|drop-in"
INSPECT = "inspectorate|inspector"
VISITS = (
    # A service to which people come by appointment, for a time, and with a worker of their own.
    "goodbye|key ?worker|time with us|time together|staying away|before first contact"
    "|first contacts that|no longer see|log on|a new face|page home|evening hours|late entrance"
    "|get to know someone|missed visit|does not come or call|the door hardest"
    "|feeling safe or getting on"
)
FUNDED = "a funder|the funder|grant letter|one grant|maternity|substance[- ]use"
SERVICES = (
    # What helplines, social work and maternity services do, and a school does not.
    "safeguarding lead|short stay|maternity|substance[- ]use|supervision form|hard cases|canteen"
    "|by phone only|took the call|no longer deal with us|partner or carer"
)
BANS = "ban(?:ned)?|penalt(?:y|ie)|punish\\w*|exclu(?:de[ds]?|sion)"
"""What others do to those whom they shut out; these bodies do otherwise."""
POSTS = "safeguarding lead|usher|deputy clerk|station officer|crew manager|your board or one of"
ELSEWHERE = (
    # What is settled above a division, a station or a court: money, adverts, policies.
    "gifts in kind|people polic(?:y|ies)|read adverts|adverts, interviews|front door to the board"
    "|boards and committees often|those we serve|what happened together with others"
)
CONTROL = (
    # A station has no control room; whoever has one finds it where the wording says so.
    "control room included|control, (?:prevention|cleaning|night)|control or cleaning"
    "|control and (?:patient transport|on-call crews|volunteer)"
    "|(?:crews|officers) and call handlers"
)
LARGE = (
    # Departments, counts and meetings of a large body, which a small one does not have.
    "HR|Estates|Communications|chief officer|chief executive|call handler|typist|[0-9] of 40"
    "|elected member|integration joint board|joint board|intranet|managers on call|night manager"
    "|senior team|staff side|outlying site|agency staff"
)
PAID = (
    # Words of a workplace, which a club that volunteers run is not.
    "trustee|rota|shift|caseload|lone worker|front-line|occupational"
    " health|job description|handover|managers?|service user|working time|cleaner|receptionist"
    "|weekend staff|on newcomers"
)


def joined(*words):
    return "|".join(words)


class Body(NamedTuple):
    """A body with the wording that its service area leads to, and what it must not read."""

    overlay: str
    forbidden: str
    noun: Noun = ""
    small: bool = False
    care: bool = True


BODIES = {
    "dental practice": Body(
        "primary-care",
        f"{SCHOOL}|{HOMES}|{JUSTICE}|{BLUE}|{CLUB}|{CHARITY}|{INSPECT}|trustee|volunteer|{LARGE}"
        "|nights|shift lead|board or one of its committees|clinic staff|quality return|last letter"
        "|chair of the group|a cluster",
        small=True,
    ),
    "fire station": Body(
        "fire",
        joined(SCHOOL, HEALTH, HOMES, CLUB, CHARITY, JUSTICE, POLICE, AMBULANCE, OFFICE, VISITS,
            FUNDED, BANS, POSTS, ELSEWHERE, CONTROL),
    ),
    "primary school": Body(
        "schools", joined(HEALTH, HOMES, JUSTICE, BLUE, CHARITY, INSPECT, "minibus|squad|gala",
        LARGE, "shift lead", SERVICES),
    ),
    "police division": Body(
        "police", joined(SCHOOL, HEALTH, HOMES, CLUB, CHARITY, "sheriff", FIRE, AMBULANCE, OFFICE,
            VISITS, FUNDED, BANS, POSTS, ELSEWHERE, CONTROL),
    ),
    "sports club": Body(
        "clubs", joined(SCHOOL.replace("|teacher", ""), HEALTH, HOMES, JUSTICE, BLUE, INSPECT,
            LARGE, PAID, "safeguarding lead|health and safety|the kit, is|on one journey|matche?s"),
        small=True, care=False,
    ),
    "care charity of 12": Body(
        "commissioned-charity",
        joined(SCHOOL, HEALTH, HOMES, JUSTICE, BLUE, LARGE, "coach|squad|gala|choir|hall"
            "|punish\\w*|fetch a named person"),
        small=True,
    ),
    "sheriff court": Body("courts", joined(SCHOOL, HEALTH, HOMES, BLUE.replace("custody|", ""),
        CLUB.replace("|hall", ""), CHARITY, INSPECT, SOCIAL_WORK, PROSECUTION, NIGHTS,
        VISITS, FUNDED, POSTS, ELSEWHERE, "ban(?:ned)?|punish\\w*|people we serve",
        "volunteer|unpaid", "took the call")),
    "inspectorate": Body(
        "inspection",
        joined(SCHOOL, HEALTH, JUSTICE, BLUE, CLUB, CHARITY, OFFICE, NIGHTS, "rotas|police", VISITS,
            FUNDED, "ban(?:ned)?|punish\\w*|use of force|sanction(?:ed)?|suspend(?:ed)?",
            "safeguarding lead", "gifts in kind|those we serve|local help",
            "(?:a|the) local trauma champion"),
        care=False,
    ),
    # A school in small: a nursery with eight people, which is no charity either.
    "small nursery": Body(
        "schools", joined(HEALTH, HOMES, JUSTICE, BLUE, CHARITY, INSPECT, "minibus|squad|gala",
        LARGE, "shift lead", SERVICES, "trustee|funder|umbrella|governing body|chair included"),
        small=True,
    ),
    # Three more: each has a sister among the eight, and was read with it in one wording before.
    "ambulance station": Body(
        "ambulance", joined(SCHOOL, HOMES, CLUB, CHARITY, JUSTICE, POLICE, FIRE, INSPECT,
            VISITS, "a funder|the funder|grant letter", BANS, POSTS, ELSEWHERE, CONTROL,
            "day staff"),
    ),
    "prosecution office": Body("prosecution", joined(SCHOOL, HEALTH, HOMES, FIRE, AMBULANCE, CLUB,
        CHARITY, INSPECT, SOCIAL_WORK, NIGHTS, VISITS, FUNDED, BANS, POSTS, ELSEWHERE,
        "volunteer|unpaid", "took the call")),
    "justice social work": Body("justice-social-work", joined(SCHOOL, HEALTH, HOMES, FIRE,
        AMBULANCE, CLUB.replace("|squad", "").replace("|hall", ""), CHARITY, INSPECT, PROSECUTION,
        NIGHTS, "gifts in kind|people polic(?:y|ies)|those we serve|your board or|log on"
        "|goodbye to|late entrance|missing group|rules on bans")),
}  # fmt: skip
OF_THE_BASE = {"Most, we reckon", "Recent", "in the past year", "Keep it as it is"}
"""What the base's own notes quote from people, and not from a sentence."""
NAMES = (
    # Words with another sense: a coach of managers, what was learned, and whoever pays.
    "Care Inspectorate", "lessons learned", "what to watch", "what we watched", "ran for a season",
    "a course, a coach or",
    "a peer group, a coach or a supervisor", "a peer, a coach or a supervisor",
)  # fmt: skip


def assessed(body):
    """The whole route answered with each level in turn, so that each kind of action is there."""
    bank = overlay_bank(resources.question_banks() / body.overlay)
    made = edits.new_assessment(bank, "Ours", today=TODAY)
    made = edits.set_profile(
        made, noun=body.noun, small_organisation=body.small, delivers_care=body.care
    )
    for place, each in enumerate(made.asked):
        made = edits.answer(made, each.id, (0, 1, 2, 3, 4, "not_sure")[place % 6])
    return made


def in_the_window(assessment):
    for each in assessment.asked:
        asked = questions.question(assessment, each.id)
        yield from (asked.statement, asked.title, asked.reading, asked.content_note, asked.unit)
        for level in asked.levels:
            yield from (level.sentence, *level.signs)
        for part in question_guide.guide(assessment, each.id):
            yield part.heading
            for said in (*part.paragraphs, *part.items):
                yield said if isinstance(said, str) else "".join(run.text for run in said)
            yield part.quiet
        for kind in ("first", "next", "sustaining", "find_out"):
            action = assessment.bank.by_id[each.id].action(kind)
            yield from (action.title, action.do, action.measure, action.lead)
    for domain in assessment.bank.domains:
        yield from (domain.name, domain.definition, domain.introduction)
    yield from (each.description for each in assessment.bank.routes)


def papers(assessment) -> dict[str, Report]:
    card, annex = score(assessment), frozenset(get_args(AnnexPart))
    whole = Options(annex=annex)
    return {
        "plan": meeting_plan(card, TODAY, whole),
        "report": action_plan(card, TODAY, Options(full_notes=True)),
        "one page": one_page(card, TODAY, Options(), brief=True),
        "board": board_paper(card, TODAY, Options()),
        "questionnaire": questionnaire(assessment, large=False),
        "ballots": ballot_slips(assessment),
        "roles": role_matrix(assessment),
        "scrutiny": scrutiny_page(assessment),
        "outside": outside_view(assessment),
        "crisis": crisis_sheet(assessment),
    }


def foreign(said, body):
    words = re.compile(rf"\b(?:{body.forbidden})(?:s|es|'s|’s|s’)?\b", re.IGNORECASE)
    for text in said:
        for name in NAMES:
            text = text.replace(name, "")  # noqa: PLW2901
        found = sorted({each.group(0).lower() for each in words.finditer(text)})
        if found:
            yield f"{', '.join(found)}: {text}"


@pytest.mark.parametrize("name", BODIES)
def test_no_question_speaks_of_somebody_else_s_work(name):
    body = BODIES[name]
    assert list(dict.fromkeys(foreign(in_the_window(assessed(body)), body))) == []


@pytest.mark.parametrize("name", BODIES)
def test_no_printed_page_speaks_of_somebody_else_s_work(name):
    body = BODIES[name]
    for paper, report in papers(assessed(body)).items():
        found = list(dict.fromkeys(foreign(every_text(report), body)))
        assert found == [], paper


@pytest.mark.parametrize("name", BODIES)
def test_each_reads_its_own_noun_in_questions_and_plan(name):
    made = assessed(BODIES[name])
    people = made.served.people
    assert people in made.statement(made.bank.by_id["FEE-3"])
    said = " ".join(every_text(action_plan(score(made), TODAY, Options())))
    assert people in said
    assert not re.search(r"\{people|\{person", said)


@pytest.mark.parametrize("overlay", sorted({each.overlay for each in BODIES.values()}))
def test_a_note_explains_only_words_that_some_sentence_says(overlay):
    """Where a wording says weekends for nights, a note on “night” explains nothing."""
    bank = overlay_bank(resources.question_banks() / overlay)
    asked = [each for domain in bank.domains for each in domain.indicators]
    said = [each.name for each in bank.domains]
    for each in asked:
        said += [each.title, each.statement, *(level.sentence for level in each.levels)]
        said += [sign for level in each.levels for sign in level.signs]
    everything = "\n".join(said).casefold()
    quoted = {
        word for note in bank.choice_notes for word in re.findall("“([^”]+)”", note)
    } - OF_THE_BASE
    assert sorted(word for word in quoted if word.casefold() not in everything) == []


@pytest.mark.parametrize("overlay", sorted({each.overlay for each in BODIES.values()}))
def test_what_a_small_body_is_told_to_read_otherwise_stands_in_its_question(overlay):
    for each in overlay_bank(resources.question_banks() / overlay).by_id.values():
        if each.small is None or not each.small.reading:
            continue
        said = [each.title, each.statement, each.small.statement or ""]
        for level in each.levels:
            said += [level.sentence, *level.signs]
        read = re.findall("(?:[Rr]ead |^|[.] )“(?:an? )?([^”]+)”(?= as | is )", each.small.reading)
        missing = [word for word in read if word.casefold() not in "\n".join(said).casefold()]
        assert missing == [], each.id


def test_a_planted_word_of_another_sector_is_found():
    body = BODIES["dental practice"]
    assert list(foreign(["The pupils and their head teacher."], body))
    assert not list(foreign(["Patients and those who look after them."], body))


@pytest.mark.parametrize("name", ["dental practice", "sports club", "care charity of 12"])
@pytest.mark.parametrize(
    "planted", ["HR, with staff side", "teams that know: 3 of 40, say", "typists and call handlers"]
)
def test_planted_departments_and_counts_of_a_large_body_are_found_in_a_small_one(name, planted):
    assert list(foreign([planted], BODIES[name]))


def test_a_planted_word_of_a_workplace_is_found_in_a_club():
    for planted in ("asked on different shifts", "Service manager, with trustees", "the rota"):
        assert list(foreign([planted], BODIES["sports club"]))
    assert not list(foreign(["A helper at the door, on trips too."], BODIES["sports club"]))


@pytest.mark.parametrize(
    "name", ["fire station", "police division", "sheriff court", "inspectorate"]
)
@pytest.mark.parametrize(
    "planted",
    ["having a proper goodbye", "reasons given for staying away", "a letter to a funder",
     "the safeguarding lead", "after the next ban"],
)  # fmt: skip
def test_planted_words_of_a_service_to_which_people_come_are_found(name, planted):
    assert list(foreign([planted], BODIES[name]))


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("fire station", "Bring the pause to each watch, the control room included"),
        ("ambulance station", "control and patient transport are counted too"),
        ("police division", "Boards and committees often settle money for one year at a time."),
        ("sheriff court", "those who took the call"),
        ("inspectorate", "after we suspend or sanction somebody"),
        ("justice social work", "the late entrance not yet"),
    ],
)
def test_planted_words_of_what_is_settled_or_answered_elsewhere_are_found(name, planted):
    assert list(foreign([planted], BODIES[name]))
