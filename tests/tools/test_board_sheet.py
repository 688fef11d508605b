"""The board as a poster: every note legible and whole, on one page where that is possible."""

from __future__ import annotations

import dataclasses
import io
import re
import time

import pypdf
import pytest
from PIL import Image
from support.sheet_checks import PT, ink, outside, overlapping
from support.sheet_samples import NOTES, ODD, RARE, job, key, sentences, squeeze, text_of, workshop

from servicedesign.model import (
    Board,
    BoardFrame,
    Cluster,
    HowMightWe,
    Mandala,
    MandalaCell,
    Note,
    Selection,
    Tally,
    VoteRound,
    VoteStatus,
    VoteTarget,
    msg,
)
from servicedesign.paper.document import Document
from servicedesign.paper.page import TextOp
from servicedesign.paper.raster import page_text
from servicedesign.tools import sheet
from servicedesign.tools.board.idea_data import BoardIdeas, IdeaData, PileData, short_names
from servicedesign.tools.board.poster import PosterData, blank_data, draw, gather

COLOURS = ("cream", "sky", "beige", "green")


def board(ideas, piles=(), **changes) -> PosterData:
    made = BoardIdeas("ボード", "blank", (0, ""), tuple(piles), (), tuple(ideas))
    return PosterData((dataclasses.replace(made, **changes),), (False,))


def ideas(count: int, piles: int = 0, title: str = "案その{n}です") -> list[IdeaData]:
    return [
        IdeaData(n, title.format(n=n), "", COLOURS[n % 4], pile=n % piles if piles else -1)
        for n in range(1, count + 1)
    ]


def clusters(count: int) -> list[PileData]:
    return [PileData(f"表札{n}") for n in range(count)]


def a3(lang: str = "ja", **more):
    return job("A3", "landscape", lang, **more)


def sizes(document: Document, first: int = 0) -> list[float]:
    """Return the sizes of all words in the body of a page, in pt on the real paper."""
    page = document.pages[first]
    g = page.grid
    top = g.paper_height - g.body_top * g.scale
    low = g.paper_height - g.body_bottom * g.scale
    return [
        op.size
        for op in page.finished(document.numberings()[first])
        if isinstance(op, TextOp) and low < op.y / PT < top
    ]


def notes_on(document: Document) -> str:
    return squeeze(page_text(document.pdf_bytes(), 0))


