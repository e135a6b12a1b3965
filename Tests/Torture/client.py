"""Calls a server as any client would, and keeps what an answer may never be."""

import contextlib
import http.client
import json
import threading
import time


class NoAnswer(Exception):
    """The connection ended, or nothing came in time: whether the call was carried out is not known."""


class Findings:
    """What went wrong, as it is found; nothing may be in it at the end."""

    def __init__(self):
        self.lines = []
        self.where = ""
        self._lock = threading.Lock()
        self._expected = None

    def add(self, text):
        line = f"{self.where}: {text}" if self.where else text
        with self._lock:
            if self._expected is not None:
                return self._expected.append(line)
            self.lines.append(line)
            if len(self.lines) <= 30:
                print(f"  FOUND {line}", flush=True)


    @contextlib.contextmanager
    def expected(self):
        """What is found inside is given to who asks, and is none otherwise."""
        self._expected = []
        try:
            yield self._expected
        finally:
            self._expected = None


class Answer:
    def __init__(self, status, headers, text, asked_at, answered_at):
        self.status, self.headers, self.text = status, headers, text
        # Seconds since 1970, by this process's clock.
        self.asked_at, self.answered_at = asked_at, answered_at

    @property
    def is_refused(self):
        """Not now; `is_sure` tells whether anything is said of what became of the call."""
        return self.status == 503

    @property
    def is_sure(self):
        """Whether it says that the call was not carried out."""
        return self.is_refused and "Nothing was changed." in self.text

    @property
    def error(self):
        return self.body.get("Error") if isinstance(self.body, dict) else None

    @property
    def body(self):
        return json.loads(self.text) if self.text else None


class Client:
    """One connection, used by one thread."""

    def __init__(self, port, findings, timeout=25):
        self.port, self.findings, self.timeout = port, findings, timeout
        self._connection = None

    def call(self, method, path, body=None, token=None, key=None):
        """- key: an Idempotency-Key, with which the call can be sent again."""
        headers = {} if key is None else {"Idempotency-Key": key}
        if token is not None:
            headers["Authorization"] = f"KfToken {token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        asked_at = time.time()
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self._connection.request(method, "/v2" + path, body, headers)
            response = self._connection.getresponse()
            text = response.read().decode()
        except TimeoutError:
            self.close()
            self.findings.add(f"{method} {path} had no answer within {self.timeout} s")
            raise NoAnswer(f"{method} {path}") from None
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswer(f"{method} {path}: {error!r}") from None
        answer = Answer(response.status, response.headers, text, asked_at, time.time())
        self._judge(method, path, answer)
        return answer

    def _judge(self, method, path, answer):
        if answer.status == 503 and not (answer.headers.get("Retry-After") or "").isdigit():
            self.findings.add(f"{method} {path}: 503 without Retry-After")
        elif answer.status >= 500 and answer.status != 503:
            self.findings.add(f"{method} {path}: {answer.status} {answer.text[:300]}")

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def sign_in(self, username, password, word, kept=False):
        """Both steps. Returns the last answer: the session's, or the first that is none."""
        asked = self.call("POST", "/sessiontoken", {"UserName": username, "Password": password})
        return self.answer_challenge(asked, word, kept) if asked.status == 201 else asked

    def answer_challenge(self, asked, word, kept=False):
        letters = [
            {"Position": one["Position"], "Value": word[one["Position"] - 1]} for one in asked.body["MemorableWordList"]
        ]
        token = asked.body["TemporaryToken"]
        sent = {"TemporaryToken": token, "MemorableWordList": letters, "KeepUserLoggedIn": kept}
        return self.call("PUT", "/sessiontoken", sent)
