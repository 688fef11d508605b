"""Every command of the shell as data: what it is called, its keys, where it works.

Owns the one table from which menus, shortcuts and the list under F1 are made. What a command does
is bound elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from servicedesign.model.message import N_


class Where(StrEnum):
    """Where a command can be given."""

    ALWAYS = "always"
    PROJECT = "project"
    EDITOR = "editor"
    """Where the editor in view offers it."""


class Group(StrEnum):
    """The headings of the menu and of the list of keys."""

    FILE = "file"
    EVERYWHERE = "everywhere"
    GO = "go"
    VIEW = "view"
    ROOM = "room"
    CHAIN = "chain"
    MAP = "map"
    BOARD = "board"
    MANDALA = "mandala"
    VOTING = "voting"
    WRITING = "writing"


GROUP_TITLES = {
    Group.FILE: N_("ファイル"),
    Group.EVERYWHERE: N_("どこでも"),
    Group.GO: N_("移動"),
    Group.VIEW: N_("表示"),
    Group.ROOM: N_("会場で"),
    Group.CHAIN: N_("書き込みと根拠"),
    Group.MAP: N_("ジャーニーマップ"),
    Group.BOARD: N_("ボード"),
    Group.MANDALA: N_("マンダラート"),
    Group.VOTING: N_("投票"),
    Group.WRITING: N_("欄と一覧で"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: its name in code.
        label: its name for people.
        keys: its keys as Qt spells them, the one that is shown first.
        where: where it works.
        group: its heading.
        icon: an ``mdi6.`` name, or empty.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    where: Where
    group: Group
    icon: str = ""

    @property
    def key(self) -> str:
        """The key that is shown, or empty."""
        return self.keys[0] if self.keys else ""


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys that belong to a field or a list and not to a command; shown under F1.

    Attributes:
        keys: as people read them.
        label: what they do.
    """

    keys: str
    label: str


_A, _P, _E = Where.ALWAYS, Where.PROJECT, Where.EDITOR
_B, _M = Group.BOARD, Group.MANDALA
_J, _R = Group.MAP, Group.ROOM
_F, _EV, _G, _V, _C = Group.FILE, Group.EVERYWHERE, Group.GO, Group.VIEW, Group.CHAIN

