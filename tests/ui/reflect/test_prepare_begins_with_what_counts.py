"""Ten minutes or fifty: that is chosen before anything that only some will say."""

import pytest

from nttp_readiness.address import Page
from nttp_readiness.ui.reflect.prepare_page import PreparePage
from nttp_readiness.ui.widgets.fields.field import Field


@pytest.mark.parametrize(("width", "height"), [(1280, 768), (911, 472)])
def test_which_questions_stand_in_view_below_the_name(put_in_workbook, council, width, height):
    page = put_in_workbook(
        council,
        lambda look, session: {Page.PREPARE: PreparePage(look, session)},
        "prepare",
        width=width,
        height=height,
    )
    fields = sorted(
        (each for each in page.findChildren(Field) if each.isVisible()),
        key=lambda each: each.mapTo(page, each.rect().topLeft()).y(),
    )
    assert [each.label for each in fields[:2]] == ["Name of this assessment", "Which questions"]
    assert fields[1].mapTo(page, fields[1].rect().topLeft()).y() < page.height()
    assert fields[1].visibleRegion().boundingRect().height() > 20