@pytest.fixture
def project(tmp_path):
    with workshop(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A3", "A1", "B2", "MOZO", "A4"])
def test_every_note_and_title_card_is_printed(project, paper, lang):
    text = text_of(draw(gather(project), job(paper, "landscape", lang)))
    for number, title, words, _, _ in NOTES:
        assert str(number) in text
        assert squeeze(title) in text
        assert squeeze(words) in text
    assert all(one.title in text for one in project.all(Cluster))


def test_a_folded_cluster_is_printed_unfolded(project):
    before = text_of(draw(gather(project), a3()))
    with project.edit(msg("たたむ")):
        for one in project.all(Cluster):
            project.put(dataclasses.replace(one, folded=True))
    assert text_of(draw(gather(project), a3())) == before


@pytest.mark.parametrize(("paper", "least"), [("A3", 9), ("A1", 14), ("B2", 14), ("A0", 14)])
@pytest.mark.parametrize("count", [5, 45, 200])
def test_words_are_legible_from_where_one_stands(paper, least, count):
    document = draw(board(ideas(count, 4), clusters(4)), job(paper, "landscape"))
    assert min(sizes(document)) >= least - 0.01


def test_forty_five_ideas_in_eight_clusters_are_one_page():
    document = draw(board(ideas(45, 8), clusters(8)), a3())
    assert len(document.pages) == 1
    assert outside(document) == []
    assert overlapping(document) == []


def test_few_ideas_are_printed_large():
    few = max(sizes(draw(board(ideas(5, 1), clusters(1)), a3())))
    many = max(sizes(draw(board(ideas(45, 1), clusters(1)), a3())))
    assert few > 1.4 * many


def test_many_ideas_take_more_pages_and_repeat_the_title_card():
    document = draw(board(ideas(500, 1), clusters(1)), a3())
    pdf = document.pdf_bytes()
    assert len(document.pages) > 5
    for number in range(len(document.pages)):
        words = squeeze(page_text(pdf, number))
        assert "表札0" in words
        assert ("表札0（つづき）" in words) == (number > 0)
    text = text_of(document)
    assert all(f"案その{n}です" in text for n in range(1, 501))


def test_a_thousand_ideas_are_drawn_quickly():
    start = time.process_time()
    document = draw(board(ideas(1000, 12), clusters(12)), a3())
    document.pdf_bytes()
    assert time.process_time() - start < 6
    assert text_of(document).count("案その") == 1000


def test_notes_of_a_cluster_come_by_votes_then_by_number(project):
    own = sorted(project.all(Note, cluster_id=key("c1")), key=lambda note: note.number)
    vote = VoteRound(
        board_id=key("board"),
        title="第1回",
        status=VoteStatus.CLOSED,
        target_ids=tuple(note.id for note in own),
        tallies=(Tally(target_id=own[-1].id, votes=7, supporters=7),),
        selections=(Selection(target_id=own[-1].id),),
    )
    with project.edit(msg("投票")):
        project.put(vote)
    found = gather(project).boards[0].in_pile(0)
    assert [one.number for one in found] == [own[-1].number, *(n.number for n in own[:-1])]
    assert (found[0].votes, found[0].chosen, found[1].votes) == (7, True, 0)
    assert "深掘りへ" in text_of(draw(gather(project), a3()))


@pytest.mark.parametrize("status", [VoteStatus.DRAFT, VoteStatus.OPEN])
def test_votes_stay_hidden_until_the_vote_is_closed(project, status):
    target = project.all(Note)[0].id
    vote = VoteRound(
        board_id=key("board"), status=status, target_ids=(target,),
        tallies=(Tally(target_id=target, votes=5),),
    )  # fmt: skip
    with project.edit(msg("投票")):
        project.put(vote)
    assert {idea.votes for idea in gather(project).boards[0].ideas} == {None}
    assert "1票" not in text_of(draw(gather(project), a3()))


def test_a_vote_on_clusters_is_shown_at_their_title_cards(project):
    vote = VoteRound(
        board_id=key("board"),
        target=VoteTarget.CLUSTER,
        status=VoteStatus.CLOSED,
        target_ids=(key("c1"), key("c2")),
        tallies=(Tally(target_id=key("c2"), votes=14),),
        selections=(Selection(target_id=key("c2")),),
    )
    with project.edit(msg("投票")):
        project.put(vote)
    piles = gather(project).boards[0].piles
    assert [(one.votes, one.chosen) for one in piles] == [(0, False), (14, True)]
    assert "×14" in text_of(draw(gather(project), a3()))


def test_a_pain_point_shared_by_a_cluster_is_named_once():
    same = [IdeaData(n, f"案{n}", "", "sky", pain=5, pile=0) for n in (81, 82, 83, 84)]
    document = draw(board(same, clusters(1)), a3())
    other = draw(board([dataclasses.replace(same[0], pain=6), *same[1:]], clusters(1)), a3())
    alone = [word for word in _numbers(document) if word == "5"]
    assert len(alone) == 1
    assert sorted(word for word in _numbers(other) if word in "56") == ["5", "5", "5", "6"]


def _numbers(document: Document) -> list[str]:
    ops = [op for op in document.pages[0].ops if isinstance(op, TextOp)]
    return ["".join(run.text for run in op.runs) for op in ops]


def test_the_question_stands_over_the_board(project):
    question = HowMightWe(sentence="どうすれば仕事を休まずに済むか")
    with project.edit(msg("問い")):
        project.put(question)
        project.put(dataclasses.replace(project.all(Board)[0], how_might_we_id=question.id))
    assert "どうすれば仕事を休まずに済むか" in notes_on(draw(gather(project), a3()))


def test_a_long_question_goes_on_overleaf():
    document = draw(board(ideas(9), question=(1, sentences(400))), a3())
    assert text_of(document).count(RARE) == 400
    assert "つづきは" in notes_on(document)


def test_the_wall_keeps_its_arrangement_where_there_are_no_clusters():
    spots = {1: (0, 0), 2: (900, 40), 3: (450, 300), 4: (20, 620)}
    made = [IdeaData(n, f"案{n}", "", "sky", place=(*at, 160, 160)) for n, at in spots.items()]
    document = draw(board(made), a3())
    found = {
        "".join(run.text for run in op.runs): (op.x, -op.y)
        for op in document.pages[0].ops
        if isinstance(op, TextOp)
    }
    at = [found[f"案{n}"] for n in spots]
    assert at[0][0] < at[2][0] < at[1][0]
    assert at[0][1] < at[1][1] < at[2][1] < at[3][1]
    wide, tall = at[1][0] - at[0][0], at[3][1] - at[0][1]
    assert wide / tall == pytest.approx(900 / 620, rel=0.02)


@pytest.mark.parametrize("spread", [40, 4])
def test_notes_that_lie_on_each_other_on_the_wall_are_all_readable(spread):
    made = [
        IdeaData(n, f"案その{n}", "", "sky", place=(n * spread, n * spread, 160, 160))
        for n in range(1, 31)
    ]
    document = draw(board(made), a3())
    assert overlapping(document) == []
    assert all(f"案その{n}" in text_of(document) for n in range(1, 31))


def test_notes_far_away_on_the_wall_do_not_make_the_others_tiny():
    made = ideas(6)
    made[0] = dataclasses.replace(made[0], place=(9_000_000, -9_000_000, 160, 160))
    assert min(sizes(draw(board(made), a3()))) >= 9


def test_on_a_journey_map_notes_stand_under_their_phases(project):
    with project.edit(msg("下敷き")):
        one = project.all(Board)[0]
        project.put(dataclasses.replace(one, frame=BoardFrame.JOURNEY, journey_map_id=key("map")))
        for note in project.all(Note)[:5]:
            project.put(dataclasses.replace(note, phase_id=key("phase")))
    data = gather(project)
    assert [pile.title for pile in data.boards[0].piles] == ["申請"]
    assert len(data.boards[0].in_pile(0)) == 5
    text = notes_on(draw(data, a3()))
    assert "申請" in text
    assert "フェーズの外の案" in text
    assert not any(cluster.title in text for cluster in project.all(Cluster))


@pytest.mark.parametrize("frame", ["journey", "columns"])
def test_columns_that_are_too_many_or_too_long_go_on_over_pages(frame):
    document = draw(board(ideas(300, 24), clusters(24), frame=frame), a3())
    text = text_of(document)
    assert len(document.pages) > 2
    assert all(f"案その{n}です" in text for n in range(1, 301))
    assert all(f"表札{n}" in text for n in range(24))
    assert outside(document) == []
    assert overlapping(document) == []


def test_long_notes_shrink_grow_and_then_go_on_overleaf():
    long = IdeaData(7, "長い案", sentences(1200), "sky", pile=0)
    document = draw(board([long, *ideas(5, 1)], clusters(1)), a3())
    assert text_of(document).count(RARE) == 1200
    assert "つづきは" in notes_on(document)
    assert any("7" in str(note) for note in document.warnings)


@pytest.mark.parametrize("frame", ["blank", "journey", "columns", "matrix", "mandala_9"])
@pytest.mark.parametrize("field", ["title", "text"])
def test_odd_words_are_printed_as_they_are(field, frame):
    made = [dataclasses.replace(one, **{field: ODD}) for one in ideas(3, 1)]
    document = draw(
        board([*made, IdeaData(9, "", "😀🎉", "beige")], clusters(1), frame=frame), a3()
    )
    text = text_of(document)
    for word in ("<b>太字</b>", "A‹B社", "𠮷野家", "葛城市"):
        assert word in text
    assert text.count("x") >= 9000
    assert "😀🎉" in text
    assert outside(document) == []


def test_long_title_cards_are_printed_whole():
    document = draw(board(ideas(4, 1), [PileData(sentences(200))]), a3())
    assert text_of(document).count(RARE) == 200


def test_a_board_of_many_ideas_shows_titles_and_says_where_the_rest_is(project):
    with project.edit(msg("足す")):
        for n in range(100, 130):
            project.put(Note(board_id=key("board"), number=n, title=f"案{n}", text="くわしい話。"))
    text = text_of(draw(gather(project), a3()))
    assert "くわしい話。" not in text
    assert "アイデアの一覧にあります" in text
    assert all(f"案{n}" in text for n in range(100, 130))


def test_a_note_without_a_title_shows_its_words_on_a_board_of_any_size(project):
    with project.edit(msg("足す")):
        for n in range(100, 130):
            project.put(Note(board_id=key("board"), number=n, text=f"言葉だけの案{n}です。"))
    text = text_of(draw(gather(project), a3()))
    assert all(f"言葉だけの案{n}です。" in text for n in range(100, 130))


def test_a_project_without_notes_has_no_poster(project):
    with project.edit(msg("消す")):
        for note in project.all(Note):
            project.delete(note)
    assert gather(project) is None


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_empty_board_uses_little_ink(lang):
    document = draw(blank_data(None), a3(lang, blank=True))
    assert ink(document) < 0.02
    assert ("ひとりで立つ案" if lang == "ja" else "Standingalone") in text_of(document)


def test_a_grey_copy_still_tells_groups_and_choices_apart(project):
    """Symbol and letter stand on every note: with one colour for all, the words are the same."""
    data = gather(project)
    one = data.boards[0]
    grey = tuple(dataclasses.replace(idea, colour="sky") for idea in one.ideas)
    other = PosterData((dataclasses.replace(one, ideas=grey),), data.brief)
    letters = re.findall(r"[ABC]", notes_on(draw(data, a3())))
    assert letters == re.findall(r"[ABC]", notes_on(draw(other, a3())))
    assert len(letters) >= len(one.ideas)


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["A班", "B班", "C班"], ("A", "B", "C")),
        (["Group A", "Group B"], ("A", "B")),
        (["赤", "青"], ("赤", "青")),
        (["班"], ("班",)),
        (["A班", "A班の2"], ("A班", "A班の2")),
        (["窓口で働く人たち", "役場の外の人たち"], ("窓口で働く人たち", "役場の外の人たち")),
        ([], ()),
    ],
)
def test_groups_are_named_by_what_tells_them_apart(names, short):
    assert short_names(names) == short