COMMANDS: tuple[Command, ...] = (
    Command("new", N_("新しく始める…"), ("Ctrl+N",), _A, _F, "mdi6.file-plus-outline"),
    Command("open", N_("ファイルを開く…"), ("Ctrl+O",), _A, _F, "mdi6.folder-open-outline"),
    Command("facts", N_("基本の事項を直す…"), ("Ctrl+I",), _P, _F, "mdi6.card-text-outline"),
    Command("versions", N_("この版に名前をつける…"), ("Ctrl+S",), _P, _F, "mdi6.history"),
    Command("copy", N_("写しを作る…"), ("Ctrl+Shift+S",), _P, _F, "mdi6.content-copy"),
    Command(
        "keep_template",
        N_("ひな形として取っておく…"),
        ("Ctrl+Shift+H",),
        _P,
        _F,
        "mdi6.bookmark-plus-outline",
    ),
    Command("print", N_("この紙を印刷…"), ("Ctrl+P",), _P, _F, "mdi6.printer-outline"),
    Command("export", N_("書き出す…"), ("Ctrl+E",), _P, _F, "mdi6.file-export-outline"),
    Command("close", N_("閉じる"), ("Ctrl+W",), _A, _F, "mdi6.close"),
    Command("undo", N_("元に戻す"), ("Ctrl+Z",), _P, _EV, "mdi6.undo"),
    Command("redo", N_("やり直す"), ("Ctrl+Y", "Ctrl+Shift+Z"), _P, _EV, "mdi6.redo"),
    Command("find", N_("さがす…"), ("Ctrl+F",), _P, _EV, "mdi6.magnify"),
    Command("find_next", N_("次を見る"), ("F3",), _P, _EV, "mdi6.chevron-down"),
    Command("keys", N_("キー操作の一覧"), ("F1",), _A, _EV, "mdi6.keyboard-outline"),
    Command("settings", N_("設定…"), ("Ctrl+,",), _A, _EV, "mdi6.cog-outline"),
    Command("next_pane", N_("次の区画へ"), ("F6",), _P, _EV, ""),
    Command("previous_pane", N_("前の区画へ"), ("Shift+F6",), _P, _EV, ""),
    Command("overview", N_("全体像へ"), ("Alt+Home",), _P, _G, "mdi6.view-dashboard-outline"),
    Command("phase_1", N_("1 ニーズの発見へ"), ("Ctrl+1",), _P, _G, ""),
    Command("phase_2", N_("2 アイデアの創出へ"), ("Ctrl+2",), _P, _G, ""),
    Command("phase_3", N_("3 試作とテストへ"), ("Ctrl+3",), _P, _G, ""),
    Command("phase_4", N_("4 提供に向けてへ"), ("Ctrl+4",), _P, _G, ""),
    Command("principles", N_("12箇条へ"), ("Ctrl+5",), _P, _G, ""),
    Command("chain", N_("根拠のつながりへ"), ("Ctrl+6",), _P, _G, "mdi6.graph-outline"),
    Command("print_list", N_("印刷の一覧へ"), ("Ctrl+7",), _P, _G, ""),
    Command("tool_before", N_("前の道具へ"), ("Ctrl+PgUp",), _P, _G, ""),
    Command("tool_after", N_("次の道具へ"), ("Ctrl+PgDown",), _P, _G, ""),
    Command("back", N_("前に見ていたところへ"), ("F4",), _P, _G, "mdi6.arrow-left"),
    Command("forward", N_("見ていたところを先へ"), ("Shift+F4",), _P, _G, "mdi6.arrow-right"),
    Command("fold", N_("目次をたたむ"), ("Ctrl+B",), _P, _V, "mdi6.chevron-double-left"),
    Command(
        "preview", N_("印刷イメージを並べる"), ("Ctrl+Shift+O",), _P, _V, "mdi6.file-eye-outline"
    ),
    Command("compare", N_("並べて比べる"), ("Ctrl+Shift+C",), _E, _V, "mdi6.view-column-outline"),
    Command("zoom_in", N_("表示を大きく"), ("Ctrl++", "Ctrl+;", "Ctrl+="), _P, _V, ""),
    Command("zoom_out", N_("表示を小さく"), ("Ctrl+-",), _P, _V, ""),
    Command("zoom_full", N_("100 %で表示"), ("Ctrl+0",), _P, _V, ""),
    Command("zoom_fit", N_("全体を表示"), ("Ctrl+9",), _P, _V, ""),
    Command("full_screen", N_("全画面"), ("F11",), _A, _V, "mdi6.fullscreen"),
    Command("audience", N_("映す、やめる"), ("F5",), _P, _R, "mdi6.projector-screen-outline"),
    Command("audience_view", N_("この画面を映す"), ("Shift+F5",), _P, _R, ""),
    Command("audience_freeze", N_("映写を静止させる、また追う"), ("Ctrl+F5",), _P, _R, ""),
    Command("audience_black", N_("映写を黒くする、戻す"), ("Ctrl+Shift+F5",), _P, _R, ""),
    Command("audience_panel", N_("映すものを選ぶ…"), ("Ctrl+Shift+R",), _P, _R, ""),
    Command("audience_next", N_("映写の次のページへ"), ("Ctrl+Shift+PgDown",), _P, _R, ""),
    Command("audience_previous", N_("映写の前のページへ"), ("Ctrl+Shift+PgUp",), _P, _R, ""),
    Command(
        "audience_move",
        N_("映写をもう1つの画面へ、窓へ"),
        ("Alt+F5",),
        _P,
        _R,
        "mdi6.monitor-share",
    ),
    Command("timer", N_("タイマーの開始・一時停止"), ("Ctrl+T",), _P, _R, "mdi6.timer-outline"),
    Command(
        "timer_panel",
        N_("タイマーの時間を選ぶ…"),
        ("Ctrl+Shift+T",),
        _P,
        _R,
        "mdi6.timer-cog-outline",
    ),
    Command("agenda_run", N_("進行と道具を行き来する"), ("Ctrl+M",), _P, _R, "mdi6.timetable"),
    Command(
        "agenda_next",
        N_("次の項目を始める"),
        ("Ctrl+Shift+M",),
        _P,
        _R,
        "mdi6.skip-next-outline",
    ),
    Command("present", N_("発表する・終える"), ("Ctrl+Shift+P",), _E, _R, "mdi6.presentation-play"),
    Command("next_group", N_("次の班の発表へ"), ("Alt+PgDown",), _E, _R, ""),
    Command("previous_group", N_("前の班の発表へ"), ("Alt+PgUp",), _E, _R, ""),
    Command("more", N_("ここにもう一つ足す"), ("Ctrl+Shift+N",), _E, _C, "mdi6.plus"),
    Command("edit", N_("書き直す"), ("F2",), _E, _C, ""),
    Command("turn_mark", N_("印を変える"), ("Ctrl+J",), _E, _C, ""),
    Command("turn_evidence", N_("根拠の度合いを変える"), ("Ctrl+Shift+J",), _E, _C, ""),
    Command("link", N_("根拠をつなぐ…"), ("Ctrl+K",), _E, _C, "mdi6.link-plus"),
    Command("why", N_("根拠と行き先をたどる…"), ("Ctrl+Shift+K",), _P, _C, "mdi6.family-tree"),
    Command("issue", N_("課題にする"), ("Ctrl+Shift+I",), _E, _C, ""),
    Command("delete", N_("消す"), ("Del",), _E, _C, ""),
    Command("delete_card", N_("カードを消す"), ("Ctrl+Del",), _E, _J, ""),
    Command("board_all", N_("すべて選ぶ"), ("Ctrl+A",), _E, _B, "mdi6.select-all"),
    Command("board_copy", N_("付箋を写す"), ("Ctrl+D",), _E, _B, "mdi6.content-duplicate"),
    Command("board_words", N_("言葉を写し取る"), ("Ctrl+C",), _E, _B, "mdi6.content-copy"),
    Command("board_paste", N_("1行1枚で貼り付ける"), ("Ctrl+V",), _E, _B, "mdi6.content-paste"),
    Command("board_origin", N_("班・書いた人・しるし…"), (), _E, _B, "mdi6.tag-outline"),
    Command("board_new", N_("ボードを足す…"), (), _E, _B, "mdi6.view-dashboard-outline"),
    Command("board_title", N_("ボードの題名と問い…"), (), _E, _B, "mdi6.comment-question-outline"),
    Command("board_remove", N_("このボードを消す"), (), _E, _B, "mdi6.trash-can-outline"),
    Command("board_cluster", N_("束ねる"), ("Ctrl+G",), _E, _B, "mdi6.select-group"),
    Command(
        "board_loosen", N_("束をほどく、束から出す"), ("Ctrl+Shift+G",), _E, _B, "mdi6.ungroup"
    ),
    Command("board_fold", N_("束をたたむ・ひらく"), (), _E, _B, "mdi6.unfold-less-horizontal"),
    Command("board_columns", N_("束ごとに見る・自由に見る"), (), _E, _B, "mdi6.view-week-outline"),
    Command("board_tidy", N_("格子に整える"), ("Ctrl+L",), _E, _B, "mdi6.view-grid-outline"),
    Command("board_lock", N_("固定する・とく"), ("Ctrl+Shift+L",), _E, _B, "mdi6.lock-outline"),
    Command("board_front", N_("手前へ"), ("Ctrl+]",), _E, _B, "mdi6.arrange-bring-to-front"),
    Command("board_back", N_("奥へ"), ("Ctrl+[",), _E, _B, "mdi6.arrange-send-to-back"),
    Command("board_left", N_("左をそろえる"), (), _E, _B, "mdi6.align-horizontal-left"),
    Command("board_centre", N_("左右の中央をそろえる"), (), _E, _B, "mdi6.align-horizontal-center"),
    Command("board_right", N_("右をそろえる"), (), _E, _B, "mdi6.align-horizontal-right"),
    Command("board_top", N_("上をそろえる"), (), _E, _B, "mdi6.align-vertical-top"),
    Command("board_middle", N_("上下の中央をそろえる"), (), _E, _B, "mdi6.align-vertical-center"),
    Command("board_bottom", N_("下をそろえる"), (), _E, _B, "mdi6.align-vertical-bottom"),
    Command(
        "board_across", N_("左右の間をそろえる"), (), _E, _B, "mdi6.distribute-horizontal-center"
    ),
    Command("board_down", N_("上下の間をそろえる"), (), _E, _B, "mdi6.distribute-vertical-center"),
    Command("board_room", N_("会場に全体を映す・大きく映す"), (), _E, _B, "mdi6.projector-screen"),
    Command("board_deepen", N_("深掘りする"), (), _E, _B, "mdi6.magnify-plus-outline"),
    Command("board_rules", N_("約束を大きく見せる"), (), _E, _B, "mdi6.account-voice"),
    Command("mandala_open", N_("この8つを開く"), ("Ctrl+Down",), _E, _M, ""),
    Command("mandala_close", N_("もとの言葉にもどる"), ("Ctrl+Up",), _E, _M, ""),
    Command(
        "mandala_send", N_("ボードへ送る"), ("Ctrl+Shift+B",), _E, _M, "mdi6.note-plus-outline"
    ),
    Command("vote_open", N_("投票を始める"), (), _E, Group.VOTING, "mdi6.vote-outline"),
    Command(
        "vote_close",
        N_("締め切って開票…"),
        ("Ctrl+Shift+E",),
        _E,
        Group.VOTING,
        "mdi6.vote-outline",
    ),
)
"""All commands in the order of the menu."""

