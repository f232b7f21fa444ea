"""A word that not everybody knows has its meaning beside it, on the screen and on paper."""

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.plan.plan import plan_of as plan_from
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.questionnaire import questionnaire
from nttp_readiness.presentation.readiness.question_guide import guide
from nttp_readiness.presentation.words.word_meanings import beside_question, used_in
from tests.presentation.report_texts import every_text, plain


def words(sample, key):
    return [each.word for each in beside_question(sample.bank, sample.bank.by_id[key])]


def test_words_of_the_question_are_there_and_those_of_its_actions_are_not(sample):
    indicator = sample.bank.by_id["WEL-2"]
    assert {"somebody who speaks for staff", "trauma"} <= set(indicator.glossary)
    assert "somebody who speaks for staff" in indicator.sustaining.lead
    assert "somebody who speaks for staff" not in words(sample, "WEL-2")
    assert "trauma" in words(sample, "WEL-2"), "it stands where the safety stop is shown"
    assert "evidence" in words(sample, "WEL-2"), "the page itself uses this word"
    assert "near miss" in words(sample, "FEE-5")


def test_one_of_many_is_the_same_word(sample):
    assert "practice types" in words(sample, "WOR-1")


def test_a_name_is_not_the_word_that_it_is_made_of(sample):
    def found(text):
        return [each.word for each in used_in(sample.bank, [text])]

    assert found("how many know the promise in writing") == []
    assert found("The Promise, for one") == ["The Promise"]
    assert found("Supervision first") == ["supervision"]


def test_the_guide_gives_each_meaning(sample):
    (part,) = [each for each in guide(sample, "POW-6") if each.heading == "Words used here"]
    said = [plain(each) for each in part.paragraphs]
    assert any(each.startswith("facilitator: Someone who helps a group") for each in said)


def test_the_blank_questionnaire_ends_with_the_words_of_its_own_questions(sample):
    asked = edits.set_profile(sample, route="foundations")
    said = list(every_text(questionnaire(asked)))
    assert "Words used in the questions" in said
    meaning = {each.word: each.meaning for each in sample.bank.glossary}
    assert meaning["supervision"] in said
    assert meaning["foundation"] in said
    assert meaning["near miss"] not in said, "FEE-5 is not on this route"
    assert meaning["safeguarding"] not in said, "it stands in evidence, which is not printed here"
    assert said.index("Words used in the questions") < said.index("Support")


def test_the_printed_plan_explains_the_words_of_its_actions(sample, plan_of):
    planned = plan_from(sample, score(sample).suggestions).planned
    words_of_actions = " ".join(each.action.details for each in planned)
    assert "facilitator" in words_of_actions
    assert "disclosure" not in words_of_actions
    said = list(every_text(plan_of(sample)))
    page = said[said.index("Words used in the actions") : said.index("Our own contact first")]
    assert "facilitator" in page
    assert "disclosure" not in page
    bare = changed(sample, written_bank=changed(sample.written_bank, glossary=()))
    assert "Words used in the actions" not in every_text(plan_of(bare))


def test_a_bank_without_a_glossary_has_no_such_page(sample):
    bare = changed(sample, written_bank=changed(sample.written_bank, glossary=()))
    assert "Words used in the questions" not in every_text(questionnaire(bare))