def test_two_boards_follow_each_other_with_bookmarks(project):
    with project.edit(msg("足す")):
        second = Board(title="二つ目のボード", position=9.0)
        project.put(second)
        project.put(Note(board_id=second.id, number=1, title="別の案"))
    document = draw(gather(project), a3())
    assert [(mark.title, mark.page) for mark in document.bookmarks if mark.level] == [
        ("アイデアボード", 0),
        ("二つ目のボード", 1),
    ]
    assert len(draw(gather(project, second.id), a3()).pages) == 1


def photo_note(project, number: int, colour: str, title: str = "写真の案") -> None:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900), colour).save(out, "JPEG")
    with project.edit(msg("写真")):
        image = project.add_image(out.getvalue())
        project.put(Note(board_id=key("board"), number=number, title=title, image_id=image.id))


def test_photos_are_shown_no_finer_than_print_can_show(project):
    photo_note(project, 90, "red")
    pdf = draw(gather(project), a3()).pdf_bytes()
    pictures = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images
    assert len(pictures) == 1
    assert max(pictures[0].image.size) < 400


def test_a_photo_without_words_takes_the_room_of_the_words(project):
    photo_note(project, 90, "red")
    photo_note(project, 91, "red", title="")
    pdf = draw(gather(project), a3()).pdf_bytes()
    beside, alone = sorted(
        image.image.size for image in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images
    )
    assert alone[0] > 1.6 * beside[0]


