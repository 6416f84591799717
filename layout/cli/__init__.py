"""The command line. Each verb group is a file of its own, imported when it is used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from layout import __version__

_VERBS = {
    "build": "layout.cli.build",
    "watch": "layout.cli.watch",
    "check": "layout.cli.build",
    "desk": "layout.cli.desk",
    "explain": "layout.cli.tell",
    "intake": "layout.cli.intake",
    "fit": "layout.cli.fit",
    "galley": "layout.cli.galley",
    "style": "layout.cli.style",
    "dump": "layout.cli.build",
    "diff": "layout.cli.diff",
    "sign": "layout.cli.sign",
    "status": "layout.cli.sign",
    "preflight": "layout.cli.press",
    "deliver": "layout.cli.deliver",
    "epaper": "layout.cli.epaper",
    "cache": "layout.cli.press",
    "archive": "layout.cli.archive",
    "rebuild": "layout.cli.archive",
    "catalogue": "layout.cli.catalogue",
    "verify": "layout.cli.verify",
    "new": "layout.cli.newsroom",
    "fonts": "layout.cli.fonts",
    "schema": "layout.cli.tell",
}


class _Verbs(click.Group):
    """Verbs by name, loaded when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a day's work."""
        return list(_VERBS)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; a damaged picture ends it with a finding, a file that cannot be written with a word of it."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            from layout.assets.images import PictureError
            from layout.backends.files import OutputError

            if isinstance(error, OutputError):
                return ctx.obj.not_written(error)
            if not isinstance(error, PictureError):
                raise
            ctx.obj.report([error.found])
            return ctx.obj.end([error.found])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb."""
        module = _VERBS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(module), cmd_name)
        return command


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paiban")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of messages; by default the locale's.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but findings.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The newsroom's folder (styles/, fonts/).",
)
@click.pass_context
def main(ctx: click.Context, lang: str | None, quiet: bool, root: Path | None) -> None:
    """排版: compose the pages of Chinese newspapers.

    Exit status: 0 clean, 1 findings of error severity, 2 wrong usage, 3 could not write.
    """
    import gc

    from layout.cli.session import Session
    from layout.report import language_of_locale

    # A run is short and makes many small objects with few cycles: looking for those often costs a tenth of a build.
    gc.set_threshold(200_000, 50, 100)
    ctx.obj = Session("en" if lang == "en" else "zh" if lang == "zh" else language_of_locale(), quiet, root)
