"""A private PostgreSQL and what can befall it, by way of scripts/postgresql."""

import pathlib
import subprocess
import urllib.parse

_SCRIPT = pathlib.Path(__file__).parents[2] / "scripts" / "postgresql"


class PostgreSQL:
    def __init__(self, folder, *settings, port=5432):
        self.folder, self.settings, self.port = pathlib.Path(folder), settings, port
        self.url = None

    @staticmethod
    def is_here():
        return subprocess.run([_SCRIPT, "found"], capture_output=True).returncode == 0

    def _do(self, action, *more):
        ran = subprocess.run([_SCRIPT, action, self.folder, *more], capture_output=True, text=True)
        if ran.returncode != 0:
            raise RuntimeError(f"scripts/postgresql {action}: {ran.stderr[-1500:]}")
        return ran.stdout.strip()

    def start(self, *more):
        # A user without rights has to come through.
        for folder in list(self.folder.parents)[:3]:
            if folder.name:
                folder.chmod(folder.stat().st_mode | 0o011)
        self.url = self._do("start", str(self.port), *self.settings, *more)
        self.settings = ()

    def follow(self, primary):
        """Begins as a replica of `primary`."""
        self.url = self._do("replica", str(primary.folder), str(self.port))

    def stop(self):
        if (self.folder / "data" / "PG_VERSION").exists():
            self._do("stop")

    def restart(self):
        self._do("restart")

    def kill(self):
        self._do("kill")

    def promote(self):
        self._do("promote")

    def remove(self):
        self._do("remove")

    def query(self, sql, database="daybook"):
        """Runs SQL as the superuser. Returns its lines."""
        ran = subprocess.run(
            ["psql", "--no-psqlrc", "-qtA", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port),
             "-U", "postgres", "-d", database, "-c", sql],
            capture_output=True, text=True,
        )
        if ran.returncode != 0:
            raise RuntimeError(f"{sql}: {ran.stderr.strip()}")
        return ran.stdout.splitlines()

    def url_at(self, host, port):
        """The same database by another way to it."""
        return f"postgres://daybook@{host}:{port}/daybook"


def url_of_both(first, second):
    """Whichever of two takes writes."""
    hosts = urllib.parse.quote(f"{first.folder},{second.folder}", safe="/,")
    return (
        f"postgres://daybook@/daybook?host={hosts}&port={first.port},{second.port}&target_session_attrs=read-write"
        "&connect_timeout=3"
    )
