"""One user of the load: makes, changes, reads and deletes things of its own, and notes what was answered."""

import collections
import random
import threading
import time

from client import Client, NoAnswer
from promises import ABSENT, Customer, Promise, Session, version_of
from server import PASSWORD, WORD


class Thing(Promise):
    """A source or a user: its state is what of it was last sent, its number what the server gave it."""

    def __init__(self, name):
        super().__init__()
        self.name, self.number = name, None


class Worker(threading.Thread):
    def __init__(self, load, number, username):
        super().__init__(name=username, daemon=True)
        self.load, self.number, self.username = load, number, username
        self.random = random.Random(f"{load.seed}/{number}")
        self.client = Client(load.ports[number % len(load.ports)], load.findings, load.timeout)
        self.session = None
        self.serial = 0
        self.customers, self.sources, self.users, self.sessions = [], [], [], []
        self.touched = set()
        # Calls that came to no end and can be sent again: what they make, into what state, and themselves.
        self.again = []
        self.counts = collections.Counter()

    # Calls

    def call(self, method, path, body=None, key=None):
        """A call in this worker's own session."""
        try:
            answer = self.client.call(method, path, body, self.session.token, key)
        except NoAnswer:
            self.session.used_to = max(self.session.used_to, time.time())
            raise
        self.session.used(answer)
        return answer

    def change(self, thing, state, expected, method, path, body=None):
        """Asks for a change of `thing` into `state`. Returns the answer when it was done, else None."""
        self.touched.add(thing)
        thing.ask(state)
        key = f"{self.username}/{self._next()}" if method == "POST" else None
        try:
            answer = self.call(method, path, body, key)
        except NoAnswer:
            if key:
                self.again.append((thing, state, path, body, key))
            return self._pause("unanswered")
        if answer.is_refused:
            if answer.is_sure or self.load.refusal_is_sure:
                thing.take_back()
            elif key:
                self.again.append((thing, state, path, body, key))
            return self._pause("refused")
        if answer.status not in expected:
            thing.take_back()
            self.load.findings.add(f"{method} {path}: {answer.status} {answer.text[:300]}")
            return self._pause("wrong")
        thing.keep(state)
        self.counts["answered"] += 1
        self.load.answered()
        return answer

    def send_again(self):
        """What came to no end, under its old key: it is done now, and once, whether it was done before or not."""
        again, self.again = self.again, []
        for thing, state, path, body, key in again:
            answer = self.call("POST", path, body, key)
            if answer.status != 201:
                self.load.findings.add(f"POST {path}, sent again: {answer.status} {answer.text[:300]}")
                continue
            self.counts["again" if answer.headers.get("Idempotency-Replayed") is None else "replayed"] += 1
            thing.keep(state)

    def _pause(self, what):
        self.counts[what] += 1
        self.load.pause(0.03)

    def _some(self, things):
        """One that is there for certain, or None."""
        for _ in range(5):
            thing = self.random.choice(things) if things else None
            if thing is not None and thing.is_settled and thing.state is not ABSENT:
                return thing
        return None

    def _next(self):
        self.serial += 1
        return f"{self.number}X{self.serial}"

    # Customers and their notes

    def create_customer(self):
        customer = Customer(self._next())
        self.customers.append(customer)
        code = f"K{customer.serial}"
        body = customer.body(code, 1, self.load.source_ids)
        self.change(customer, (code, 1, frozenset()), [201], "POST", "/customers", body)

    def change_customer(self):
        if customer := self._some(self.customers):
            code, version, notes = customer.state
            renamed = f"K{customer.serial}R{version}" if self.random.random() < 0.3 else code
            body = customer.body(renamed, version + 1, self.load.source_ids)
            expected = [200] if renamed == code else [201]
            self.change(customer, (renamed, version + 1, notes), expected, "PUT", f"/customers/{code}", body)

    def delete_customer(self):
        if customer := self._some(self.customers):
            self.change(customer, ABSENT, [204], "DELETE", f"/customers/{customer.state[0]}")

    def read_customer(self):
        if customer := self._some(self.customers):
            answer = self.attempt("GET", f"/customers/{customer.state[0]}")
            if answer and (answer.status != 200 or version_of(answer.body, self.load.source_ids) != customer.state[1]):
                self.load.findings.add(f"{customer.state} reads as {answer.status} {answer.text[:600]}")

    def add_note(self):
        if customer := self._some(self.customers):
            code, version, notes = customer.state
            text = f"note {self._next()}"
            state = (code, version, notes | {text})
            answer = self.change(customer, state, [201], "POST", f"/customers/{code}/notes", {"Text": text})
            if answer:
                number = answer.body["Number"]
                if number <= customer.last_note_number:
                    self.load.findings.add(f"note number {number} of {code} was given before")
                customer.last_note_number = number
                customer.numbers[text] = number

    def change_or_delete_note(self):
        customer = self._some(self.customers)
        if customer and customer.state[2]:
            code, version, notes = customer.state
            text = self.random.choice(sorted(notes))
            path = f"/customers/{code}/notes/{customer.numbers[text]}"
            if self.random.random() < 0.5:
                self.change(customer, (code, version, notes - {text}), [204], "DELETE", path)
            else:
                other = f"note {self._next()}"
                customer.numbers[other] = customer.numbers[text]
                self.change(customer, (code, version, notes - {text} | {other}), [200], "PUT", path, {"Text": other})

    # Sources and users

    def create_source(self):
        source = Thing(f"Fair {self._next()}")
        self.sources.append(source)
        body = {"Name": source.name, "CostOfSource": 1}
        if answer := self.change(source, 1, [201], "POST", "/sources/createSource", body):
            source.number = answer.body["Id"]

    def change_or_delete_source(self):
        source = self._some(self.sources)
        if source and self.random.random() < 0.5:
            path = f"/sources/deleteSource?name={source.name.replace(' ', '%20')}"
            self.change(source, ABSENT, [204], "DELETE", path)
        elif source:
            cost = source.state + 1
            body = {"Name": source.name, "CostOfSource": cost}
            self.change(source, cost, [200], "PUT", f"/sources/{source.number}", body)

    def _user_body(self, user, version):
        email = f"{user.name}@harbour.example"
        return {"FullName": f"Version {version}", "Username": user.name, "Email": email, "RoleId": 5}

    def create_user(self):
        user = Thing(f"user{self._next()}".lower())
        self.users.append(user)
        if answer := self.change(user, 1, [201], "POST", "/users", self._user_body(user, 1)):
            user.number = answer.body["Number"]

    def change_or_delete_user(self):
        user = self._some(self.users)
        if user and self.random.random() < 0.5:
            self.change(user, ABSENT, [204], "DELETE", f"/users/{user.number}")
        elif user:
            version = user.state + 1
            self.change(user, version, [200], "PUT", f"/users/{user.number}", self._user_body(user, version))

    # Sessions

    def attempt(self, method, path, body=None):
        """A call that changes nothing that is kept track of. None when it was not answered, or refused for now."""
        try:
            answer = self.call(method, path, body)
        except NoAnswer:
            return self._pause("unanswered")
        return self._pause("refused") if answer.is_refused else answer

    def sign_in(self):
        """Whether it succeeded."""
        try:
            answer = self.client.sign_in(self.username, PASSWORD, WORD)
        except NoAnswer:
            self._pause("unanswered")
            return False
        return self._keep_session(answer)

    def make_session(self):
        if answer := self.attempt("GET", "/sessiontoken/1"):
            self._keep_session(answer)

    def _keep_session(self, answer):
        if answer.is_refused:
            self._pause("refused")
            return False
        if answer.status != 200:
            self.load.findings.add(f"{self.username} signs in: {answer.status} {answer.text[:300]}")
            return False
        made = Session(answer.body["SessionToken"], answer)
        if self.session is None:
            self.session = made
        self.sessions.append(made)
        self.counts["answered"] += 1
        self.load.answered()
        return True

    def end_session(self):
        session = self._some(self.sessions)
        if session and session.state and session is not self.session:
            self.change(session, False, [204], "DELETE", f"/sessiontoken/{session.token}")

    def use_session(self):
        if session := self._some(self.sessions):
            self.look_at(session)

    def look_at(self, session):
        """Uses a session. Returns whether it lives, None when that could not be told."""
        try:
            answer = self.client.call("GET", "/userpermissions", token=session.token)
        except NoAnswer:
            session.used_to = max(session.used_to, time.time())
            return self._pause("unanswered")
        if answer.is_refused:
            return self._pause("refused")
        lives = answer.status == 200
        session.used(answer)
        if lives not in session.possible or (not lives and answer.error != "InvalidSessionToken"):
            said = f"{answer.status} {answer.text[:200]}"
            self.load.findings.add(f"session {session.hash_prefix}, {session.possible}: {said}")
        session.settle(lives)
        return lives

    def run(self):
        deeds, weights = zip(
            (self.create_customer, 6), (self.change_customer, 5), (self.delete_customer, 2), (self.read_customer, 4),
            (self.add_note, 4), (self.change_or_delete_note, 3), (self.create_source, 1),
            (self.change_or_delete_source, 1), (self.create_user, 1), (self.change_or_delete_user, 1),
            (self.sign_in, 0.3), (self.make_session, 2), (self.end_session, 2), (self.use_session, 4),
        )
        while not self.load.is_over:
            self.random.choices(deeds, weights)[0]()
        self.client.close()
