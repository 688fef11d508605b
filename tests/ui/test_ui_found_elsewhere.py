"""What was found but has no screen yet: the person is told where it can be seen."""

import pytest

from servicedesign import tools
from servicedesign.model import RECORDS
from servicedesign.ui.reaching import without_screen


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_a_sheet_is_promised_only_where_the_tool_of_the_record_has_one(kind):
    words = str(without_screen(kind))
    home = tools.tool_for_kind(kind)
    printed = home is not None and bool(home.sheets)
    assert ("印刷されます" in words) is printed
    assert ("ファイルに残っています" in words) is not printed