@pytest.mark.parametrize("sheet_id", ["board", "idea-cards", "stickies"])
def test_a_damaged_photo_is_told_and_the_rest_is_printed(project, sheet_id):
    photo_note(project, 90, "red")
    project.inside.connection.execute("UPDATE blob SET data=x'00'")
    spec = sheet(sheet_id)
    document = spec.draw(spec.gather(project), a3())
    text = text_of(document)
    assert "写真の案" in text
    assert all(squeeze(title) in text for _, title, *_ in NOTES)
    assert any("90" in str(note) for note in document.warnings)


def on_frame(project, frame: BoardFrame, spots: dict[int, tuple[float, float]]) -> PosterData:
    """Lay the board on ``frame``, its notes by number at ``spots`` and the others far below."""
    with project.edit(msg("枠")):
        project.put(dataclasses.replace(project.all(Board)[0], frame=frame))
        for index, note in enumerate(project.all(Note)):
            x, y = spots.get(note.number, (200.0 * index, 5000.0))
            project.put(dataclasses.replace(note, x=x, y=y))
    return gather(project)


def test_on_a_matrix_notes_keep_their_quarter(project):
    numbers = [number for number, *_ in NOTES]
    spots = {number: (180.0 * i, 60.0 if i < 4 else 700.0) for i, number in enumerate(numbers)}
    data = on_frame(project, BoardFrame.MATRIX, spots)
    named = [data.boards[0].named(i, job().t) for i in range(4)]
    assert named == ["計画する", "すぐやる", "見送る", "ついでに"]
    assert {idea.number for idea in data.boards[0].in_pile(0)} == set(numbers[:4])
    wall = notes_on(draw(data, job("A1", "landscape")))
    assert "効果が大きい" in wall
    assert "実現しやすい" in wall
    piles = notes_on(draw(data, a3()))
    assert "計画する" in piles
    assert all(squeeze(title) in piles for _, title, *_ in NOTES)


