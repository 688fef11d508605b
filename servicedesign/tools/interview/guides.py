"""Open questions to begin from, in the order of a talk: yes or no answers none of them.

Owns the bundled lists. A project keeps the words it took over; changing these changes no project.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.model.message import N_


@dataclass(frozen=True, slots=True)
class Guide:
    """A list of questions.

    Attributes:
        id: its name in code.
        title: for people (to translate).
        questions: in order (to translate).
    """

    id: str
    title: str
    questions: tuple[str, ...]


SHEET_QUESTIONS: Final = (
    N_("最近、役場や町のサービスを使ったのはいつですか"),
    N_("きっかけから終わりまで、順に教えてください"),
    N_("いちばん困ったのはどこですか。その時、どう思いましたか"),
    N_("どうやって切りぬけましたか。頼った人は"),
    N_("どうなっていたら、よかったですか"),
)
"""What the empty note sheet asks: as many as its page holds."""

GUIDES: Final = (
    Guide("user", N_("使った人に"), SHEET_QUESTIONS),
    Guide(
        "day",
        N_("暮らしを知る"),
        (
            N_("ふだんの一日を、起きてから順に教えてください"),
            N_("一週間のうち、いちばん忙しいのはいつですか"),
            N_("わからないことがあると、まず何を見て、だれに聞きますか"),
            N_("役場や町と関わるのは、どんな時ですか"),
            N_("いま、いちばん気にかかっていることは何ですか"),
        ),
    ),
    Guide(
        "staff",
        N_("窓口の職員に"),
        (
            N_("この仕事の一日を、順に教えてください"),
            N_("来る人は、どこでつまずきますか。最近の例を教えてください"),
            N_("自分が手間だと感じるのは、どの作業ですか"),
            N_("決まりにはないが、工夫していることは何ですか"),
            N_("一つだけ変えられるなら、何を変えますか"),
        ),
    ),
    Guide(
        "watching",
        N_("観察する時に"),
        (
            N_("だれが、どこから、何を持って来たか"),
            N_("最初に何を見て、どう動いたか"),
            N_("止まった所、迷った所、戻った所"),
            N_("だれに何を聞いたか。言葉のまま"),
            N_("終わった時の様子。かかった時間"),
        ),
    ),
    Guide(
        "deeper",
        N_("もう一歩深く"),
        (
            N_("そのとき、どう感じましたか"),
            N_("なぜ、そうしたのですか"),
            N_("たとえば、どんなことがありましたか"),
            N_("それまでは、どうしていましたか"),
            N_("ほかに、聞いておいたほうがよいことはありますか"),
        ),
    ),
)
"""Every list, in the order of the menu."""
