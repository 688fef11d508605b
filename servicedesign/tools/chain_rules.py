"""What a reference says in the evidence chain: which end stands on which, and in what words.

Owns the one table of the references between records, for ``chain_steps``. A reference that says
where a thing stands, and not what it rests on, is named in ``SETTING``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.model.link import Relation
from servicedesign.model.message import N_


@dataclass(frozen=True, slots=True)
class Bond:
    """How two records hold together, read from the later one to the one it stands on.

    Attributes:
        behind: what the earlier one is to the later.
        ahead: what the later one is to the earlier; empty where it is no result, but a part.
        deep: whether the way back to the residents' words goes on through the earlier one. It does
            not where the earlier one is only the place, or most things would rest on everything.
        turned: whether the reference is held by the earlier one.
    """

    behind: str
    ahead: str = ""
    deep: bool = True
    turned: bool = False


LINKS: Final = {
    Relation.EVIDENCE: Bond(N_("根拠"), N_("これを根拠にした")),
    Relation.ANSWERS: Bond(N_("答える相手"), N_("これに答えた")),
    Relation.CAME_FROM: Bond(N_("もとになったもの"), N_("ここから生まれた")),
    Relation.CHANGED_BY: Bond(N_("変えるきっかけ"), N_("これで変わった")),
}
"""The words of the links that people and tools make."""

REFERENCES: Final[dict[tuple[str, str], Bond]] = {
    ("interview_entry", "interview_id"): Bond(N_("聞き取り"), N_("聞いた言葉")),
    ("finding", "entry_id"): Bond(N_("もとの言葉"), N_("わかったこと")),
    ("finding", "interview_id"): Bond(N_("聞き取り"), N_("わかったこと")),
    ("empathy_map", "persona_id"): Bond(N_("だれの共感マップか"), N_("共感マップ")),
    ("journey_map", "persona_id"): Bond(N_("だれの道のりか"), N_("道のりを描いた"), deep=False),
    ("cell", "map_id"): Bond(N_("のっている地図"), N_("地図の困りごと"), deep=False),
    ("phase", "map_id"): Bond(N_("のっている地図"), deep=False),
    ("lane", "map_id"): Bond(N_("のっている地図"), deep=False),
    ("issue", "cell_id"): Bond(N_("もとの困りごと"), N_("課題にした")),
    ("how_might_we", "issue_id"): Bond(N_("もとの課題"), N_("問いにした")),
    ("board", "how_might_we_id"): Bond(N_("考える問い"), N_("アイデアを出した")),
    ("board", "journey_map_id"): Bond(N_("下に敷いた地図"), N_("アイデアを貼った"), deep=False),
    ("cluster", "board_id"): Bond(N_("ボード"), deep=False),
    ("note", "board_id"): Bond(N_("貼ったボード"), N_("出たアイデア"), deep=False),
    ("note", "issue_id"): Bond(N_("答える課題"), N_("出たアイデア")),
    ("note", "cell_id"): Bond(N_("答える困りごと"), N_("出たアイデア")),
    ("note", "phase_id"): Bond(N_("貼ったフェーズ"), N_("出たアイデア"), deep=False),
    ("note", "cluster_id"): Bond(N_("まとめたアイデア"), N_("まとまりに入った"), turned=True),
    ("mandala", "how_might_we_id"): Bond(N_("考える問い"), N_("アイデアを広げた")),
    ("mandala_cell", "mandala_id"): Bond(N_("マンダラート"), N_("広げた升目")),
    ("mandala_cell", "note_id"): Bond(N_("もとの升目"), N_("付箋にした"), turned=True),
    ("vote_round", "board_id"): Bond(N_("ボード"), N_("投票した"), deep=False),
    ("vote_round", "run_off_of"): Bond(N_("もとの投票"), N_("決選をした"), deep=False),
    ("deep_dive", "note_id"): Bond(N_("もとの案"), N_("深掘りした")),
    ("deep_dive", "cluster_id"): Bond(N_("もとのまとまり"), N_("深掘りした")),
    ("payoff_matrix", "board_id"): Bond(N_("ボード"), N_("評価した"), deep=False),
    ("payoff_item", "matrix_id"): Bond(N_("評価マトリクス"), deep=False),
    ("payoff_item", "note_id"): Bond(N_("もとの案"), N_("評価した")),
    ("payoff_item", "cluster_id"): Bond(N_("もとのまとまり"), N_("評価した")),
    ("prototype", "note_id"): Bond(N_("もとの案"), N_("試作にした")),
    ("prototype", "deep_dive_id"): Bond(N_("もとの深掘り"), N_("試作にした")),
    ("prototype_version", "prototype_id"): Bond(N_("試作"), N_("作った版")),
    ("prototype_version", "cause_session_id"): Bond(N_("変えるもとになったテスト"), N_("直した版")),
    ("frame", "version_id"): Bond(N_("試作の版"), deep=False),
    ("frame", "deep_dive_id"): Bond(N_("深掘り"), deep=False),
    ("test_task", "version_id"): Bond(N_("試す版"), deep=False),
    ("test_session", "version_id"): Bond(N_("試した版"), N_("テストした")),
    ("observation", "session_id"): Bond(N_("テスト"), N_("見たこと")),
    ("observation", "task_id"): Bond(N_("テストの課題"), deep=False),
    ("improvement", "session_id"): Bond(N_("テスト"), N_("直すこと")),
    ("improvement", "version_id"): Bond(N_("入れた直し"), N_("入れた版"), turned=True),
    ("principle_check", "item_id"): Bond(N_("箇条"), deep=False),
    ("principle_review", "version_id"): Bond(N_("確かめた試作"), N_("12箇条で確かめた")),
    ("proposal", "version_id"): Bond(N_("もとの試作"), N_("提案にした")),
    ("cost", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("benefit", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("funding", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("kpi", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("milestone", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("risk", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("decision", "proposal_id"): Bond(N_("提案書"), deep=False),
    ("process_step", "proposal_id"): Bond(N_("提案書"), deep=False),
}
"""The words of the references that records hold by themselves, by kind and field."""

SETTING: Final = frozenset(
    {
        *(("persona", "image_id"), ("cell", "image_id"), ("project", "logo_image_id")),
        *(("note", "sketch_id"), ("note", "image_id"), ("frame", "sketch_id")),
        *(("frame", "image_id"), ("note", "author_id"), ("note", "group_id")),
        *(("participant", "group_id"), ("reflection", "group_id"), ("deep_dive", "group_id")),
        *(("ballot", "round_id"), ("ballot", "participant_id")),
        *(("journey_map", "counterpart_id"), ("phase", "counterpart_id"), ("phase", "stage_of_id")),
        *(("cell", "phase_id"), ("cell", "lane_id")),
        *(("principle_item", "edition_id"), ("principle_review", "edition_id")),
    }
)
"""References that are no part of the chain: pictures, people, ballots, and places in a grid."""

SELECTED: Final = Bond(N_("選んだ案"), N_("投票で残った"), turned=True)
"""An idea that a vote kept. Votes themselves are never told: they may still be hidden."""

TO_BE: Final = Bond(N_("現状の地図"), N_("理想の地図"))
"""A map of how it should become, and the one of how it is."""
