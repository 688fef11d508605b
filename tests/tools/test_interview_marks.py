"""A mark stays on its words however the answer around them is rewritten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import Finding, FindingKind, InterviewEntry, SourceMethod
from servicedesign.store import create_project
from servicedesign.tools.interview import actions, findings
from servicedesign.tools.interview.shifting import shift_marks

NOW = datetime(2026, 11, 20, 10, 8).astimezone()
FEW = st.text(alphabet="あい。\n𠮷", max_size=12)
"""Few letters, so that the same ones stand side by side and a change could be anywhere."""


@st.composite
def marked(draw):
    before, words, behind = draw(FEW), draw(FEW.filter(bool)), draw(FEW)
    return before, words, behind


@given(marked(), FEW, st.integers(0, 12))
def test_words_put_in_before_or_behind_leave_the_marked_words_alone(parts, new, place):
    before, words, behind = parts
    text, span = before + words + behind, (len(before), len(before + words))
    at = min(place, len(before))
    earlier = before[:at] + new + before[at:] + words + behind
    at = min(place, len(behind))
    later = before + words + behind[:at] + new + behind[at:]
    for after in (earlier, later):
        [moved] = shift_marks(text, after, [span])
        assert moved is not None
        assert after[slice(*moved)] == words


@given(marked(), st.integers(0, 12), st.integers(0, 12))
def test_words_taken_out_elsewhere_leave_the_marked_words_alone(parts, one, other):
    before, words, behind = parts
    text, span = before + words + behind, (len(before), len(before + words))
    low, high = sorted((min(one, len(before)), min(other, len(before))))
    earlier = before[:low] + before[high:] + words + behind
    low, high = sorted((min(one, len(behind)), min(other, len(behind))))
    later = before + words + behind[:low] + behind[high:]
    for after in (earlier, later):
        [moved] = shift_marks(text, after, [span])
        assert moved is not None
        assert after[slice(*moved)] == words


@given(st.permutations("abcdefghij"), st.data())
def test_deleted_words_shrink_the_mark_to_what_is_left_of_it(letters, data):
    text = "".join(letters)
    start = data.draw(st.integers(0, 9))
    end = data.draw(st.integers(start + 1, 10))
    low = data.draw(st.integers(0, 10))
    high = data.draw(st.integers(low, 10))
    after = text[:low] + text[high:]
    kept = [text[place] for place in range(start, end) if not low <= place < high]
    [moved] = shift_marks(text, after, [(start, end)])
    assert (after[slice(*moved)] if moved else "") == "".join(kept)


@given(FEW, FEW, st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=4))
def test_a_mark_is_never_out_of_range_or_empty(before, after, spans):
    known = [(min(span), max(span)) for span in spans if min(span) < max(span) <= len(before)]
    for moved in shift_marks(before, after, known):
        assert moved is None or 0 <= moved[0] < moved[1] <= len(after)


@given(st.lists(FEW, min_size=1, max_size=6), FEW)
def test_many_edits_in_a_row_never_lose_the_range(texts, first):
    text, span = "窓口" + first, (0, 2)
    for piece in texts:
        after = text[: len(text) // 2] + piece + text[len(text) // 2 :]
        [moved] = shift_marks(text, after, [span])
        assert moved is not None
        assert "".join(c for c in after[slice(*moved)] if c in "窓口") == "窓口"
        text, span = after, moved


@pytest.mark.parametrize(
    ("before", "after", "words", "kept"),
    [
        ("窓口が三つある", "窓口が四つもある", "三つ", "四つも"),
        ("窓口が三つある", "その窓口が三つある。", "窓口", "窓口"),
        (
            "朝4時に家を出ます。昼には終わる",
            "朝5時に家を出ます。昼の1時には終わる",
            "家を出ます",
            "家を出ます",
        ),
        ("ああああ", "あああああ", "ああ", "ああ"),
        ("休みを4回", "休み", "4回", ""),
        ("", "新しい", "", ""),
    ],
)
def test_rewording_keeps_to_the_words(before, after, words, kept):
    start = before.index(words)
    [moved] = shift_marks(before, after, [(start, start + len(words))] if words else [(0, 0)])
    assert (after[slice(*moved)] if moved else "") == kept


def test_in_a_very_long_text_too():
    text = "窓口は平日の昼だけ開いている。" * 10_000
    after = text[:70_000] + "新しい言葉" + text[70_010:]
    [moved] = shift_marks(text, after, [(100_000, 100_004)])
    assert moved == (99_995, 99_999)


@pytest.fixture
def entry(tmp_path: Path):
    project = create_project(tmp_path / "印.sdproj")
    talk = actions.add_interview(project, SourceMethod.DEPTH_INTERVIEW, "2026-11-20")
    entry = actions.entries_of(project, talk.id)[0]
    actions.write_entry(project, entry.id, "verbatim", "窓口が三つある。休みを4回取った。", NOW)
    yield project, project.get(InterviewEntry, entry.id)
    project.close(discard=True)


def words_of(project, finding: Finding) -> str:
    one = project.get(Finding, finding.id)
    return project.get(InterviewEntry, one.entry_id).verbatim[one.start : one.end]


def test_a_finding_follows_its_words_in_the_same_step_and_back(entry):
    project, one = entry
    marked = findings.mark_words(project, one.id, (8, 13), FindingKind.FACT)
    assert words_of(project, marked) == "休みを4回"
    actions.write_entry(project, one.id, "verbatim", "町の" + one.verbatim, NOW)
    assert words_of(project, marked) == "休みを4回"
    project.undo()
    assert words_of(project, marked) == "休みを4回"
    assert project.get(InterviewEntry, one.id).verbatim == one.verbatim


def test_a_finding_worded_as_spoken_is_worded_as_the_words_now_are(entry):
    project, one = entry
    spoken = findings.mark_words(project, one.id, (8, 13), FindingKind.FACT)
    own = findings.mark_words(project, one.id, (0, 2), FindingKind.FACT)
    findings.write_finding(project, own.id, "窓口が多すぎる")
    after = one.verbatim.replace("4回", "四回も").replace("窓口", "カウンター")
    actions.write_entry(project, one.id, "verbatim", after, NOW)
    assert project.get(Finding, spoken.id).text == "休みを四回も"
    assert project.get(Finding, own.id).text == "窓口が多すぎる"


def test_a_finding_whose_words_are_gone_keeps_its_wording_without_a_place(entry):
    project, one = entry
    marked = findings.mark_words(project, one.id, (8, 13), FindingKind.FACT)
    actions.write_entry(project, one.id, "verbatim", "窓口が三つある。", NOW)
    left = project.get(Finding, marked.id)
    assert (left.text, left.start, left.end, left.entry_id) == ("休みを4回", 0, 0, one.id)
    assert findings.span_of(left, "窓口が三つある。") is None


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_splitting_and_joining_keeps_every_marked_word(tmp_path_factory, data):
    project = create_project(tmp_path_factory.mktemp("m") / "印.sdproj")
    try:
        talk = actions.add_interview(project, SourceMethod.DEPTH_INTERVIEW, "2026-11-20")
        one = actions.entries_of(project, talk.id)[0]
        text = "一二三四五六七八九十"
        actions.write_entry(project, one.id, "verbatim", text, NOW)
        start, end = sorted(data.draw(st.tuples(st.integers(0, 9), st.integers(0, 9))))
        marked = findings.mark_words(project, one.id, (start, end + 1), FindingKind.FACT)
        place = data.draw(st.integers(0, len(text)))
        new = actions.split_entry(project, one.id, place)
        kept = words_of(project, marked)
        assert kept
        assert kept in text[start : end + 1]
        assert place in range(start + 1, end + 1) or kept == text[start : end + 1]
        actions.merge_entry(project, new.id)
        assert words_of(project, marked) == kept
    finally:
        project.close(discard=True)
