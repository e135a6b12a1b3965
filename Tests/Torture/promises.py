"""What was answered, and so must be there; and what was asked without an answer, and so may be."""

import hashlib

ABSENT = None


class Promise:
    """One thing on the server, and the states it may be in: one, unless a call on it was left without an answer.

    A thing with several possible states is left alone until it is settled by a look at the server.
    """

    def __init__(self, state=ABSENT):
        self.possible = {state}
        self._before = self.possible
        # What the last call was to make of it.
        self.asked = state

    @property
    def is_settled(self):
        return len(self.possible) == 1

    @property
    def state(self):
        (only,) = self.possible
        return only

    def ask(self, state):
        """A call goes out that will make `state` of it."""
        self._before = self.possible
        self.possible = self.possible | {state}
        self.asked = state

    def keep(self, state):
        """The call was answered."""
        self.possible = {state}

    def take_back(self):
        """The call was refused, and changed nothing."""
        self.possible = self._before

    def settle(self, state):
        """What is there, seen on the server. Returns whether it may be so."""
        is_right = state in self.possible
        self.possible = {state}
        return is_right


class Session(Promise):
    """States: True while it lives, False once it is ended."""

    def __init__(self, token, answer):
        super().__init__(True)
        self.token = token
        # When answered uses were asked for, at most ten in a second, by this process's clock.
        self.uses = [answer.asked_at]
        # It was certainly not used later; a call without an answer may have used it until it was given up.
        self.used_to = answer.answered_at

    @property
    def hash_prefix(self):
        """What lists and logs of the program show of it (FD-6)."""
        return hashlib.sha256(self.token.encode()).hexdigest()[:8]

    def used(self, answer):
        # What was refused may have passed the guard or not.
        if answer.status < 300 and answer.asked_at - self.uses[-1] > 0.1:
            self.uses.append(answer.asked_at)
        self.used_to = max(self.used_to, answer.answered_at)

    def written_use(self, ends, lag):
        """The latest of its uses that must be written down: after which its server went on for `lag` seconds.

        - ends: when servers died, in order; the last one is that after which is looked.
        """
        for use in reversed(self.uses):
            if next((end - use for end in ends if end > use), 0) >= lag:
                return use
        return 0


class Customer(Promise):
    """States: `(code, version, notes)`; notes are a frozen set of texts.

    Every part of a customer carries its version, so that one of two versions is seen.
    """

    def __init__(self, serial):
        super().__init__()
        self.serial = serial
        self.last_note_number = 0
        # The numbers of its notes, by their texts.
        self.numbers = {}
        # Every code it was ever given, or may have been.
        self.codes = set()

    def body(self, code, version, sources):
        self.codes.add(code)
        mark = f"v{version}"
        address = {"Line1": mark, "Line2": "The Quay", "PostCode": mark}
        return {
            "Code": code,
            "Name": f"Customer {self.serial} {mark}",
            "Note": mark,
            "Source": sources[version % len(sources)],
            "Contacts": [{"FirstName": mark, "IsPrimary": True}, {"FirstName": mark, "LastName": "Second"}],
            "Addresses": [address],
            "DeliveryAddresses": [{"Name": mark, **address}],
            "CustomTextBoxes": [{"Name": "mark", "Value": mark}],
        }


def version_of(customer, sources):
    """The one version that all parts of a customer on the wire say; None when they differ or a part is missing."""
    marks = [customer["Name"].split(" ")[-1], customer["Note"]]
    marks += [contact["Firstname"] for contact in customer["Contacts"]]
    marks += [address[part] for address in customer["Addresses"] for part in ("Line1", "PostCode")]
    marks += [address[part] for address in customer["DeliveryAddresses"] for part in ("Name", "Line1")]
    marks += [box["Value"] for box in customer["CustomTextBoxes"]]
    is_whole = len(marks) == 9 and len(set(marks)) == 1 and marks[0].startswith("v")
    if not is_whole or customer["Source"] != sources[int(marks[0][1:]) % len(sources)]:
        return None
    return int(marks[0][1:])
