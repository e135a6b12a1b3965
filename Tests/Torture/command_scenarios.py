"""Commands that change the installation die on their way."""

import json
import pathlib
import shutil
import subprocess

import survey
from client import Client
from load import USERNAMES
from server import PASSWORD, WORD, Home, Refused


def commands_killed(stage):
    """kill -9 of commands on their way: businesses, users, a new secret key, backup and restore."""
    home = stage.home()
    play = _Play(stage, home)
    deeds = [play.add_business, play.remove_business, play.add_user, play.rotate_key, play.back_up, play.restore]
    for number in range((stage.options.rounds or 120) if not stage.is_short else 12):
        deed = deeds[number % len(deeds)]
        stage.scene(f"round {number + 1}, {deed.__name__}")
        deed()
        survey.verify(play.home, stage.findings)
        if number % 6 == 5:
            play.everybody_signs_in()


class _Play:
    def __init__(self, stage, home):
        self.stage, self.home, self.findings = stage, home, stage.findings
        self.businesses = {"Harbour Joinery Ltd"}
        self.users = set(USERNAMES[:1])
        self.count = 0

    def _begin_and_kill(self, *arguments, input=""):
        """Whether the command was done before it was killed; None when nobody knows."""
        self.count += 1
        process = subprocess.Popen(
            [self.home.binary, *arguments, *self.home.where], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, env=self.home.environment)
        process.stdin.write(input.encode())
        process.stdin.close()
        try:
            code = process.wait(self.stage.dice.uniform(0.02, 0.25))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None
        if code != 0:
            self.findings.add(f"daybook {' '.join(arguments)}: {code}, {process.stderr.read().decode()[-300:]}")
        return code == 0

    def _compare(self, kind, found, before, after, is_done):
        possible = [after] if is_done else [before, after]
        if found not in possible:
            self.findings.add(f"{kind} are {sorted(found)}, not one of {[sorted(one) for one in possible]}")
        return found

    def add_business(self):
        name = f"Business {self.count}"
        is_done = self._begin_and_kill("business", "add", name)
        after = self.businesses | {name}
        self.businesses = self._compare("businesses", self._listed(), self.businesses, after, is_done)

    def remove_business(self):
        listed = {one["name"]: one["id"] for one in json.loads(self.home.run("business", "list", "--json"))}
        name = max(self.businesses, key=lambda one: listed[one])
        if len(self.businesses) < 2:
            return
        is_done = self._begin_and_kill("business", "remove", "--business", str(listed[name]))
        after = self.businesses - {name}
        self.businesses = self._compare("businesses", self._listed(), self.businesses, after, is_done)
        books = {path.stem for path in pathlib.Path(self.home.folder, "books").glob("*.sqlite")}
        live = {str(one["id"]) for one in json.loads(self.home.run("business", "list", "--json"))}
        if books != live:
            self.findings.add(f"books {sorted(books)}, businesses {sorted(live)}")

    def _listed(self):
        # What was left half-way is mended by whoever opens the folder first; `verify` only reads.
        self.home.run("secret", "rotate")
        return {one["name"] for one in json.loads(self.home.run("business", "list", "--json"))}

    def add_user(self):
        name = f"person{self.count}"
        is_done = self._begin_and_kill(
            "user", "add", "--business", "1", "--username", name, "--password-stdin", input=f"{PASSWORD}\n{WORD}\n")
        found = {one["username"] for one in json.loads(self.home.run("user", "list", "--json"))}
        after = self.users | {name}
        self.users = self._compare("users", found & after, self.users, after, is_done)

    def rotate_key(self):
        self._begin_and_kill("secret", "rotate")

    def back_up(self):
        """What is there after a kill is a whole backup, and what of it is not does not hinder the next one."""
        path = self.stage.folder / f"backup-{self.count}.tar"
        is_done = self._begin_and_kill("backup", str(path))
        if is_done and not path.exists():
            self.findings.add(f"{path} is not there")
        if path.exists():
            self._bring_back(path)
        path.unlink(missing_ok=True)
        self.home.run("backup", str(path))
        self._bring_back(path)
        path.unlink()

    def _bring_back(self, path):
        to = self.stage.folder / f"restored-{self.count}"
        other = Home(self.home.binary, to)
        try:
            other.run("restore", str(path), "--secret-key-file", str(self.home.folder / "secret.key"))
            other.run("verify")
            found = {one["name"] for one in json.loads(other.run("business", "list", "--json"))}
            if found != self.businesses:
                self.findings.add(f"{path} has {found}, not {self.businesses}")
        except Refused as refusal:
            self.findings.add(f"{path} can't be brought back: {refusal}")
        shutil.rmtree(to, ignore_errors=True)

    def restore(self):
        """A restore in the place of a folder, killed: the folder is the one before, the one after, or refused; a
        second restore then succeeds."""
        path = self.stage.folder / f"whole-{self.count}.tar"
        self.home.run("backup", str(path), "--include-secret-key")
        self._begin_and_kill("restore", str(path), "--replace")
        try:
            self.home.run("verify")
        except Refused as refusal:
            if "daybook: " not in str(refusal):
                self.findings.add(f"no plain refusal: {refusal}")
            self.home.run("restore", str(path), "--replace")
        found = {one["name"] for one in json.loads(self.home.run("business", "list", "--json"))}
        self._compare("businesses", found, self.businesses, self.businesses, True)
        path.unlink()
        for aside in self.stage.folder.glob(f"{self.home.folder.name}?*"):
            shutil.rmtree(aside)

    def everybody_signs_in(self):
        server = self.stage.server(self.home)
        server.start()
        client = Client(server.port, self.findings)
        for name in sorted(self.users):
            answer = client.sign_in(name, PASSWORD, WORD)
            if answer.status != 200:
                self.findings.add(f"{name} signs in: {answer.status} {answer.text[:200]}")
        client.close()
        server.stop()
