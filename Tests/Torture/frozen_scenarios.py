"""Servers on one database that hear late of what the others did (FD-9)."""

import signal
import time

from client import Client, NoAnswer
from database_scenarios import _begin, _end
from load import USERNAMES
from server import PASSWORD, WORD

# Within which every process has heard of an end.
_HEARD = 1.0


def ended_everywhere(stage):
    """A session is ended at one server: a second later no other lets it in, though it was stopped in between, or
    nobody can tell."""
    database = stage.database()
    home, servers, _ = _begin(stage, database.url)
    here, there = (Client(server.port, stage.findings) for server in servers)
    pair = _Pair(stage, here, there)
    for number in range(stage.options.rounds or (3 if stage.is_short else 20)):
        stage.scene(f"round {number + 1}, running")
        token = pair.session()
        pair.end(token)
        time.sleep(_HEARD)
        pair.expect(token, [401])
        stage.scene(f"round {number + 1}, frozen")
        token = pair.session()
        servers[1].process.send_signal(signal.SIGSTOP)
        pair.end(token)
        time.sleep(_HEARD + stage.dice.uniform(0, 0.5))
        servers[1].process.send_signal(signal.SIGCONT)
        pair.expect(token, [401, 503])
    stage.scene("without the database")
    token = pair.session()
    database.kill()
    time.sleep(_HEARD)
    # It may have been ended elsewhere: who can't tell lets nobody in (FD-5).
    for _ in range(10):
        pair.expect(token, [503])
    database.start()
    time.sleep(2)
    pair.expect(token, [200])
    _end(stage, home, servers)


class _Pair:
    def __init__(self, stage, here, there):
        self.findings, self.here, self.there = stage.findings, here, there

    def session(self):
        """One that both servers know."""
        token = self.here.sign_in(USERNAMES[0], PASSWORD, WORD).body["SessionToken"]
        self.expect(token, [200])
        self.expect(token, [200])
        return token

    def end(self, token):
        answer = self.here.call("DELETE", f"/sessiontoken/{token}", token=token)
        if answer.status != 204:
            self.findings.add(f"the end of a session: {answer.status} {answer.text[:200]}")

    def expect(self, token, statuses):
        try:
            answer = self.there.call("GET", "/userpermissions", token=token)
        except NoAnswer as error:
            self.findings.add(f"no answer: {error}")
            return
        if answer.status not in statuses:
            self.findings.add(f"{answer.status} {answer.text[:200]}, not one of {statuses}")


def servers_frozen(stage):
    """Servers are stopped in the middle of their work, for a moment or for longer than PostgreSQL waits, and go on."""
    home, servers, load = _begin(stage, stage.database().url, timeout=120)
    load.start()
    for seconds in (0.5, 3, 12) if stage.is_short else (0.5, 3, 12, 35, 70):
        stage.scene(f"for {seconds} s")
        time.sleep(0.5)
        for server in servers:
            server.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        for server in servers:
            server.process.send_signal(signal.SIGCONT)
        stage.comes_back()
    _end(stage, home, servers)
