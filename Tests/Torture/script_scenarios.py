"""What strangers send, played by scripts that stand by themselves too."""

import pathlib
import subprocess

import database
from stage import Skipped

_ROOT = pathlib.Path(__file__).parents[2]


def any_call(stage):
    """schemathesis makes up calls of every operation in the contract, right and wrong: none is answered 5xx but 501."""
    _schemathesis(stage)


def any_call_on_postgresql(stage):
    """The same on PostgreSQL: calls of every operation in the contract, right and wrong."""
    _schemathesis(stage, "--database", stage.database().url)


def hostile(stage):
    """Slow senders, ten thousand connections, floods of sign-ins and of made-up tokens beside normal work."""
    _hostile(stage)


def hostile_on_postgresql(stage):
    """The same on PostgreSQL: slow senders, connections, sign-ins and made-up tokens beside normal work."""
    if not database.PostgreSQL.is_here():
        raise Skipped("needs PostgreSQL: apt-get install postgresql")
    _hostile(stage, "--engine", "postgresql")


def _hostile(stage, *more):
    # Its limits are those of an optimised program.
    release = _ROOT / ".build/release/daybook"
    if not release.exists():
        raise Skipped("needs a release build: swift build --configuration release --product daybook")
    _run(stage, "hostile", "--binary", release, *more)


def _schemathesis(stage, *more):
    if not (_ROOT / ".venv/bin/schemathesis").exists():
        raise Skipped("needs schemathesis: scripts/test tools")
    _run(stage, "schemathesis", "--whole", "--seed", str(stage.options.seed), "--binary", stage.options.binary, *more)


def _run(stage, script, *arguments):
    output = stage.folder / f"{script}.txt"
    with open(output, "wb") as file:
        command = [_ROOT / "scripts" / script, *arguments]
        code = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT).returncode
    if code != 0:
        lines = output.read_text(errors="replace").splitlines()
        stage.findings.add(f"scripts/{script} ended with {code}: {' | '.join(lines[-8:])}")
