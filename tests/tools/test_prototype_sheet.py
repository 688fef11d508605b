"""Prototype cards: every word of every version, on any paper, whatever its length."""

import dataclasses
import io

import pypdf
import pytest
from support.sheet_samples import FRAMES, ODD, RARE, job, key, sentences, squeeze, text_of, workshop

from servicedesign.model import Outcome, Side, Verification, VerificationQuestion
from servicedesign.model.method import Progress
from servicedesign.tools.prototype.actions import latest_version, progress
from servicedesign.tools.prototype.content import FrameData
from servicedesign.tools.prototype.sheet import PrototypeData, blank_data, draw, gather

PAPERS = [("A3", "landscape"), ("A3", "portrait"), ("A4", "portrait"), ("A4", "landscape")]
TEXTS = ("based_on", "hypothesis", "to_find_out", "cost", "effort", "partner", "changes")
LONG = (*TEXTS, "name", "ready_reason", "code", "cause")


@pytest.fixture
def data(tmp_path):
    with workshop(tmp_path) as project:
        yield gather(project)


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_all_words_of_all_versions_are_printed(data, paper, orientation, lang):
    text = text_of(draw(data, job(paper, orientation, lang)))
    for version in data.versions:
        for name in ("name", "code", "ready_reason", *TEXTS):
            assert squeeze(getattr(version, name)) in text, name
    for heading, caption in FRAMES:
        assert squeeze(heading) in text
        assert squeeze(caption) in text
    for note in ("T-01〜04", "4人とも", "予約の費用", "代休しだい", "条件つき", "T-02"):
        assert note in text


def test_the_latest_version_comes_first(data):
    assert [version.number for version in data.versions] == [2, 1]
    document = draw(data, job("A3", "landscape"))
    assert len(document.pages) == 2
    assert [mark.title for mark in document.bookmarks][1:] == [
        "P-1 第2版 土曜のまとめて相談の日",
        "P-1 第1版 土曜のまとめて相談の日",
    ]


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
@pytest.mark.parametrize("field", LONG)
def test_ten_thousand_characters_in_any_field_continue(data, paper, orientation, field):
    words = sentences(1000)
    version = dataclasses.replace(data.versions[0], **{field: words})
    document = draw(PrototypeData((version,)), job(paper, orientation))
    found = text_of(document)
    assert found.count(RARE) >= 1000
    assert document.warnings


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_long_captions_headings_and_notes_continue(data, paper, orientation):
    words = sentences(300)
    frames = tuple(
        FrameData(f"頭{i}" + words[:600].replace(RARE, "鯛"), f"脚{i}" + words) for i in range(3)
    )
    answers = tuple(
        Verification(question=q, side=side, outcome=Outcome.PARTLY, note=words)
        for q in VerificationQuestion
        for side in Side
    )
    version = dataclasses.replace(data.versions[0], frames=frames, answers=answers)
    found = text_of(draw(PrototypeData((version,)), job(paper, orientation)))
    assert found.count(RARE) == 13 * 300
    assert found.count("鯛") == 3 * words[:600].count(RARE)
    assert all(f"頭{i}" in found and f"脚{i}" in found for i in range(3))


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 30])
def test_any_number_of_frames_is_printed(data, paper, orientation, count):
    frames = tuple(FrameData(f"場面{i}。", f"説明その{i}。") for i in range(1, count + 1))
    version = dataclasses.replace(data.versions[0], frames=frames)
    found = text_of(draw(PrototypeData((version,)), job(paper, orientation)))
    assert all(f"場面{i}。" in found and f"説明その{i}。" in found for i in range(1, count + 1))


@pytest.mark.parametrize("field", LONG)
def test_odd_words_are_printed_as_they_are(data, field):
    version = dataclasses.replace(data.versions[0], **{field: ODD})
    document = draw(PrototypeData((version,)), job("A3", "landscape"))
    found = text_of(document)
    for word in ("<b>太字</b>", "A‹B社", "𠮷野家", "葛城市"):
        assert word in found
    assert found.count("x") >= 3000


def test_an_empty_version_prints_its_labels_and_frames_to_draw_in(data):
    version = dataclasses.replace(
        data.versions[0], **dict.fromkeys(LONG, ""), frames=(), answers=()
    )
    found = text_of(draw(PrototypeData((version,)), job("A3", "landscape")))
    assert "仮説" in found
    assert "知りたいこと" in found


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_a_blank_sheet_has_labels_in_the_readers_language(paper, orientation):
    data = blank_data(None)
    japanese = text_of(draw(data, job(paper, orientation, blank=True)))
    assert all(word in japanese for word in ("仮説", "図上", "ニーズを", "判定", "残る条件", "6"))
    english = text_of(draw(data, _english(paper, orientation)))
    assert all(word in english for word in ("Hypothesis", "Drawing", "Staff", "Verdict"))
    assert not any("\u3040" <= char <= "\u30ff" for char in english)


def _english(paper, orientation):
    made = job(paper, orientation, "en", blank=True)
    frame = dataclasses.replace(
        made.frame, project="Support", organisation="Midorino", section="Children"
    )
    return dataclasses.replace(made, frame=frame)


def test_every_face_is_embedded(data):
    reader = pypdf.PdfReader(io.BytesIO(draw(data, job("A3", "landscape")).pdf_bytes()))
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_prototypes_are_done_when_the_latest_version_is_agreed_on(tmp_path):
    with workshop(tmp_path) as project:
        assert latest_version(project, key("p1")).number == 2
        assert progress(project) is Progress.DONE
        with project.edit(_label()):
            project.put(dataclasses.replace(latest_version(project, key("p1")), ready=False))
        assert progress(project) is Progress.SOME


def _label():
    from servicedesign.model import msg

    return msg("まだ")
