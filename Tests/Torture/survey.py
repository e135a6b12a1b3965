"""What is there after a fault, held against what was answered."""

import concurrent.futures
import datetime
import json
import math

from load import GUESSED
from promises import ABSENT, version_of
from server import Refused


class Survey:
    """One look at a running server that nobody else calls."""

    def __init__(self, load):
        self.load, self.findings = load, load.findings

    def take(self):
        """Settles every thing that was touched, and counts all there are."""
        with concurrent.futures.ThreadPoolExecutor(len(self.load.workers)) as pool:
            for done in [pool.submit(self._one, worker) for worker in self.load.workers]:
                done.result()
        first = self.load.workers[0]
        self._customers(first)
        self._sources(first)
        self._users(first)
        first.client.close()

    def _one(self, worker):
        if worker.random.random() < 0.5:
            worker.send_again()
        # What stays without an answer.
        worker.again.clear()
        # Sessions before the rest: each look is a use.
        for session in worker.sessions:
            if not session.is_settled or session.state or session in worker.touched:
                worker.look_at(session)
        for customer in worker.customers:
            if customer in worker.touched:
                self._customer(worker, customer)
        worker.client.close()
        worker.touched.clear()

    def _customer(self, worker, customer):
        states = []
        for code in sorted(customer.codes):
            answer = worker.call("GET", f"/customers/{code}")
            if answer.status == 404:
                continue
            if answer.status != 200:
                return self.findings.add(f"customer {code} can't be read: {answer.status} {answer.text[:200]}")
            version = version_of(answer.body, self.load.source_ids)
            if version is None:
                self.findings.add(f"customer {code} is there by halves: {answer.text}")
            notes = worker.call("GET", f"/customers/{code}/notes").body
            if len({note["Text"] for note in notes}) < len(notes):
                self.findings.add(f"customer {code} has a note twice: {notes}")
            customer.numbers = {note["Text"]: note["Number"] for note in notes}
            customer.last_note_number = max([customer.last_note_number, *customer.numbers.values()])
            states.append((code, version, frozenset(customer.numbers)))
        if len(states) > 1:
            return self.findings.add(f"one customer under two codes: {states}")
        self._settle(f"customer {customer.serial}", customer, states[0] if states else ABSENT)

    def _settle(self, name, thing, state):
        possible = thing.possible
        if not thing.is_settled:
            self.load.outcomes["done" if state == thing.asked else "not done"] += 1
        if not thing.settle(state):
            self.findings.add(f"{name} is {state}, which can't be: {possible}")

    def _of_all(self, kind):
        return [thing for worker in self.load.workers for thing in getattr(worker, kind)]

    def _customers(self, worker):
        expected = {one.state[0]: one.state[1] for one in self._of_all("customers") if one.state is not ABSENT}
        found, page = {}, 1
        while True:
            answer = worker.call("GET", f"/customers?perpage=500&page={page}&sortby=1").body
            for row in answer["Data"]:
                found[row["Code"]] = int(row["Contacts"][0]["Firstname"][1:])
            if page == 1:
                total = answer["MetaData"]["TotalRecords"]
            if not answer["MetaData"]["NextPageUrl"]:
                break
            page += 1
        if found != expected:
            differ = sorted(set(found.items()) ^ set(expected.items()))
            self.findings.add(f"the list of customers differs from what was answered: {differ[:10]}")
        if total != len(expected):
            self.findings.add(f"the list says {total} customers, there are {len(expected)}")

    def _sources(self, worker):
        listed = worker.call("GET", "/sources").body
        found = {one["Name"]: round(one["CostOfSource"]) for one in listed if one["Id"] not in self.load.source_ids}
        for source in self._of_all("sources"):
            self._settle(source.name, source, found.pop(source.name, ABSENT))
        if found:
            self.findings.add(f"sources that nobody made: {found}")
        numbers = {one["Name"]: one["Id"] for one in listed}
        for source in self._of_all("sources"):
            source.number = numbers.get(source.name)
        customers = [one.state for one in self._of_all("customers") if one.state is not ABSENT]
        for place, number in enumerate(self.load.source_ids):
            counted = sum(version % len(self.load.source_ids) == place for _, version, _ in customers)
            said = next(one["NumberOfCustomer"] for one in listed if one["Id"] == number)
            if counted != said:
                self.findings.add(f"source {number} says {said} customers, there are {counted}")

    def _users(self, worker):
        listed = worker.call("GET", "/users").body
        found = {one["Username"]: one for one in listed if one["Username"].startswith("user")}
        for user in self._of_all("users"):
            row = found.pop(user.name, None)
            self._settle(user.name, user, ABSENT if row is None else int(row["FullName"].split(" ")[-1]))
            user.number = None if row is None else row["Number"]
        if found:
            self.findings.add(f"users that nobody made: {sorted(found)}")


def look_offline(home, load, lag=3.0):
    """What the program's own commands say of data that no server has open: all is sound, sessions obey FD-8.

    - lag: how many seconds before its server's end a session's use may be without being written down: what comes
      between two batches, and how long a busy machine may make one wait; None when clocks were moved.
    """
    verify(home, load.findings)
    known = {one.hash_prefix: one for worker in load.workers for one in worker.sessions}
    listed = {one["session"]: one for one in json.loads(home.run("session", "list", "--json"))}
    for prefix, session in known.items():
        row = listed.get(prefix)
        if (row is not None) not in session.possible:
            load.findings.add(f"session {prefix} {'is' if row else 'is not'} there, which can't be: {session.possible}")
        if row is not None and lag is not None:
            _check_last_use(prefix, session, row["lastUsed"], session.written_use(load.ends, lag), load.findings)
    _check_log(home, known, listed, load.findings)
    users = {one["username"]: one for one in json.loads(home.run("user", "list", "--json"))}
    failures = users[GUESSED]["failures"]
    if failures not in load.guesser.failures:
        load.findings.add(f"{failures} failures of {GUESSED} are counted, not one of {load.guesser.failures}")
    load.guesser.failures = {failures}


def _check_last_use(prefix, session, text, earliest, findings):
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
    if at > session.used_to + 0.002:
        findings.add(f"session {prefix} was last used at {session.used_to:.3f}, and {at:.3f} is written: late")
    if at < math.floor(earliest):
        findings.add(f"session {prefix} was used at {earliest:.3f}, and {at:.3f} is written: too early")


def _check_log(home, known, listed, findings):
    """Each session has its row, each end that was answered too, and rows are numbered in order."""
    rows = json.loads(home.run("log", "security", "--limit", "10000", "--json"))
    oldest = rows[-1]["at"] if len(rows) == 10_000 else ""
    made = {row["detail"] for row in rows if row["event"] == "session-made"}
    ended = {row["detail"].split(":")[0] for row in rows if row["event"] == "session-ended"}
    for prefix, row in listed.items():
        if row["created"] > oldest and prefix not in made:
            findings.add(f"session {prefix} has no row in the security log")
        if prefix in ended:
            findings.add(f"session {prefix} is there, and the security log has its end")
    if not oldest:
        for prefix, session in known.items():
            if session.possible == {False} and prefix not in ended:
                findings.add(f"the end of session {prefix} was answered and is not in the security log")
    numbers = [row["id"] for row in rows]
    if numbers != sorted(set(numbers), reverse=True):
        findings.add("the security log is out of order")


def verify(home, findings):
    try:
        home.run("verify")
    except Refused as error:
        findings.add(f"verify: {error}")
