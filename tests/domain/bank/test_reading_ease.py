"""Reading ease points at hard texts; its counts are right for words whose syllables are known."""

import pytest

from nttp_readiness.domain.bank.reading_ease import reading_ease, syllables

KNOWN = {
    1: "the a name names makes named called shared friend field build guide queue sea real thing"
    " one once have rules staff's don't change changed month years shift use used made more"
    " here there chief hours our said does asked few views",
    2: "people trauma informed places wanted handled settled hundred something statement safely"
    " careful useful homeless social special marriage region million senior union client science"
    " quiet review carried studies believe patient equal language persuade value frequent require"
    " create react going being doing colleague unique argue measure table dishes player beyond"
    " practice didn't isn't written agreed decide training question reuse sometimes workforce"
    " uses trial",
    3: "everyone management awareness family element implement agreement completely initial media"
    " essential diagram violence period inspection previous various serious obvious"
    " behaviour opinion champion radio quietly sufficient earlier medium actual annual quality"
    " influence continue video theory created area idea racism dialogue evidence leadership"
    " confidence audience employee wellbeing services policies committee decision volunteers",
    4: "immediate associate reliable material appreciate negotiate priority experience society"
    " variety usually january situation evaluate continuous reality responsible supervision"
    " capacity celebrating cooperate coordinate executive",
    5: "organisation individual collaboration capability",
    6: "accountability responsibility",
}
PAIRS = [(word, count) for count, words in KNOWN.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), PAIRS)
def test_a_known_word_has_its_syllables(word, count):
    assert syllables(word) == count
    assert syllables(word.capitalize()) == count


def test_the_score_follows_the_formula():
    # 6 words in 1 sentence with 6 syllables; then 5 words in 2 sentences with 8.
    assert reading_ease("The cat sat on the mat.") == pytest.approx(206.835 - 6.09 - 84.6)
    assert reading_ease("Staff agree. Colleagues celebrate it?") == pytest.approx(
        206.835 - 1.015 * 5 / 2 - 84.6 * 9 / 5
    )


def test_plain_words_score_higher_than_long_ones():
    plain = "We say what we will do. Then we do it, and we say so."
    hard = "Organisational accountability necessitates comprehensive collaboration."
    assert reading_ease(plain) > 90
    assert reading_ease(hard) < 0
    assert reading_ease("") == 100


@pytest.mark.parametrize(
    ("text", "sentences"),
    [("We go. We stay", 2), ("We go; we stay.", 2), ("“We go.” We stay.", 2), ("At 2.5 we go.", 1)],
)
def test_sentences_end_where_a_reader_pauses(text, sentences):
    words = [word for word in text.split() if word != "2.5"]
    assert reading_ease(text) == pytest.approx(206.835 - 1.015 * len(words) / sentences - 84.6)
