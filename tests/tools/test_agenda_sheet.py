"""The agenda on paper: a day on a page where it fits, and nothing lost where it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.printed import page_words, squeeze

from servicedesign.cli import main
from servicedesign.exchange.export import ExportPlan, draw_sheet, gather_sheet, sheet_job
from servicedesign.model import AgendaItem, msg
from servicedesign.store import create_project
from servicedesign.tools import sheet
from servicedesign.tools.agenda.templates import use_template

DAY = date(2026, 11, 5)


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "進行.sdproj")
    yield made
    made.close(discard=True)


def printed(project, sheet_id: str, paper: str = "A4", lang: str = "ja", *, blank: bool = False):
    spec = sheet(sheet_id)
    plan = ExportPlan(blank=blank, lang=lang, day=DAY, paper=paper)
    data = gather_sheet(spec, project, blank=blank)
    document = draw_sheet(spec, data, sheet_job(spec, plan, project), plan.tile)
    return [squeeze(page) for page in page_words(document.pdf_bytes())]


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_half_a_day_is_one_page_with_every_column(project, paper):
    use_template(project, "half-day", "ja")
    (page,) = printed(project, "agenda", paper)
    for words in (
        *("13:00", "16:20", "16:30", "45", "趣旨と約束", "話しやすい空気をつくる"),
        *("ジャーニーマップA3", "各班", "付箋100枚", "1人3票", "写真をとり、紙を番号順に集める"),
        "うち◇で縮められる分は14分",
    ):
        assert squeeze(words) in page, words


def test_each_day_has_a_page_and_lunch_is_told(project):
    use_template(project, "two-day", "ja")
    pages = printed(project, "agenda")
    assert len(pages) == 2
    assert "1日目" in pages[0]
    assert "2日目" in pages[1]
    assert all("昼休み（1時間）" in page for page in pages)


def test_participants_see_what_and_what_for_and_nobody_s_name(project):
    use_template(project, "half-day", "ja")
    (page,) = printed(project, "agenda-participants")
    assert "声の大きさで決まらないようにする" in page
    for hidden in ("進行役は評価しない", "各班", "名札", "紙カード"):
        assert squeeze(hidden) not in page


def test_a_long_day_goes_on_overleaf_with_its_head_again(project):
    with project.edit(msg("長い")):
        for number in range(60):
            project.put(
                AgendaItem(
                    start="" if number else "9:00",
                    minutes=10,
                    title=f"項目{number:02d}",
                    method="声に出して読み、線を引く。" * 3,
                    position=float(number),
                )
            )
    pages = printed(project, "agenda")
    assert len(pages) > 2
    assert all(squeeze("内容・進め方") in page for page in pages)
    assert all(f"項目{number:02d}" in "".join(pages) for number in range(60))


def test_a_step_higher_than_a_page_loses_no_word(project):
    long = "".join(f"{number}番目のことば、" for number in range(1_500))
    with project.edit(msg("長い")):
        project.put(AgendaItem(start="9:00", minutes=10, title="長い", aim=long, method=long))
    for sheet_id in ("agenda", "agenda-participants"):
        whole = "".join(printed(project, sheet_id))
        assert all(f"{number}番目のことば" in whole for number in range(0, 1_500, 50))


def test_overlaps_and_times_past_midnight_are_printed(project):
    with project.edit(msg("夜")):
        for place, (start, minutes) in enumerate((("23:00", 90), ("0:20", 10), ("", 5))):
            project.put(
                AgendaItem(start=start, minutes=minutes, title=f"夜{place}", position=float(place))
            )
    (page,) = printed(project, "agenda")
    assert "翌0:20" in page
    assert squeeze("前の項目と10分重なっています") in page


def test_a_day_without_times_prints_its_lengths(project):
    with project.edit(msg("作る")):
        project.put(AgendaItem(minutes=25, title="話す"))
    (page,) = printed(project, "agenda")
    assert "25" in page
    assert "話す" in page


@pytest.mark.parametrize("sheet_id", ["agenda", "agenda-participants"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_empty_form_is_one_page(project, sheet_id, lang):
    (page,) = printed(project, sheet_id, lang=lang, blank=True)
    assert squeeze("時刻" if lang == "ja" else "Time") in page


def test_the_command_line_prints_it(project, tmp_path):
    use_template(project, "half-day", "ja")
    copy, out = tmp_path / "写し.sdproj", tmp_path / "進行表.pdf"
    project.copy_to(copy)
    asked = ["export", str(copy), "-o", str(out), "--sheet", "agenda"]
    assert main(asked, lambda *_args: 1) == 0
    assert "13:00" in page_words(out.read_bytes())[0]