KEY_HINTS: tuple[KeyHint, ...] = (
    KeyHint("Enter", N_("書き終えて次へ")),
    KeyHint("Ctrl+Enter, Alt+Enter", N_("行を改める")),
    KeyHint("Tab, Shift+Tab", N_("次の欄、前の欄")),
    KeyHint("Esc", N_("欄を離れる（書いたものは残る）")),
    KeyHint("1–4", N_("答えを選ぶ（切り替えの上で）")),
    KeyHint("Space", N_("一覧の印を入れる、外す")),
    KeyHint("Alt+↑, Alt+↓", N_("一覧や表の中で順番を変える")),
    KeyHint("Alt", N_("メニューへ")),
)
"""Keys of fields and lists."""


MAP_HINTS: tuple[KeyHint, ...] = (
    KeyHint("←→↑↓", N_("升を移る（Ctrl で端まで、Shift で選ぶ）")),
    KeyHint("Enter, Shift+Enter", N_("下へ（Tab で進んだあとは始めの列へ）、上へ")),
    KeyHint("Tab, Shift+Tab", N_("右へ、左へ")),
    KeyHint("Alt+←→↑↓", N_("フェーズやレーンを動かす")),
    KeyHint("+, −, −2…2", N_("感情を上げる、下げる、決める（感情の升で）")),
    KeyHint("Insert", N_("見出しの後ろにフェーズやレーンを足す")),
    KeyHint("Ctrl+C, Ctrl+X, Ctrl+V", N_("選んだ升を写す、切り取る、貼り付ける")),
)
"""Keys of a journey map; while a card is written, arrows belong to its text."""