def test_on_a_mandala_notes_stand_under_the_words_of_their_cell(project):
    question = HowMightWe(sentence="どうすればよいか")
    chart = Mandala(how_might_we_id=question.id)
    with project.edit(msg("チャート")):
        project.put(question)
        project.put(chart)
        project.put(MandalaCell(mandala_id=chart.id, block=0, slot=0, text="真ん中の言葉"))
        project.put(MandalaCell(mandala_id=chart.id, block=0, slot=1, text="左上の言葉"))
        project.put(dataclasses.replace(project.all(Board)[0], how_might_we_id=question.id))
    data = on_frame(project, BoardFrame.MANDALA_3, {12: (40.0, 60.0), 31: (700.0, 560.0)})
    piles = data.boards[0].piles
    by_words = {pile.title: data.boards[0].in_pile(i) for i, pile in enumerate(piles)}
    assert [idea.number for idea in by_words["左上の言葉"]] == [12]
    assert [idea.number for idea in by_words["真ん中の言葉"]] == [31]
    text = text_of(draw(data, a3()))
    assert "左上の言葉" in text
    assert "真ん中の言葉" in text
    assert all(squeeze(title) in text for _, title, *_ in NOTES)


def test_plain_columns_are_printed_by_where_their_notes_lie(project):
    data = on_frame(project, BoardFrame.COLUMNS, {12: (40.0, 60.0), 31: (2000.0, 90.0)})
    assert 12 in {idea.number for idea in data.boards[0].in_pile(0)}
    assert 31 in {idea.number for idea in data.boards[0].in_pile(3)}
    assert "4列目" in text_of(draw(data, a3()))
