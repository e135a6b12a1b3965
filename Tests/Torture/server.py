"""The program under torture: its commands, and its server as a process that can be killed."""

import os
import pathlib
import resource
import signal
import socket
import subprocess
import time

PASSWORD = "nine-copper-kettles"
WORD = "tidewater58"


class Refused(Exception):
    """The program ended with a line that says why."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Home:
    """Where an installation has its data: a folder, or a database and a folder beside it."""

    def __init__(self, binary, folder, database=None, key=None):
        self.binary, self.folder, self.database = binary, pathlib.Path(folder), database
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("DAYBOOK_")}
        if key is not None:
            self.environment["DAYBOOK_SECRET_KEY"] = key

    @property
    def where(self):
        arguments = ["--data", str(self.folder)]
        return arguments if self.database is None else arguments + ["--database", self.database]

    def run(self, *arguments, input="", environment=None, seconds=120):
        """Runs a command. Returns what it printed.
        Raises Refused with what it said, when it ends with anything but 0."""
        ran = subprocess.run(
            [self.binary, *arguments, *self.where], input=input, capture_output=True, text=True, timeout=seconds,
            env={**self.environment, **(environment or {})},
        )
        if ran.returncode != 0:
            raise Refused(f"daybook {' '.join(arguments)}: {ran.returncode}, {ran.stdout[-500:]}{ran.stderr[-500:]}")
        return ran.stdout

    def settle_in(self, usernames):
        """A business, its owner, and users with Full Access."""
        self.run("business", "add", "Harbour Joinery Ltd")
        for username in usernames:
            self.run(
                "user", "add", "--business", "1", "--username", username, "--admin", "--password-stdin",
                input=f"{PASSWORD}\n{WORD}\n",
            )


class Server:
    """`daybook serve`, from start to whatever end."""

    def __init__(self, home, log, port=None, *flags, environment=None, files_max=None):
        """- files_max: how many files and connections it may have open."""
        self.files_max = files_max
        self.home, self.log, self.flags = home, pathlib.Path(log), flags
        self.port = port or free_port()
        self.environment = {**home.environment, **(environment or {})}
        self.process = None

    def start(self, seconds=60):
        """Returns once it listens. Raises Refused when it ends instead, or does not listen in time."""
        began = time.monotonic()
        with open(self.log, "ab") as log, open(self.log.with_suffix(".out"), "wb") as output:
            self.process = subprocess.Popen(
                [self.home.binary, "serve", "--port", str(self.port), *self.flags, *self.home.where],
                stdin=subprocess.DEVNULL, stdout=output, stderr=log, env=self.environment,
            )
        if self.files_max:
            resource.prlimit(self.process.pid, resource.RLIMIT_NOFILE, (self.files_max, self.files_max))
        while b"listening on" not in self.log.with_suffix(".out").read_bytes():
            if self.process.poll() is not None:
                raise Refused(f"serve ended with {self.process.returncode}: {self.last_lines()}")
            if time.monotonic() - began > seconds:
                self.kill()
                raise Refused(f"serve did not listen within {seconds} s: {self.last_lines()}")
            time.sleep(0.01)
        return time.monotonic() - began

    def last_lines(self, count=3):
        return " | ".join(self.log.read_text(errors="replace").splitlines()[-count:])

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self, seconds=40):
        """Asks it to stop. Returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Refused(f"serve did not stop within {seconds} s") from None