MANDALA_HINTS: tuple[KeyHint, ...] = (
    KeyHint("Enter, Shift+Enter", N_("8つの次へ、前へ（8つ目からは次のかたまりへ）")),
    KeyHint("Tab, Shift+Tab", N_("8つをひと回り")),
    KeyHint("←→↑↓", N_("となりの升目へ")),
    KeyHint("Ctrl+Tab", N_("升目の外へ")),
    KeyHint("Delete", N_("この升目を空にする")),
    KeyHint("Ctrl+V", N_("何行かを空いた升目へ、表はその形のまま貼る")),
)
"""Keys of a mandala chart; what is typed goes into the cell in use."""


ROOM_HINTS: tuple[KeyHint, ...] = (
    KeyHint("B, Esc", N_("黒くする・戻す、映すのをやめる（映写の窓で）")),
    KeyHint("PageDown, PageUp", N_("次のページ、前のページ（映写の窓で）")),
)
"""Single keys of the audience window."""

RUN_HINTS: tuple[KeyHint, ...] = (
    KeyHint("Enter, N", N_("次の項目を始める（進行の画面で）")),
    KeyHint("1, 5, −", N_("1分足す、5分足す、1分へらす")),
    KeyHint("S", N_("この項目を飛ばす")),
    KeyHint("B", N_("前の項目にもどる")),
    KeyHint("Space", N_("一覧でこれからの項目を飛ばす、飛ばさない")),
)
"""Single keys of the agenda while it is run; they work where nothing is typed."""

