"""Owners: the first is the owner, the others stand after "with", and names give way to roles."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.words.owners import asked_words, owner_words, without_names
from nttp_readiness.presentation.words.people import Names, typed
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.typed.letters import key
from tests.presentation.report_texts import SAMPLE

CASES = json.loads(
    (Path(__file__).parent / "data" / "owners-without-names.json").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("typed", "with_names", "without"),
    [
        ("", "", ""),
        ("Sìne Nic a’ Ghobhainn, Operations Manager", "Sìne Nic a’ Ghobhainn, Operations Manager",
         "Operations Manager"),
        ("Morag Abernethy", "Morag Abernethy", "A named owner"),
        ("Policy team", "Policy team", "Policy team"),
        ("Morag Abernethy, Iain MacAskill", "Morag Abernethy, Iain MacAskill", "A named owner"),
        ("Morag, Iain and the team lead", "Morag, Iain and the team lead", "A named owner"),
        ("Eilidh, Trauma Lead; Iain MacAskill", "Eilidh, Trauma Lead, with Iain MacAskill",
         "Trauma Lead, with a named owner"),
        ("A; B; C", "A, with B, C", "A named owner"),
        ("trauma lead", "trauma lead", "Trauma lead"),
    ],
)  # fmt: skip
def test_an_owner_is_said_so(typed, with_names, without):
    assert owner_words(typed, names=True) == with_names
    assert owner_words(typed, names=False) == without


@dataclass(frozen=True)
class Paper:
    text: str


@pytest.fixture(scope="module")
def council():
    return load_document(SAMPLE).assessment


def printed(assessment, owner, text):
    """A text on a paper from which names are taken out, where that owner has an action."""
    added = edits.add_action(assessment, "Write it down")
    (made,) = added.actions.keys() - assessment.actions.keys()
    owned = edits.change_action(added, made, owner=owner)
    return without_names(Paper(text), owned).text


@pytest.mark.parametrize(("owner", "said"), CASES["owners"])
def test_of_an_owner_only_what_is_a_role_is_printed(owner, said):
    assert owner_words(owner, names=False).casefold() == said.casefold()


@pytest.mark.parametrize(
    "owner",
    ["Morag Abernethy – {}", "Morag Abernethy — {}", "Morag Abernethy—{}", "Morag Abernethy–{}",
     "Morag Abernethy -{}", "Morag Abernethy- {}", "Morag Abernethy/{}", "Morag Abernethy {{{}}}",
     "Morag Abernethy [{}]", "Morag Abernethy · {}", "Morag Abernethy • {}", "Morag Abernethy = {}",
     "Morag Abernethy → {}", "{} <morag.abernethy@glen.example>", "{} (Morag Abernethy)",
     "Morag ({}) Abernethy", "Dr M. Abernethy: {}", "Abernethy, Morag ({})", "Head, Sarah ({})",
     "Clerk, Ian | {}"],
)  # fmt: skip
@pytest.mark.parametrize("role", ["Head of Housing", "HR", "Depute Head", "Human Resources"])
def test_a_role_is_told_apart_by_whatever_sign_stands_beside_it(owner, role):
    assert owner_words(owner.format(role), names=False) == role


@pytest.mark.parametrize(
    "owner",
    ["Head of People & Culture", "Designated Safeguarding Lead", "Depute Headteacher",
     "Charge Nurse", "Registered Manager", "Chief Social Work Officer", "Detective Sergeant",
     "Procurator Fiscal", "Watch Commander", "Guidance teacher", "Pupil Support Lead",
     "Health visitor", "Key worker", "Club secretary", "Child wellbeing and protection officer",
     "Founder", "Vice-Chair", "Non-executive director", "Company secretary", "Head of Comms",
     "Peer worker", "Prison officer", "Councillor", "Elected members", "SMT", "IJB",
     "Senior Leadership Team", "Occupational Therapist", "Chaplain", "Co-leads", "Everyone",
     "All of us", "Women’s services lead", "OD lead", "L&D", "Estates and Facilities", "Housing",
     "Working group", "Steering group", "Health & Safety Officer", "Trade union rep",
     "Nursery manager", "Principal Teacher of Guidance", "Sheriff Court", "Director North",
     "Ward Nurse", "Children and Young People’s Lead",
     "Duty manager", "Shop steward", "Expert by experience", "Complaints handler",
     "TBC", "To be confirmed", "Vacant", "Not yet agreed"],
)  # fmt: skip
def test_a_role_a_field_of_work_and_nobody_yet_are_printed(owner):
    assert owner_words(owner, names=False) == owner
    assert typed(owner).names == ()


@pytest.mark.parametrize(
    "owner",
    [
        "Sergeant Young",
        "Nurse Ward",
        "Police Constable West",
        "Councillor Key",
        "Clerk, Ian",
        "Head, Sarah",
        "Young",
        "Mrs Abernethy",
        "Head of Housing Morag Abernethy",
        "Morag’s team",
    ],
)
def test_a_name_that_is_a_word_of_a_role_is_a_name(owner):
    assert owner_words(owner, names=False) == "A named owner"


@pytest.mark.parametrize(
    ("owner", "text", "left"),
    [
        ("Jo Li, HR", "Jo agreed, and we asked Li.",
         "a named person agreed, and we asked a named person."),
        ("Al Smith, Janitor", "Al said so, and not et al.",
         "a named person said so, and not et al."),
        ("Ed Ng", "It was edited by Ed in 2026.",
         "It was edited by a named person in 2026."),
        ("Morag Constable, HR", "We asked Constable. The constable came.",
         "We asked a named person. The constable came."),
        ("Sarah Cook; Ian Head", "Ask Cook or Head. Our cook is at the head.",
         "Ask a named person or a named person. Our cook is at the head."),
        ("TBC", "The owner is TBC, the date tbc.", "The owner is TBC, the date tbc."),
        ("All staff", "All staff know. Ask all of them.", "All staff know. Ask all of them."),
        ("Human Resources", "Human Resources wrote it.", "Human Resources wrote it."),
        ("Is Do", "It is what we do. Is it?", "It is what we do. Is it?"),
    ],
)  # fmt: skip
def test_short_names_and_names_that_are_words_are_gone_and_the_words_stay(
    council, owner, text, left
):
    assert printed(council, owner, text) == left


@pytest.mark.parametrize("spelt", CASES["spellings"]["gone from a note"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_gone_however_it_is_spelt(council, spelt, form):
    text = f"We asked {unicodedata.normalize(form, spelt)}, and {spelt}’s list is here."
    left = printed(council, CASES["spellings"]["owner"], text)
    assert left == "We asked a named person, and a named person’s list is here."


@pytest.mark.parametrize(
    ("owner", "text", "left"),
    [
        ("Morag Abernethy (Head of Housing)", "Ask Morag. Abernethy has it.",
         "Ask a named person. a named person has it."),
        ("Abernethy, Morag (HR)", "MORAG ABERNETHY knows", "a named person knows"),
        ("Abernethy, Morag (HR)", "Abernethy, Morag knows", "a named person knows"),
        ("morag.abernethy@council.example, Head of Housing", "Ask Morag about it",
         "Ask a named person about it"),
        ("Grant May, Chief Officer", "It may be that a grant comes. We told Grant May so.",
         "It may be that a grant comes. We told a named person so."),
        ("Jo Li", "Ask Jo Li to join.", "Ask a named person to join."),
        ("Housing management team", "The housing management team meets.",
         "The housing management team meets."),
        ("Anne-Marie O'Neil, Ward Manager", "Anne‑Marie O’Neil and anne marie",
         "a named person and a named person"),
        ("Will Hope & Iain MacAskill", "Will Hope agreed. MacAskill will, too.",
         "a named person agreed. a named person will, too."),
    ],
)  # fmt: skip
def test_every_part_of_a_name_is_gone_and_other_words_stay(council, owner, text, left):
    assert printed(council, owner, text) == left


def test_a_name_of_the_organisation_itself_stays(council):
    named = edits.set_profile(council, organisation="Abernethy Trust")
    left = printed(
        named, "Morag Abernethy, Chief Executive", "Abernethy Trust asks Morag Abernethy"
    )
    assert left == "Abernethy Trust asks a named person"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ailsa Fraser (Chief Officer)", "Chief Officer"),
        ("Head of Legal: Ailsa Fraser", "Head of Legal"),
        ("Scottish Government, Health Directorate", "Scottish Government, Health Directorate"),
        ("Police Scotland, Chief Constable", "Police Scotland, Chief Constable"),
        ("The board", "The board"),
    ],
)
def test_of_a_person_whom_we_ask_the_role_is_printed(who, said):
    assert asked_words(who, names=False) == said


def test_a_word_that_nobody_knows_as_a_role_is_taken_for_a_name():
    assert typed("Head of Xylography").roles == ()
    assert typed("Morag Abernethy, Health and Care Manager").roles == ("Health and Care Manager",)


def test_nothing_is_found_for_nobody():
    assert not Names(())
    assert list(Names(("Morag",)).spans("")) == []


@pytest.mark.parametrize(
    ("owner", "text"),
    [
        ("Morag Abernethy, Head of Housing", "The Abernethys’ view, and that of the abernethys"),
        ("Morag Abernethy, Head of Housing", "MoragAbernethy and AbernethyMorag.docx"),
        ("Morag Abernethy, Head of Housing", "Aber-\nnethy agrees"),
        ("Morag Abernethy, Head of Housing", "Morag said so. Morag will ask."),
        ("Morag Abernethy, Head of Housing", "Mór\N{SOFT HYPHEN}ag and Mo\N{ZERO WIDTH SPACE}rag"),
        ("Morag Abernethy, Head of Housing", "A Mhorag, thoir sùil air"),
        ("Anne-Marie O’Neill, Nurse", "ONeill, Annemarie, ANNE-MARIE and O`Neill"),
        ("Zoë Müller, Lead", "ZOE MUELLER, Zoe Muller and both Müllers"),
        ("Seonaidh Caimbeul", "a Sheonaidh, and the Caimbeuls"),
        ("Dr J. Jones; Wei Li", "The Joneses, Dr. Jones's list and JONES"),
    ],
)
def test_no_part_of_a_name_is_left_however_it_is_bent(council, owner, text):
    left = re.sub(r"-\s+", "", key(printed(council, owner, text)))
    for part in re.findall(r"[^\W\d_]{4,}", key(owner.split(",")[0])):
        assert part not in left, left
    for bent in ("mhorag", "sheonaidh", "mueller", "oneill", "annemarie", "abernethy"):
        assert bent not in left, left


def test_an_initial_goes_with_its_name_and_stays_elsewhere(council):
    owner = "Morag Abernethy"
    assert printed(council, owner, "Ask M. Abernethy") == "Ask a named person"
    assert printed(council, owner, "Plan M is theirs, A ours") == "Plan M is theirs, A ours"


def test_words_that_only_end_like_a_name_stay(council):
    for text in ("A hilly place", "The granting of leave"):
        assert printed(council, "Grant Hill", text) == text
