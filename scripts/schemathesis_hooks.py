"""How schemathesis signs in to the server that scripts/schemathesis has started, and the count of what it was answered."""

import atexit
import collections
import itertools
import json
import os
import pathlib
import threading

import schemathesis
from client import Client, Findings
from server import PASSWORD, WORD

# One after the other, since some of the calls end sessions, lock users and have them wait.
USERNAMES = itertools.cycle(os.environ["DAYBOOK_USERS"].split())
PORT = int(os.environ["DAYBOOK_PORT_CALLED"])
answered = collections.Counter()
counting = threading.Lock()


@schemathesis.auth()
class Session:
    def get(self, case, context):
        for _ in range(8):
            answer = Client(PORT, Findings()).sign_in(next(USERNAMES), PASSWORD, WORD)
            if answer.status == 200:
                return answer.body["SessionToken"]
        raise RuntimeError(f"no session: {answer.status} {answer.text[:200]}")

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"KfToken {data}"


@schemathesis.hook
def after_call(context, case, response):
    with counting:
        answered[response.status_code] += 1


@atexit.register
def tell():
    pathlib.Path(os.environ["DAYBOOK_ANSWERED"]).write_text(json.dumps(answered))