VOTING_HINTS: tuple[KeyHint, ...] = (
    KeyHint("0–9", N_("番号を打つ（「、」や空白で区切る。全角でもよい）")),
    KeyHint("Enter", N_("用紙を入れる、次の案へ")),
    KeyHint("Ctrl+Enter", N_("白票として入れる")),
    KeyHint("Backspace", N_("打った番号を一つ消す")),
    KeyHint("↑↓", N_("入れた用紙を見る、数える案を移る")),
    KeyHint("Ctrl+Delete", N_("見ている用紙を取り消す")),
    KeyHint("←→", N_("数えた票を減らす、増やす")),
    KeyHint("Ctrl+Shift+Q", N_("渡した画面を進行役に返す")),
)
"""Keys of a vote; numbers are typed where ballots are, counts on the row of an idea."""


BOARD_HINTS: tuple[KeyHint, ...] = (
    KeyHint("N", N_("付箋を書く（空いた所のダブルクリックでも）")),
    KeyHint("Q", N_("速記の欄へ（Enter で次々に足す。「;班」か番号で班に渡す）")),
    KeyHint("Enter, F2", N_("選んだ付箋を書き直す")),
    KeyHint("1–4", N_("付箋の色")),
    KeyHint("T", N_("班・書いた人・しるし")),
    KeyHint("F", N_("束をたたむ・ひらく（表札のダブルクリックでも）")),
    KeyHint("V, H, L", N_("選択、移動、囲む")),
    KeyHint("Space", N_("押しながら引くと動かして見る")),
    KeyHint("Tab, Shift+Tab", N_("次の付箋、前の付箋")),
    KeyHint("Alt+←→↑↓", N_("その向きでいちばん近い付箋へ")),
    KeyHint("←→↑↓", N_("付箋を少し動かす（Shift で大きく）")),
    KeyHint("Shift+1, Shift+2", N_("全体を見る、選んだ付箋を見る")),
    KeyHint("M", N_("全体図を出す・しまう")),
    KeyHint("R", N_("ブレインストーミングの約束を大きく見せる")),
)
"""Single keys of a board; they work where nothing is typed."""


def command(command_id: str) -> Command:
    """Return the command called ``command_id``.

    Raises:
        LookupError: there is none.
    """
    for candidate in COMMANDS:
        if candidate.id == command_id:
            return candidate
    raise LookupError(command_id)
