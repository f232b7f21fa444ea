"""The sample assessment, and its action plan, for the tests of what the documents say."""

from __future__ import annotations

import datetime as dt

import pytest

from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


@pytest.fixture(scope="session")
def sample():
    return report_texts.sample()


@pytest.fixture(scope="session")
def plan_of():
    """The plan of an assessment, without what is named."""

    def make(assessment, *without, **options):
        return action_plan(score(assessment), TODAY, Options(frozenset(without), **options))

    return make


@pytest.fixture(scope="session")
def sample_plan(sample, plan_of):
    return plan_of(sample)
