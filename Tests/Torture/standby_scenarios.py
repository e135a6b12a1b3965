"""A second PostgreSQL takes over; and poolers stand before it."""

import contextlib
import pathlib
import shutil
import subprocess
import time

import survey
from database import PostgreSQL, url_of_both
from database_scenarios import _begin, _end
from server import Refused, free_port
from stage import Skipped


def replica_takes_over(stage):
    """The primary is killed under load and its synchronous replica promoted; the servers find it by their URL."""
    first = stage.database("first")
    second = PostgreSQL(stage.folder / "second", port=5433)
    stage.adopt(second)
    second.follow(first)
    for setting in ("synchronous_standby_names = '*'", "synchronous_commit = on"):
        first.query(f"ALTER SYSTEM SET {setting}")
    first.query("SELECT pg_reload_conf()")
    home, servers, load = _begin(stage, url_of_both(first, second))
    for number in range(1 if stage.is_short else 3):
        stage.scene(f"time {number + 1}")
        load.start()
        time.sleep(stage.dice.uniform(0.5, 1.5))
        before = load.counts
        first.kill()
        stage.refuses(before)
        time.sleep(stage.dice.uniform(0, 2))
        # Nobody follows the new one yet: it must not wait for anyone.
        second.query("ALTER SYSTEM RESET synchronous_standby_names")
        second.promote()
        second.query("SELECT pg_reload_conf()")
        stage.comes_back()
        time.sleep(0.3)
        load.stop()
        survey.Survey(load).take()
        survey.verify(home, stage.findings)
        # The dead one comes again as the replica of the other.
        shutil.rmtree(first.folder)
        first, second = second, first
        second.follow(first)
        first.query("ALTER SYSTEM SET synchronous_standby_names = '*'")
        first.query("SELECT pg_reload_conf()")
    _end(stage, home, servers)


def pooler(stage):
    """Behind pgbouncer: in session mode all works, also when it is killed; in others serve refuses at start."""
    program = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
    if not program:
        raise Skipped("needs pgbouncer: apt-get install pgbouncer")
    database = stage.database()
    home = stage.home_in(database.url)
    bouncer = _Bouncer(program, stage, database)
    home.database = database.url_at("127.0.0.1", bouncer.port)
    try:
        stage.scene("session mode")
        bouncer.start("session")
        home, servers, load = _begin(stage, None, home)
        load.start()
        for _ in range(1 if stage.is_short else 3):
            time.sleep(1)
            bouncer.stop()
            time.sleep(0.5)
            bouncer.start("session")
            stage.comes_back()
        _end(stage, home, servers)
        for mode in ("transaction", "statement"):
            stage.scene(f"{mode} mode")
            bouncer.stop()
            bouncer.start(mode)
            _refuses_to_serve(stage, home)
            # Others use the same pool: which connection one is given is then anybody's guess.
            with bouncer.busy():
                for _ in range(5):
                    _refuses_to_serve(stage, home)
    finally:
        bouncer.stop()


def _refuses_to_serve(stage, home):
    server = stage.server(home)
    try:
        server.start()
    except Refused as refusal:
        if server.process.returncode != 1 or "session" not in str(refusal):
            stage.findings.add(f"the refusal does not say why: {refusal}")
    else:
        server.kill()
        stage.findings.add("serve started")


class _Bouncer:
    def __init__(self, program, stage, database):
        self.program, self.database = program, database
        self.folder = pathlib.Path(stage.folder)
        self.port = free_port()
        self._process = None

    def start(self, mode):
        settings = self.folder / "pgbouncer.ini"
        (self.folder / "users.txt").write_text('"daybook" ""\n')
        settings.write_text(
            f"[databases]\ndaybook = host={self.database.folder} port={self.database.port}\n[pgbouncer]\n"
            f"listen_addr = 127.0.0.1\nlisten_port = {self.port}\nunix_socket_dir =\nauth_type = trust\n"
            f"auth_file = {self.folder}/users.txt\npool_mode = {mode}\nmax_client_conn = 200\ndefault_pool_size = 80\n"
            "ignore_startup_parameters = extra_float_digits,options\n"
        )
        self.folder.chmod(0o711)
        (self.folder / "users.txt").chmod(0o644)
        settings.chmod(0o644)
        log = open(self.folder / "pgbouncer.log", "ab")
        # It refuses to be root, as PostgreSQL does, and has to come to its socket.
        self._process = subprocess.Popen(
            [self.program, "-u", self.database.folder.owner(), settings],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        time.sleep(0.5)
        if self._process.poll() is not None:
            raise RuntimeError(f"pgbouncer did not start: {(self.folder / 'pgbouncer.log').read_text()[-500:]}")

    @contextlib.contextmanager
    def busy(self):
        """Others, with short statements and transactions of their own."""
        script = self.folder / "busy.sql"
        script.write_text("SELECT 1;\nBEGIN;\nSELECT pg_sleep(0.002);\nCOMMIT;\n")
        others = subprocess.Popen(
            ["pgbench", "-n", "-c", "6", "-T", "60", "-f", script, "-h", "127.0.0.1", "-p", str(self.port), "-U",
             "daybook", "daybook"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        try:
            yield
        finally:
            others.kill()
            others.wait()

    def stop(self):
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
