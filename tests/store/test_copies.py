"""Copies are whole or not there; anonymous ones name nobody in any byte."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pil
from support import pictures
from support import records as made_up

from servicedesign.model import (
    RECORDS,
    AgendaItem,
    Ballot,
    BallotVote,
    Board,
    Image,
    Interview,
    Link,
    Note,
    Participant,
    Persona,
    ProjectError,
    Tally,
    VoteRound,
    msg,
)
from servicedesign.store import (
    Project,
    open_project,
)
from servicedesign.store.anonymous import without_names
from servicedesign.store.images import fingerprint

SECRETS = (
    "斎藤美佐緒", "斎藤", "美佐緒", "さいとうみさお", "山﨑　健", "JohnSmithson", "市民課の係長",
    "みさお", "三十代の母", "聞き手の村上", "記録の中村", "見守りの近藤", "秘密の写真", "SecretCamera", "消した名前",
    "版だけの名前", "投票の記録",
)  # fmt: skip


def noted_photo() -> bytes:
    picture = Pil.merge("RGB", [Pil.effect_noise((60, 40), 80) for _ in range(3)])
    exif = Pil.Exif()
    exif[0x010F] = "SecretCamera"
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return written.getvalue()


def workshop(project: Project) -> dict[str, Any]:
    misao = Participant(
        name="斎藤 美佐緒", kana="さいとう みさお", affiliation="市民課の係長", position=1
    )
    ken = Participant(name="山﨑　健", position=2)
    john = Participant(name="JohnSmithson", position=3)
    board = Board(title="案", next_number=2)
    note = Note(
        board_id=board.id, number=1, author_id=misao.id,
        text="斎藤さんの話。ｻｲﾄｳﾐｻｵ、johnsmithson も賛成、みさお", tags=("山﨑　健", "大事"),
    )  # fmt: skip
    round_ = VoteRound(
        board_id=board.id, voter_ids=(misao.id, ken.id), log=("投票の記録 斎藤美佐緒",),
        tallies=(Tally(target_id=note.id, votes=2, supporters=2),),
    )  # fmt: skip
    ballot = Ballot(
        round_id=round_.id, participant_id=ken.id, votes=(BallotVote(target_id=note.id),)
    )
    with project.edit(msg("消した名前を書く")):
        project.put(Persona(name="消した名前"))
    with project.edit(msg("{who}を消す", who="斎藤美佐緒")):
        project.delete(project.all(Persona)[0])
    with project.edit(msg("ワークショップ")):
        for record in (misao, ken, john, board, note, round_, ballot):
            project.put(record)
        project.put(
            Interview(person="三十代の母", interviewer="聞き手の村上", recorder="記録の中村")
        )
        project.put(AgendaItem(title="始まり", who="見守りの近藤"))
        project.put(
            Link(source_kind="note", source_id=note.id, target_kind="ballot", target_id=ballot.id)
        )
        image = project.add_image(pictures.photo(), "秘密の写真 斎藤")
    return {"note": note, "round": round_, "image": image}


def test_an_anonymous_copy_has_no_name_in_any_byte(project: Project, tmp_path: Path) -> None:
    made = workshop(project)
    noted = noted_photo()
    with project.edit(msg("写真")):
        project.put(Image(sha256=fingerprint(noted), width=60, height=40, caption="秘密の写真"))
    project.inside.connection.execute("INSERT INTO blob VALUES (?,?)", (fingerprint(noted), noted))
    with project.edit(msg("一度だけ")):
        project.put(Persona(name="版だけの名前"))
    project.name_version("斎藤美佐緒の版")
    project.undo()
    copy = project.copy_to(tmp_path / "匿名.sdproj", anonymise=True)
    data = copy.read_bytes()
    for secret in SECRETS:
        assert secret.encode() not in data, secret
        assert secret.encode("utf-16-le") not in data, secret
    assert "ｻｲﾄｳﾐｻｵ".encode() not in data
    assert b"johnsmithson" not in data.lower()
    raw = sqlite3.connect(copy)
    assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)
    raw.close()
    with open_project(copy) as anonymous:
        assert [p.name for p in anonymous.all(Participant)] == ["参加者1", "参加者2", "参加者3"]
        (note,) = anonymous.all(Note)
        assert note.text == "参加者1さんの話。参加者1、参加者3 も賛成、参加者1"
        assert note.tags == ("参加者2", "大事")
        assert note.author_id is None
        (round_,) = anonymous.all(VoteRound)
        assert round_.voter_ids == round_.log == ()
        assert round_.tallies == made["round"].tallies
        assert anonymous.all(Ballot) == anonymous.all(Link) == ()
        assert anonymous.all(AgendaItem)[0].title == "始まり"
        assert anonymous.undo() is None
        assert anonymous.versions() == ()
        assert anonymous.check() == ()
        for image in anonymous.all(Image):
            assert image.caption == ""
            assert anonymous.image_bytes(image.sha256)
        assert anonymous.image_bytes(made["image"].sha256)
    assert project.all(Participant)[0].name == "斎藤 美佐緒"


def test_every_personal_field_of_every_kind_is_emptied(project: Project, tmp_path: Path) -> None:
    choose = random.Random(5)
    with project.edit(msg("何でも")):
        for _ in range(400):
            kind = choose.choice([kind for kind in RECORDS if made_up.may_be_made(kind)])
            record = made_up.record(kind, choose, made_up.ids_of(project))
            if record is not None:
                project.put(record)
    copy = project.copy_to(tmp_path / "匿名.sdproj", anonymise=True)
    with open_project(copy) as anonymous:
        for kind, records in anonymous.records().items():
            for name, spec in made_up.field_specs(RECORDS[kind]).items():
                if spec.personal == "clear":
                    assert not any(getattr(record, name) for record in records), (kind, name)
        assert len(anonymous.all(Persona)) == len(project.all(Persona))


def test_names_are_replaced_longest_first_and_however_written() -> None:
    names = (("斎藤 健", "参加者1"), ("斎藤", "参加者2"), ("ＡＢ", "参加者3"))
    assert without_names("斎藤 健と斎藤とab、ABC", names) == "参加者1と参加者2と参加者3、参加者3C"
    assert without_names("だれもいない", names) == "だれもいない"


def test_a_copy_leaves_the_past_behind_unless_it_is_asked_for(
    project: Project, tmp_path: Path
) -> None:
    workshop(project)
    project.name_version("一版")
    plain = project.copy_to(tmp_path / "写し.sdproj")
    whole = project.copy_to(tmp_path / "全部.sdproj", history=True)
    assert "消した名前".encode() not in plain.read_bytes()
    with open_project(plain) as copy:
        assert copy.dump() == project.dump()
        assert copy.undo() is None
        assert copy.versions() == ()
    with open_project(whole) as copy:
        assert copy.dump() == project.dump()
        assert len(copy.versions()) == 1
        assert copy.undo() is not None


def test_a_copy_never_replaces_a_file_unasked_and_never_an_open_one(
    project: Project, new_project: Callable[..., Project], tmp_path: Path
) -> None:
    other = tmp_path / "他.sdproj"
    other.write_text("大切")
    with pytest.raises(ProjectError, match="もうあります"):
        project.copy_to(other)
    assert other.read_text() == "大切"
    project.copy_to(other, replace=True)
    with open_project(other) as copy:
        assert copy.info == project.info
    with pytest.raises(ProjectError):
        project.copy_to(project.path, replace=True)
    second = new_project("二つ目.sdproj")
    with pytest.raises(ProjectError):
        project.copy_to(second.path, replace=True)
    with pytest.raises(ProjectError):
        project.copy_to(tmp_path, replace=True)
    with project.edit(msg("続ける")):
        project.put(Persona())
    assert not [p for p in tmp_path.iterdir() if "part" in p.name]
