"""What whoever is asked reads: what the part is, whether they are named, and giving it back."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.sharing import Part
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.dates import day


def about_part(assessment: Assessment, part: Part) -> tuple[str, ...]:
    """What whoever opens a part should know before they begin, as paragraphs."""
    profile, count = assessment.profile, len(assessment.asked)
    said = [
        trn(
            "This is {n} question from “{title}”. You were asked because you know about it.",
            ("These are {n} questions from “{title}”. You were asked because you know about them."),
            count,
            title=profile.title,
        )
    ]
    if part.by is not None:
        said.append(
            tr("They would like to have it back by {day}. Later is better than not at all.").format(
                day=day(part.by)
            )
        )
    if profile.audience:
        said.append(tr("Who will see the whole: {audience}").format(audience=profile.audience))
    said.append(
        tr(
            "You may skip any question and stop at any point. Nobody asks for a reason."
            " “Not sure” is a good answer. It becomes something to find out."
        )
    )
    said.append(
        tr(
            "What you type is saved only in this file. Nobody gets it until you send the"
            " file back yourself."
        )
    )
    return tuple(said)


def naming_words() -> str:
    """What it means to be named or not, without promising what cannot be kept."""
    return tr(
        "If you agree, your name and the day stay beside your answers. If not, they do not."
        " Whoever gathers the files sees which one is yours all the same, and a question that only"
        " you were asked says by itself who answered."
    )


def given_back_words(assessment: Assessment, part: Part) -> str:
    """How far a part is, before it is given back."""
    done = sum(assessment.answer(key).choice is not None for key in part.asked)
    counted = tr("{n} of {of}").format(n=done, of=len(assessment.asked))
    return tr("Answered: {counted}. You can give it back as it is.").format(counted=counted)
