"""The command line: a contract that scripts depend on.

Owns the commands, their words and their exit status: 0 done, 1 the file or the data is at fault,
2 wrong usage. Everything heavy is imported inside a command, so that ``--help`` answers at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from servicedesign import __version__
from servicedesign.exchange.output import leave_output, print_out
from servicedesign.i18n import LANGUAGES, Translator, translator
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import N_, Message, msg

if TYPE_CHECKING:
    from servicedesign.exchange.export import Exported
    from servicedesign.store import Project

OpenApp = Callable[[Path | None, str | None, str | None], int]
"""Opens the desktop app with (file, id of an example, language); returns its exit status."""

PAPER_IDS: Final = ("A4", "A3", "A2", "A1", "A0", "B4", "B3", "B2", "B1", "MOZO")
LANG_VARIABLE: Final = "SERVICEDESIGN_LANG"

# What cannot be read is told by whoever reads it, as the fault of the file that it is.
_FILE = click.Path(path_type=Path, readable=False)
_FILE_OR_DASH = click.Path(path_type=Path, readable=False, allow_dash=True)


class _OpeningGroup(click.Group):
    """A group in which a first word that is no command is a file to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def reader_language(environment: dict[str, str]) -> str:
    """Return the language for messages: what the environment asks for, else Japanese."""
    for name in (LANG_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value[:2].lower() in LANGUAGES:
            return value[:2].lower()
    return LANGUAGES[0]


def main(argv: Sequence[str], open_app: OpenApp) -> int:
    """Run one command and return its exit status; never lets an exception out.

    Args:
        argv: the words behind the program's name.
        open_app: opens the desktop app.
    """
    t = translator(reader_language(dict(os.environ)))
    _translate(cli, t)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = cli.main(list(argv), "servicedesign", standalone_mode=False, obj=(t, open_app))
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ProjectError as error:
        _say(" ".join(t(part) for part in error.sentences))
    except BrokenPipeError:
        leave_output()
    except (KeyboardInterrupt, click.Abort):
        _say(t("中止しました。書きかけのファイルは残していません。"))
    except Exception:  # noqa: BLE001 - the last line of defence: a person never sees a traceback
        _say(_keep_fault(t))
    return 1


def _say(line: str) -> None:
    print(" ".join(line.split()), file=sys.stderr)


def _tell_notices(project: Project, t: Translator) -> None:
    for notice in project.notices:
        click.echo(t(notice), err=True)


def _keep_fault(t: Translator) -> str:
    """Write the traceback of the present exception to the log; return the line that says so."""
    import traceback

    from servicedesign.locations import ensure, user_data_dir

    try:
        log = ensure(user_data_dir() / "logs") / "command.log"
        with log.open("a", encoding="utf-8") as handle:
            handle.write(traceback.format_exc())
    except OSError:
        return t("思わぬ誤りで止まりました。ファイルはそのままです。もう一度お試しください。")
    return t(
        "思わぬ誤りで止まりました。ファイルはそのままです。くわしい記録は {log} にあります。",
        log=log,
    )


def _translate(command: click.Command, t: Translator) -> None:
    command.help = t(command.help) if command.help else None
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = t(parameter.help)
    for inner in getattr(command, "commands", {}).values():
        _translate(inner, t)


def _open(path: Path, *, read_only: bool = False) -> Project:
    from servicedesign.store import open_project

    return open_project(path, read_only=read_only)


@click.group(
    cls=_OpeningGroup,
    invoke_without_command=True,
    help=N_("住民の困りごとから、提案できるサービスまで。FILE だけなら画面で開きます。"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="servicedesign")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Open the app when no command is given."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(open_command)


@cli.command("open", help=N_("画面で開きます。"))
@click.argument("file", type=_FILE, required=False)
@click.option("--example", metavar="ID", help=N_("見本を開きます（single-parent など）。"))
@click.option("--lang", type=click.Choice(LANGUAGES), help=N_("画面の言葉です。"))
@click.pass_obj
def open_command(
    obj: tuple[Translator, OpenApp],
    file: Path | None = None,
    example: str | None = None,
    lang: str | None = None,
) -> int:
    """Open the desktop app."""
    return obj[1](file, example, lang)


@cli.command("new", help=N_("新しいプロジェクトを作ります。"))
@click.argument("file", type=_FILE)
@click.option(
    "--template",
    default="blank",
    metavar="NAME",
    help=N_("ひな形。half-day・two-day・blank か、自分で取っておいた名前（templates で一覧）。"),
)
@click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help=N_("中身の言葉。"))
@click.option("--name", default="", metavar="NAME", help=N_("サービス名です。"))
def new_command(file: Path, template: str, lang: str, name: str) -> None:
    """Create a project from a template."""
    from datetime import date

    from servicedesign.exchange.template_files import read_shelf
    from servicedesign.exchange.templates import create_from_template, template_names

    _known("--template", template, template_names(read_shelf()))
    create_from_template(file, template, lang, date.today, service_name=name).close()


@cli.command("templates", help=N_("始めるときのひな形の一覧です。"))
@click.pass_obj
def templates_command(obj: tuple[Translator, OpenApp]) -> None:
    """List the templates: the name to choose each by, its title, what it is for."""
    from servicedesign.exchange.beginnings import TEMPLATES
    from servicedesign.exchange.template_files import read_shelf

    t, shelf = obj[0], read_shelf()
    for bundled in TEMPLATES:
        print_out(f"{bundled.id}\t{t(bundled.title)}\t{t(bundled.summary)}")
    for kept in shelf.templates:
        print_out(f"{kept.title}\t{kept.title}\t{kept.summary}")
    for error in shelf.broken:
        click.echo(t(error.what), err=True)


@cli.command("info", help=N_("プロジェクトに何が入っているかを示します。"))
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help=N_("JSONで出します。"))
@click.pass_obj
def info_command(obj: tuple[Translator, OpenApp], file: Path, as_json: bool) -> None:
    """Show what a project holds."""
    from servicedesign.exchange.summary import summarise, summary_lines

    with closing(_open(file, read_only=True)) as project:
        summary = summarise(project)
        lines = summary_lines(summary, project.notices, obj[0])
        if as_json:
            _tell_notices(project, obj[0])
    print_out(json.dumps(summary, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


@cli.command("check", help=N_("ファイルに傷みや、つながらない所がないか確かめます。"))
@click.argument("file", type=_FILE)
@click.pass_obj
def check_command(obj: tuple[Translator, OpenApp], file: Path) -> int:
    """Check a project; exit status 1 when there is something to mend."""
    t = obj[0]
    with closing(_open(file, read_only=True)) as project:
        lines = [*project.notices, *(problem.message for problem in project.check())]
    for line in lines or [msg("問題はありません。")]:
        print_out(t(line))
    return 1 if lines else 0


@cli.command("tools", help=N_("道具の一覧です。"))
@click.pass_obj
def tools_command(obj: tuple[Translator, OpenApp]) -> None:
    """List the tools."""
    from servicedesign.tools import all_tools

    for tool in all_tools():
        print_out(f"{tool.id}\t{obj[0](tool.title)}")


@cli.command("sheets", help=N_("印刷できる紙の一覧です。"))
@click.option("--json", "as_json", is_flag=True, help=N_("JSONで出します。"))
@click.pass_obj
def sheets_command(obj: tuple[Translator, OpenApp], as_json: bool) -> None:
    """List the sheets: id, title, tool and papers."""
    from servicedesign.tools import all_tools

    rows: list[dict[str, Any]] = [
        {
            "id": spec.id,
            "title": obj[0](spec.title),
            "tool": tool.id,
            "papers": [*spec.papers, *(p for p in PAPER_IDS if p not in spec.papers)],
            "order": spec.order,
        }
        for tool in all_tools()
        for spec in tool.sheets
    ]
    rows.sort(key=lambda row: row.pop("order"))
    if as_json:
        print_out(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print_out(f"{row['id']}\t{row['title']}\t{row['tool']}\t{' '.join(row['papers'])}")


@cli.command("export", help=N_("紙をPDFやPNGに書き出します。"))
@click.argument("file", type=_FILE, required=False)
@click.option(
    "-o", "--output", required=True, type=_FILE, help=N_("OUT.pdf、OUT.png かフォルダー。")
)
@click.option("--sheet", "sheets", multiple=True, metavar="ID", help=N_("紙の名前（いくつでも）。"))
@click.option("--paper", type=click.Choice(PAPER_IDS), help=N_("用紙の大きさ。"))
@click.option("--orientation", type=click.Choice(["portrait", "landscape"]), help=N_("紙の向き。"))
@click.option("--tile", type=click.Choice(["A4", "A3"]), help=N_("大きな紙を分けて刷る用紙。"))
@click.option(
    "--dpi",
    type=click.IntRange(36, 1200),
    metavar="N",
    help=N_("PNGの細かさ（ふつうは150、印刷には300）。"),
)
@click.option("--blank", is_flag=True, help=N_("書き込み用の白紙にします。"))
@click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help=N_("紙の言葉。"))
@click.option("--example", metavar="ID", help=N_("ファイルの代わりに見本を書き出します。"))
@click.pass_obj
def export_command(obj: tuple[Translator, OpenApp], /, file: Path | None, **options: Any) -> None:
    """Print sheets to files."""
    from servicedesign.tools import all_sheets

    t = obj[0]
    for sheet_id in options["sheets"]:
        _known("--sheet", sheet_id, [spec.id for spec in all_sheets()])
    if options["dpi"] is not None and options["output"].suffix.lower() != ".png":
        raise click.UsageError(t("--dpi は、OUT.png に書き出すときだけ使えます。"))
    if file is None and options["example"] is None and not options["blank"]:
        raise click.UsageError(t("FILE か --example か --blank を指定してください。"))
    exported = _export(file, options, t)
    for warning in exported.warnings:
        click.echo(t(warning), err=True)
    for path in exported.files:
        print_out(str(path))


def _export(file: Path | None, options: dict[str, Any], t: Translator) -> Exported:
    import tempfile
    from contextlib import ExitStack
    from datetime import date

    from servicedesign.exchange.export import PNG_DPI, ExportPlan, export_sheets

    named = {name: options[name] for name in ("sheets", "paper", "orientation", "tile", "blank")}
    named |= {"lang": options["lang"], "dpi": options["dpi"] or PNG_DPI}
    plan = ExportPlan(day=date.today(), **named)  # noqa: DTZ011 - the wall calendar's day
    with ExitStack() as stack:
        project = None
        if file is not None:
            project = stack.enter_context(closing(_open(file, read_only=True)))
            _tell_notices(project, t)
        elif options["example"] is not None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            example = _example(options["example"], folder / "example.sdproj", options["lang"])
            project = stack.enter_context(closing(example))
        return export_sheets(project, plan, options["output"])


def _example(example_id: str, path: Path, lang: str) -> Project:
    from servicedesign.exchange.beginnings import EXAMPLES
    from servicedesign.exchange.examples import build_example

    _known("--example", example_id, [example.id for example in EXAMPLES])
    return build_example(example_id, path, lang)


@cli.command("dump", help=N_("プロジェクト全体をJSONに書き出します。"))
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, help=N_("書き出すファイル（なければ画面に出します）。"))
@click.pass_obj
def dump_command(obj: tuple[Translator, OpenApp], file: Path, output: Path | None) -> None:
    """Write the whole project as JSON."""
    from servicedesign.exchange.files import refuse_source, replacing
    from servicedesign.exchange.json_text import to_json

    with closing(_open(file, read_only=True)) as project:
        _tell_notices(project, obj[0])
        if output is not None:
            refuse_source(output, project.path)
        data = to_json(project.dump()).encode()
    if output is None:
        print_out(data)
        return
    with replacing(output) as part:
        part.write_bytes(data)


@cli.command("load", help=N_("JSONから新しいプロジェクトを作ります。"))
@click.argument("source", type=_FILE, metavar="IN.json")
@click.argument("file", type=_FILE)
def load_command(source: Path, file: Path) -> None:
    """Make a project of a dump."""
    from servicedesign.exchange.json_text import read_json
    from servicedesign.store import load_dump

    load_dump(read_json(source), file).close()


@cli.command("copy", help=N_("プロジェクトの写しを作ります。"))
@click.argument("file", type=_FILE)
@click.argument("target", type=_FILE, metavar="OUT")
@click.option("--anonymise", is_flag=True, help=N_("名前・票・履歴を取り除きます。"))
@click.pass_obj
def copy_command(
    obj: tuple[Translator, OpenApp], file: Path, target: Path, anonymise: bool
) -> None:
    """Copy a project, without its people when asked."""
    with closing(_open(file, read_only=True)) as project:
        _tell_notices(project, obj[0])
        project.copy_to(target, anonymise=anonymise)


@cli.command("notes", help=N_("1行に1件のアイデアを、ボードの付箋にします。"))
@click.argument("file", type=_FILE)
@click.argument(
    "source", type=click.Path(path_type=Path, allow_dash=True, readable=False), metavar="IN.csv|-"
)
@click.option("--board", required=True, metavar="ID", help=N_("ボードの番号か題名。"))
@click.pass_obj
def notes_command(obj: tuple[Translator, OpenApp], file: Path, source: Path, board: str) -> None:
    """Add one note a line or row, as one step."""
    from servicedesign.exchange.files import read_bytes, read_stream
    from servicedesign.exchange.idea_lines import decode_text, read_ideas
    from servicedesign.tools.board.actions import add_notes, find_board

    data = read_stream(sys.stdin.buffer) if str(source) == "-" else read_bytes(source)
    ideas = read_ideas(decode_text(data), table=source.suffix.lower() in (".csv", ".tsv"))
    with closing(_open(file)) as project:
        _tell_notices(project, obj[0])
        notes = add_notes(project, find_board(project, board).id, ideas)
    print_out(obj[0].plural("付箋を{n}枚足しました。", len(notes)))


def _known(option: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        t: Translator = click.get_current_context().obj[0]
        message: Message = msg(
            "{value} はありません（{known}）。", value=value, known="・".join(known)
        )
        raise click.BadParameter(t(message), param_hint=option)
