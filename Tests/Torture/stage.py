"""What every scenario needs: a folder of its own, the program, findings, and dice with a printed seed."""

import base64
import os
import pathlib
import random
import shutil
import subprocess

import client
import database
import faults
import load
from server import Home, Server


class Skipped(Exception):
    """Why a scenario can't be played here."""


class Stage:
    def __init__(self, name, options, findings):
        self.name, self.options, self.findings = name, options, findings
        self.is_short = options.short
        self.dice = random.Random(f"{options.seed}/{name}")
        self.seed = f"{options.seed}/{name}"
        self.folder = pathlib.Path(options.workspace, name)
        self.folder.mkdir()
        self.load = None
        self._servers, self._databases, self._mounts = [], [], []

    def scene(self, text):
        """Findings name it from here on."""
        self.findings.where = f"{self.name}, {text}"

    # What is played with

    def home(self, folder=None):
        """An installation in a folder, with a business and the users of the load."""
        folder = pathlib.Path(folder or self.folder / "data")
        template = pathlib.Path(self.options.workspace, "template")
        if not template.exists():
            Home(self.options.binary, template).settle_in([*load.USERNAMES, load.GUESSED])
        shutil.copytree(template, folder, dirs_exist_ok=True)
        return Home(self.options.binary, folder)

    def database(self, name="postgresql", *settings):
        """A running PostgreSQL of its own."""
        if not database.PostgreSQL.is_here():
            raise Skipped("needs PostgreSQL: apt-get install postgresql")
        made = database.PostgreSQL(self.folder / name, *settings)
        self.adopt(made)
        made.start()
        return made

    def adopt(self, made):
        """It is removed at the end."""
        self._databases.append(made)

    def home_in(self, url):
        """An installation in a database, with a business and the users of the load."""
        home = Home(self.options.binary, self.folder / "data", url, self.key())
        home.settle_in([*load.USERNAMES, load.GUESSED])
        return home

    def key(self):
        """What seals memorable words in a database."""
        return base64.b64encode(random.Random(self.seed).randbytes(32)).decode()

    def server(self, home, *flags, environment=None, files_max=None, log_folder=None):
        number = len(self._servers)
        log = (log_folder or self.folder) / f"serve-{number}.log"
        server = Server(home, log, None, *load.FLAGS, *flags, environment=environment, files_max=files_max)
        self._servers.append(server)
        return server

    def faults(self, folder, with_journal=False):
        """Switches for the files in `folder`, and the environment that puts a server under them."""
        library = pathlib.Path(self.options.workspace, "faults.so")
        if not library.exists():
            if not faults.compiler():
                raise Skipped("needs a C compiler: apt-get install gcc libc6-dev")
            faults.build(self.options.workspace)
        return faults.Faults(library, folder, self.folder, with_journal)

    def disk(self, size):
        """A small file system of its own."""
        if os.geteuid() != 0:
            raise Skipped("needs root, to mount a small file system")
        place = self.folder / "disk"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place]
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode != 0:
            raise Skipped(f"can't mount a small file system here: {ran.stderr.strip()}")
        self._mounts.append(place)
        return place

    def begin_load(self, *servers, timeout=25):
        ports = [server.port for server in servers]
        self.load = load.Load(ports, self.findings, self.seed, timeout)
        self.load.prepare()
        return self.load

    # What is asked of it

    def comes_back(self, within=30):
        """Writes are answered again, without a restart."""
        took = self.load.hears_again(within)
        if took is None:
            self.findings.add(f"no write was answered within {within} s after the fault was over")

    def refuses(self, before, within=40):
        """The load meets refusals by now; `before` are its counts from before the fault."""
        for _ in range(within * 20):
            if self.load.counts["refused"] > before["refused"]:
                return
            self.load.pause(0.05)
        self.findings.add(f"nothing was refused within {within} s of the fault")

    def reads(self, count=20):
        """How many of so many reads are answered now, each on a connection of its own."""
        worker, answered = self.load.workers[0], 0
        for _ in range(count):
            one = client.Client(self.load.ports[0], self.findings)
            answered += one.call("GET", "/customers?perpage=5", token=worker.session.token).status == 200
            one.close()
        return answered

    def kill(self, server):
        server.kill()
        self._is_gone()

    def stops(self, server):
        code = server.stop()
        self._is_gone()
        if code != 0:
            self.findings.add(f"serve stopped with {code}: {server.last_lines()}")

    def _is_gone(self):
        if self.load is not None:
            self.load.ended()

    def close(self):
        for server in self._servers:
            if not server.is_running and server.process and server.process.returncode not in (0, 1, -9):
                self.findings.add(f"serve ended by itself with {server.process.returncode}: {server.last_lines(5)}")
            server.kill()
        for made in self._databases:
            if self.options.keep or self.findings.lines:
                made.stop()
            else:
                made.remove()
        for place in self._mounts:
            subprocess.run(["umount", "-l", place], check=False)
