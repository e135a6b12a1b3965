"""The process dies, or the whole machine: kill -9 at any moment, and the power cut."""

import errno
import subprocess
import threading
import time

import power
import survey
from client import Client, NoAnswer
from load import USERNAMES
from server import PASSWORD, WORD


def kill(stage):
    """kill -9 at random moments under load, now and then again while it starts."""
    home = stage.home()
    server = stage.server(home)
    server.start()
    load = stage.begin_load(server)
    for number in range(stage.options.rounds or (3 if stage.is_short else 40)):
        stage.scene(f"round {number + 1}")
        load.start()
        time.sleep(stage.dice.uniform(0.1, 1.5))
        stage.kill(server)
        load.stop()
        if stage.dice.random() < 0.3:
            _die_at_start(stage, server)
        if stage.dice.random() < 0.6:
            survey.look_offline(home, load)
        server.start()
        survey.Survey(load).take()
    stage.scene("the end")
    stage.stops(server)
    # A stop writes down every last use, to the second.
    survey.look_offline(home, load, lag=0)


def _die_at_start(stage, server):
    command = [server.home.binary, "serve", "--port", str(server.port), *server.flags, *server.home.where]
    with open(server.log, "ab") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=server.environment)
    time.sleep(stage.dice.uniform(0.0, 0.2))
    process.kill()
    process.wait()


def sign_ins_killed(stage):
    """kill -9 amid sign-ins, a thousand of them: each session that was answered is there, and none that was ended."""
    home = stage.home()
    server = stage.server(home)
    server.start()
    people = [_SignsIn(stage, server.port, username) for username in USERNAMES]
    count = 60 if stage.is_short else 1_000
    while sum(person.tried for person in people) < count:
        stage.scene(f"after {sum(person.tried for person in people)} sign-ins")
        for person in people:
            person.begin()
        time.sleep(stage.dice.uniform(0.3, 2.0))
        stage.kill(server)
        for person in people:
            person.join()
        server.start()
        for person in people:
            person.look()
    answered = sum(len(person.sessions) for person in people)
    if answered * 4 < count:
        stage.findings.add(f"only {answered} of {count} sign-ins were answered: too few to tell anything")
    home.run("verify")
    stage.stops(server)


class _SignsIn:
    """Somebody who signs in and out as fast as they are let."""

    def __init__(self, stage, port, username):
        self.stage, self.port, self.username = stage, port, username
        # Whether the session behind each token lives; None where its end was asked for and not answered.
        self.sessions, self.tried, self._thread = {}, 0, None

    def begin(self):
        self._thread = threading.Thread(target=self._run, name=self.username, daemon=True)
        self._thread.start()

    def join(self):
        self._thread.join(60)

    def _run(self):
        client = Client(self.port, self.stage.findings)
        try:
            while True:
                self.tried += 1
                answer = client.sign_in(self.username, PASSWORD, WORD)
                if answer.is_refused:
                    continue
                if answer.status != 200:
                    return self.stage.findings.add(f"{self.username} signs in: {answer.status} {answer.text[:200]}")
                token = answer.body["SessionToken"]
                self.sessions[token] = True
                if self.tried % 3 == 0:
                    self.sessions[token] = None
                    if client.call("DELETE", f"/sessiontoken/{token}", token=token).status == 204:
                        self.sessions[token] = False
        except NoAnswer:
            pass  # the server is gone
        finally:
            client.close()

    def look(self):
        client = Client(self.port, self.stage.findings)
        for token, lives in self.sessions.items():
            status = client.call("GET", "/userpermissions", token=token).status
            if status not in ([200] if lives else [401] if lives is False else [200, 401]):
                self.stage.findings.add(f"a session of {self.username}, whose life is {lives}, is answered {status}")
            # Once told, it stays so.
            self.sessions[token] = status == 200
        client.close()


def power_cut(stage):
    """The power goes at random moments: of what was not synced any part is lost, torn or out of order; in some rounds
    syncs fail before it."""
    home = stage.home()
    faults = stage.faults(home.folder, with_journal=True)
    server = stage.server(home, environment=faults.environment)
    before = stage.folder / "before"
    load = None
    for number in range(stage.options.rounds or (3 if stage.is_short else 40)):
        stage.scene(f"round {number + 1}")
        power.copy(home.folder, before)
        faults.journal.unlink(missing_ok=True)
        faults.end()
        server.start()
        if load is None:
            load = stage.begin_load(server)
        else:
            survey.Survey(load).take()
        load.start()
        time.sleep(stage.dice.uniform(0.1, 1.5))
        if number % 3 == 1:
            faults.set(sync_error=errno.EIO, one_in=stage.dice.choice([1, 2, 5]))
            time.sleep(stage.dice.uniform(0.05, 0.5))
            faults.end()
            if stage.dice.random() < 0.5:
                stage.comes_back()
        stage.kill(server)
        load.stop()
        power.cut(home.folder, before, faults.journal, stage.dice)
        if stage.dice.random() < 0.6:
            survey.look_offline(home, load)
    stage.scene("the end")
    faults.end()
    server.start()
    survey.Survey(load).take()
    stage.stops(server)
    survey.look_offline(home, load, lag=0)
