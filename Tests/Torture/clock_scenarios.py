"""The wall clock is set, forwards and back, and the machine sleeps; the rule is FD-7."""

import time

import survey
from load import USERNAMES
from server import PASSWORD, WORD
from client import Client

_MINUTE = 60_000


def clock(stage):
    """The clock jumps past the limits of sessions and back, with restarts in between; then anyhow, under load."""
    home = stage.home()
    faults = stage.faults(home.folder)
    server = stage.server(home, environment=faults.environment)
    server.start()
    stage.begin_load(server)
    people = _People(stage, server, faults)
    _forward(stage, people)
    _back(stage, people)
    _asleep(stage, people)
    _between_the_steps(stage, people)
    _far(stage, people)
    _over_restarts(stage, people, server)
    people.client.close()
    _anyhow(stage, server, faults)
    stage.scene("the end")
    stage.stops(server)
    survey.look_offline(home, stage.load, lag=None)


class _People:
    def __init__(self, stage, server, faults):
        self.findings, self.faults = stage.findings, faults
        self.client = Client(server.port, stage.findings)
        self.highest = 0

    def move(self, minutes, clock="wall_ms"):
        self._set(clock, self.faults.get(clock) + round(minutes * _MINUTE))

    def move_to_the_mark(self):
        """To the highest reading there ever was: time that counts goes on from there (FD-7)."""
        self._set("wall_ms", self.highest)

    def _set(self, clock, value):
        self.faults.set(**{clock: value})
        self.highest = max(self.highest, self.faults.get("wall_ms"))

    def signs_in(self, kept=False):
        answer = self.client.sign_in(USERNAMES[0], PASSWORD, WORD, kept)
        if answer.status != 200:
            self.findings.add(f"sign-in: {answer.status} {answer.text[:200]}")
            return None
        return answer.body["SessionToken"]

    def expect(self, token, lives, what):
        answer = self.client.call("GET", "/userpermissions", token=token)
        if answer.status != (200 if lives else 401):
            self.findings.add(f"{what}: {answer.status} {answer.text[:200]}")


def _forward(stage, people):
    stage.scene("forwards")
    used, unused, kept = people.signs_in(), people.signs_in(), people.signs_in(kept=True)
    people.move(59.5)
    people.expect(used, True, "unused for 59.5 minutes")
    people.move(1)
    people.expect(unused, False, "unused for 60.5 minutes")
    people.expect(used, True, "used a minute ago")
    people.expect(kept, True, "kept logged in, unused for an hour")
    people.move(61)
    people.expect(used, False, "unused for 61 minutes")
    people.move(-122)
    people.expect(used, False, "ended, and the clock set back")
    people.expect(unused, False, "ended, and the clock set back")
    people.expect(kept, True, "kept logged in, and the clock set back")
    people.expect(people.signs_in(), True, "new after the clock was set back")
    people.move_to_the_mark()


def _back(stage, people):
    stage.scene("back")
    token = people.signs_in()
    people.move(-3 * 60)
    people.expect(token, True, "the clock was set back by 3 hours")
    people.move(59)
    people.expect(token, True, "forwards again, within what was")
    people.move_to_the_mark()
    people.expect(token, True, "where the clock was before")
    people.move(61)
    people.expect(token, False, "unused for 61 minutes")


def _far(stage, people):
    stage.scene("far")
    kept = people.signs_in(kept=True)
    people.move(13 * 24 * 60)
    people.expect(kept, True, "kept logged in, unused for 13 days")
    people.move(15 * 24 * 60)
    people.expect(kept, False, "kept logged in, unused for 15 days")
    people.move(-28 * 24 * 60)
    people.expect(kept, False, "ended, and the clock set back by 28 days")
    people.expect(people.signs_in(), True, "new after the clock was set back by 28 days")
    people.move_to_the_mark()


def _asleep(stage, people):
    stage.scene("asleep")
    # A machine that slept: the monotonic clock has gone on, and the wall clock is set right a little later.
    before = people.signs_in()
    people.move(61, clock="monotonic_ms")
    people.expect(before, False, "unused for 61 minutes by the monotonic clock")
    after = people.signs_in()
    people.move(61)
    people.expect(after, True, "new, and the wall clock follows")
    people.move(59, clock="monotonic_ms")
    people.expect(after, True, "unused for 59 minutes by the monotonic clock")
    people.move(59)


def _between_the_steps(stage, people):
    stage.scene("between the steps of sign-in")
    credentials = {"UserName": USERNAMES[0], "Password": PASSWORD}
    for minutes, back, status in ((4.5, 0, 200), (5.5, 0, 401), (5.5, -5.5, 401)):
        people.move_to_the_mark()
        asked = people.client.call("POST", "/sessiontoken", credentials)
        people.move(minutes)
        # A look at the clock, as any request is; the clock's highest mark is what counts.
        people.expect(people.signs_in(), True, "a session of its own")
        people.move(back)
        answer = people.client.answer_challenge(asked, WORD)
        if answer.status != status:
            people.findings.add(f"step 2 after {minutes} and {back} minutes: {answer.status} {answer.text[:200]}")


def _over_restarts(stage, people, server):
    stage.scene("over restarts")
    people.move_to_the_mark()
    idle = people.signs_in()
    people.move(61)
    people.expect(idle, False, "unused for 61 minutes")
    used = people.signs_in()
    time.sleep(2.5)  # Until the clock's highest mark is written.
    stage.kill(server)
    people.client.close()
    people.move(-61)
    server.start()
    people.expect(idle, False, "ended, the clock set back, and started again")
    people.expect(used, True, "used before the clock was set back, after a start")
    people.expect(people.signs_in(), True, "new after the clock was set back and a start")
    people.move(61)
    people.expect(people.signs_in(), True, "new where the clock was")


def _anyhow(stage, server, faults):
    """Under load no jump may lose a write or make an error; sessions are looked at by those above."""
    load = stage.load
    for number in range(1 if stage.is_short else 8):
        stage.scene(f"anyhow, round {number + 1}")
        # Everybody begins anew: any session may have ended.
        for worker in load.workers:
            worker.sessions, worker.session = [], None
            worker.sign_in()
        load.start()
        for _ in range(4):
            time.sleep(0.2)
            # Together less than what ends a session that is in use.
            faults.set(wall_ms=faults.get("wall_ms") + stage.dice.randrange(-400 * _MINUTE, 5 * _MINUTE))
        if stage.dice.random() < 0.5:
            stage.kill(server)
            load.stop()
            server.start()
        else:
            load.stop()
        survey.Survey(load).take()
