"""The load: workers side by side, and somebody who guesses at a password."""

import collections
import threading
import time

from client import Client, NoAnswer
from server import PASSWORD, WORD
from worker import Worker

USERNAMES = [f"worker{number}" for number in range(8)]
GUESSED = "marlow"

# Wrong passwords are part of the load, and come from one address.
FLAGS = [
    "--last-use-seconds", "1", "--address-failures-max", "100000", "--sessions-per-identity-max", "100000",
    "--log-level", "warning",
]


class Load:
    """All that was ever asked of one installation; goes on over any number of its ends and starts."""

    def __init__(self, ports, findings, seed, timeout):
        """
        - ports: of the servers, all on the same data.
        - timeout: the seconds within which any answer has to come.
        """
        self.ports, self.findings, self.seed, self.timeout = ports, findings, seed, timeout
        # Whether each 503 means that nothing was written, whatever it says: so it is on a full disk.
        self.refusal_is_sure = False
        self.is_over = True
        self.source_ids = []
        # When servers ended.
        self.ends = []
        # What had become of calls without an answer.
        self.outcomes = collections.Counter()
        self._heard = threading.Condition()
        self._answers = 0
        self.workers = [Worker(self, number, username) for number, username in enumerate(USERNAMES)]
        self.guesser = Guesser(self)

    def prepare(self):
        """Signs everybody in and makes the two sources that customers come from."""
        for worker in self.workers:
            if worker.session is None and not worker.sign_in():
                raise RuntimeError(f"{worker.username} could not sign in")
        for name in ("Harbour Fair", "Letter"):
            answer = self.workers[0].call("POST", "/sources/createSource", {"Name": name})
            self.source_ids.append(answer.body["Id"])

    def start(self):
        self.is_over = False
        # A thread runs once; who it stands for goes on.
        for person in [*self.workers, self.guesser]:
            threading.Thread.__init__(person, name=person.username, daemon=True)
            person.start()

    def stop(self):
        if self.is_over:
            return
        self.is_over = True
        for person in [*self.workers, self.guesser]:
            person.join(self.timeout * 3)
            if person.is_alive():
                self.findings.add(f"{person.username} still waits for an answer")

    def run(self, seconds):
        self.start()
        time.sleep(seconds)
        self.stop()

    def answered(self):
        with self._heard:
            self._answers += 1
            self._heard.notify_all()

    def hears_again(self, within):
        """Waits for the next write that is answered. Returns the seconds it took, or None after `within`."""
        began = time.monotonic()
        with self._heard:
            before = self._answers
            if self._heard.wait_for(lambda: self._answers > before, within):
                return time.monotonic() - began
        return None

    def pause(self, seconds):
        if not self.is_over:
            time.sleep(seconds)

    def ended(self):
        """The server is gone, and with it every connection."""
        self.ends.append(time.time())
        if self.is_over:
            for worker in self.workers:
                worker.client.close()

    @property
    def counts(self):
        return sum((person.counts for person in self.workers), collections.Counter())


class Guesser(threading.Thread):
    """Tries wrong passwords, never as many in a row as would lock: one that was answered is counted, come what may."""

    def __init__(self, load):
        super().__init__(name=GUESSED, daemon=True)
        self.load, self.username = load, GUESSED
        self.client = Client(load.ports[-1], load.findings, load.timeout)
        # How many may be counted now.
        self.failures = {0}

    def run(self):
        while not self.load.is_over:
            self._try()
            self.load.pause(0.1)
        self.client.close()

    def _try(self):
        is_right = max(self.failures) >= 3
        after = {0} if is_right else {failures + 1 for failures in self.failures}
        before, self.failures = self.failures, self.failures | after
        try:
            answer = self.client.sign_in(GUESSED, PASSWORD if is_right else "eleven copper kettles", WORD)
        except NoAnswer:
            return
        if answer.is_refused:
            return
        self.failures = after
        if answer.status != (200 if is_right else 401) or (not is_right and answer.error != "InvalidCredentials"):
            self.load.findings.add(f"{GUESSED}, {before} failures, tries: {answer.status} {answer.text[:200]}")
