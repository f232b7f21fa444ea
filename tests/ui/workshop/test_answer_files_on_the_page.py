"""Answer files by file, folder or drop: any order, as often as one likes, conflicts listed."""

import random

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from nttp_readiness.address import Page
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.storage.exchange.answer_files import hand_in, load_answers, save_answers
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage


@pytest.fixture
def page(begun, put_in_workbook):
    return put_in_workbook(
        begun,
        lambda look, session: {Page.WORKSHOP: WorkshopPage(look, session)},
        "workshop/collect",
    )


@pytest.fixture
def files(begun, tmp_path):
    chance, made = random.Random(3), []
    for number in range(12):
        answers = {each.id: chance.choice(LEVELS) for each in begun.asked}
        path = tmp_path / "in" / f"{number}.answers"
        path.parent.mkdir(exist_ok=True)
        save_answers(path, hand_in(begun, "Team", answers))
        made.append(path)
    return made


def rounds(page):
    return page.session.assessment.workshop.rounds


def test_twelve_files_twice_in_any_order_give_one_result(page, files, begun, put_in_workbook):
    page.collect.ways.add(files)
    once = rounds(page)
    assert "12 answer files were counted." in page.collect.ways._outcome.plain()
    shuffled = random.Random(9).sample(files, 12)
    page.collect.ways.add(shuffled)
    assert rounds(page) == once
    assert (
        "0 answer files were counted. 12 had been counted before"
        in page.collect.ways._outcome.plain()
    )
    assert "12 of 12 people have answered" in page.collect._progress.plain()


def test_a_folder_counts_as_its_files_do(page, files):
    (files[0].parent / "notes.txt").write_text("not one of them")
    page.collect.ways.choosers.folder = lambda parent: [files[0].parent]
    page.collect.ways.ask_to_add(page.collect.ways.choosers.folder(page))
    assert rounds(page)[-1].people == 12
    assert not page.collect.ways._problems.isVisible()


def test_files_can_be_dropped_on_the_page(page, files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.collect.dropEvent(event)
    assert rounds(page)[-1].people == 12


def test_what_cannot_be_counted_is_listed_by_name_with_the_reason(page, files, tmp_path):
    page.collect.ways.add(files[:5])
    other = tmp_path / "changed.answers"
    first = load_answers(files[11])
    save_answers(other, changed(first, answers={**first.answers, "LEA-1": "not_sure"}))
    broken = tmp_path / "broken.answers"
    broken.write_bytes(files[1].read_bytes()[:-40])
    stray = tmp_path / "stray.answers"
    save_answers(stray, changed(first, id="ab" * 16, group="Nobody’s"))
    page.collect.ways.add([other, broken, stray, *files[5:]])
    said = page.collect.ways._problems.plain().splitlines()
    assert [line.split(":")[0] for line in said] == [
        "broken.answers", "changed.answers", "stray.answers", "11.answers",
    ]  # fmt: skip
    assert "another version of this answer file was added before" in said[1]
    assert "its group does not take part in this round" in said[2]
    assert "6 answer files were counted. 4 were not counted:" in page.collect.ways._outcome.plain()


def test_fewer_than_five_are_asked_about_before_they_are_counted(page, files, hands):
    page.collect.ways.ask_to_add(files[:3])
    assert rounds(page)[-1].people == 0
    assert "fewer than five at once" in hands.said(page)
    stay = next(each for each in page.findChildren(QPushButton)
                if each.text() == "Not yet" and each.isVisible())  # fmt: skip
    stay.click()
    assert rounds(page)[-1].people == 0
    page.collect.ways.ask_to_add(files[:3])
    count = next(each for each in page.findChildren(QPushButton)
                 if each.text() == "Count them anyway" and each.isVisible())  # fmt: skip
    count.click()
    assert rounds(page)[-1].people == 3


def test_more_files_than_people_count_for_nobody_until_it_is_clear_and_are_named(
    page, files, begun, tmp_path
):
    twice = tmp_path / "twice.answers"
    save_answers(twice, hand_in(begun, "Team", dict(load_answers(files[0]).answers)))
    page.collect.ways.ask_to_add([*files, twice])
    assert rounds(page)[-1].people == 0
    said = page.collect.ways._problems.plain()
    assert "“Team” has 12 people, and with these files 13 would have answered." in said
    assert "twice.answers: " in said
    assert "0.answers: " in said
    page.collect.ways.ask_to_add(files)
    assert rounds(page)[-1].people == 12


def test_a_folder_without_answer_files_says_so(page, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    page.collect.ways.add([empty])
    assert "There is no answer file" in page.collect.ways._outcome.plain()


def test_the_copy_to_answer_holds_nothing_that_was_said(page, tmp_path):
    from nttp_readiness.storage.documents.documents import load_document

    out = tmp_path / "to answer.readiness"
    page.collect.ways.choosers.copy = lambda parent, suggested: out
    page._save_copy()
    copy = load_document(out).assessment
    assert copy.id == page.session.assessment.id
    assert (copy.answers, copy.actions, copy.asks, copy.stage_view) == ({}, {}, (), None)
    assert [each.name for each in copy.workshop.round.groups] == ["Team"]
    assert copy.workshop.key != page.session.assessment.workshop.key
