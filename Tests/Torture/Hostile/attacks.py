"""What is attacked and how, one function an attack, and the figures of each."""

import base64
import os
import pathlib
import time

import client
from attackers import Attack, crowd, flood_with_sign_ins, guess_tokens, send_slowly
from database import PostgreSQL
from reader import Reader, median, percentile
from server import PASSWORD, WORD, Home, Server

TIMES_MEDIAN_MAX = 3
MEMORY_GROWTH_MAX = 16  # MiB, for what is cached and buffered on the way
HEADING = (
    f"{'attack':16} {'alone':>9} {'under':>9} {'times':>6} {'99 %':>9} {'anew':>9} {'under':>9} {'times':>6} "
    f"{'MiB before':>11} {'after':>6}"
)


class Field:
    """A server of its own with a business, a user at work and a customer to read."""

    def __init__(self, binary, folder, is_short, engine):
        folder.mkdir()
        self.is_short, self.findings, self.database = is_short, [], None
        if engine == "postgresql":
            self.database = PostgreSQL(folder / "postgresql")
            self.database.start()
            home = Home(binary, folder / "data", self.database.url, base64.b64encode(os.urandom(32)).decode())
        else:
            home = Home(binary, folder / "data")
        home.settle_in(["ines"])
        self.server = Server(home, folder / "serve.log")
        self.client = None

    def __enter__(self):
        self.server.start()
        self.client = client.Client(self.server.port, self)
        self.token = self.sign_in().body["SessionToken"]
        made = self.client.call("POST", "/customers", {"Name": "Harbour Joinery"}, token=self.token)
        self.reader = Reader(self.server.port, self.token, made.body["Code"])
        self.reader.read_for(1)
        return self

    def __exit__(self, *_):
        self.reader.close()
        self.client.close()
        if not self.server.is_running:
            self.add(f"the server is gone: {self.server.last_lines()}")
        elif self.server.stop() != 0:
            self.add(f"the server did not stop well: {self.server.last_lines()}")
        if self.database is not None:
            self.database.remove()

    def add(self, finding):
        self.findings.append(finding)

    def expect(self, holds, otherwise):
        if not holds:
            self.add(otherwise)

    def sign_in(self):
        return self.client.sign_in("ines", PASSWORD, WORD)

    @property
    def memory(self):
        """What the server has in memory, in MiB."""
        status = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def weather(self, name, seconds, attack, turns_away=False, **settings):
        """Reads without, under and after the attack, and prints the figures. Returns the attacker's report.
        - turns_away: whether who comes during it may find no place."""
        quiet = self.reader.read_for(3)
        before = self.memory
        attacker = Attack(attack, port=self.server.port, **settings)
        under = self.reader.read_for(seconds, until=lambda: attacker.is_over)
        after = self.memory
        turned_away = self.reader.turned_away
        report = attacker.stop()
        quiet_again = self.reader.read_for(3)
        # The machine may have become slower by itself.
        alone = [max(median(one), median(other)) for one, other in zip(quiet, quiet_again)]
        times = [median(took) / usual for took, usual in zip(under, alone)]
        print(
            f"{name:16} {alone[0] * 1000:6.2f} ms {median(under[0]) * 1000:6.2f} ms {times[0]:6.2f} "
            f"{percentile(under[0], 0.99) * 1000:6.1f} ms {alone[1] * 1000:6.2f} ms {median(under[1]) * 1000:6.2f} ms "
            f"{times[1]:6.2f} {before:11.1f} {after:6.1f}   {report}, {turned_away} turned away",
            flush=True,
        )
        self.expect(times[0] <= TIMES_MEDIAN_MAX, f"{name}: reads took {times[0]:.1f} times their median")
        self.expect(not self.reader.wrong, f"{name}: reads were answered {self.reader.wrong[:3]}")
        if not turns_away:
            self.expect(times[1] <= TIMES_MEDIAN_MAX, f"{name}: reads anew took {times[1]:.1f} times their median")
            self.expect(turned_away == 0, f"{name}: {turned_away} new connections had no answer")
        return report, after - before


def slow(field):
    """FD-25: who is slow is cut off, after 30 s with headers and from 5 s on with a body; before the headers of a second
    request a connection counts as idle, for 75 s."""
    # How long each lasts at least and at most; the server looks every 5 s, and the attacker every second.
    bounds = {"headers": (25, 45), "second headers": (70, 90), "body of a sign-in": (5, 20), "body with a token": (5, 20)}
    report, _ = field.weather(
        "slow senders", 120, send_slowly, token=field.token, each=10 if field.is_short else 60,
        with_headers=not field.is_short,
    )
    for kind, (shortest, longest, told) in report.items():
        earliest, latest = bounds[kind]
        field.expect(earliest <= shortest and longest <= latest, f"{kind}: lasted {shortest} to {longest} s")
        answer = "200" if kind == "second headers" else "408"
        field.expect(set(told) == {answer}, f"{kind}: was told {told}")


def connections(field):
    """FD-25: 4,096 connections at the most, 256 of one address, whoever wants how many."""
    count, of_each = (3_000, 300) if field.is_short else (10_000, 300)
    report, _ = field.weather("connections", 8 if field.is_short else 25, crowd, turns_away=True, count=count, of_each=of_each)
    field.expect(report["opened"] >= count, f"opened {report['opened']} connections of {count}")
    field.expect(report["of one"] <= 256, f"{report['of one']} connections of one address stayed open")
    field.expect(report["stayed"] <= 4_096, f"{report['stayed']} connections stayed open")
    began = time.monotonic()
    answer = client.Client(field.server.port, field).call("GET", "/customers", token=field.token)
    field.expect(answer.status == 200 and time.monotonic() - began < 2, "no new connection once the crowd is gone")


def sign_ins(field):
    """FD-13: hashes wait in a line of their own, and what is no hash does not wait for them."""
    report, growth = field.weather("sign-ins", 5 if field.is_short else 25, flood_with_sign_ins, at_once=100)
    field.expect(report.get("401", 0) > 0, f"no sign-in was heard: {report}")
    field.expect(set(report) <= {"401", "429", "503", "nothing"}, f"sign-ins were answered {report}")
    # The line and the gate hold 19 MiB for each hash that runs.
    field.expect(growth <= MEMORY_GROWTH_MAX + 38, f"memory grew by {growth:.0f} MiB")
    field.expect(field.sign_in().status == 200, "nobody can sign in once the flood is over")


def tokens(field):
    """FD-8: unknown tokens are never kept, and push no live one out."""
    count = 60_000 if field.is_short else 1_000_000
    # What the first requests allocate for good is no growth.
    Attack(guess_tokens, port=field.server.port, count=20_000).stop()
    report, growth = field.weather("random tokens", 600, guess_tokens, count=count)
    field.expect(report.get("401", 0) >= count and len(report) == 1, f"tokens were answered {report}")
    field.expect(growth <= MEMORY_GROWTH_MAX, f"memory grew by {growth:.0f} MiB over {count} tokens")


ALL = {"slow": slow, "connections": connections, "sign-ins": sign_ins, "tokens": tokens}
