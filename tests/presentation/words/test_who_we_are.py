"""Service and organisation in one line, as headers name them."""

import pytest

from nttp_readiness.domain.answers.assessment import Profile
from nttp_readiness.presentation.words import words


@pytest.mark.parametrize(
    ("title", "organisation", "said"),
    [
        ("Housing Options", "Strathlomond Council", "Housing Options, Strathlomond Council"),
        ("Craigdour Primary School", "Craigdour Primary School", "Craigdour Primary School"),
        ("Cala Family Support", "Cala Family Support, a charity", "Cala Family Support, a charity"),
        (
            "A team of Strathlomond Council",
            "Strathlomond council",
            "A team of Strathlomond Council",
        ),
        ("Housing Options", "", "Housing Options"),
        ("Arts", "Artsbank", "Arts, Artsbank"),
    ],
)
def test_no_name_is_said_twice(title, organisation, said):
    assert words.who_words(Profile(title=title, organisation=organisation)) == said
