"""Normal work beside an attack: one user who reads a customer, again and again, at a person's pace."""

import socket
import statistics
import time


FRESH_EVERY = 5


class Reader:
    """Reads over connections that were open before the attack began, as a client that is at work has them; and every
    fifth time over a new one, as somebody who comes just then."""

    def __init__(self, port, token, code, connections=2, a_second=100):
        self._request = (
            f"GET /v2/customers/{code} HTTP/1.1\r\nHost: daybook\r\nAuthorization: KfToken {token}\r\n\r\n"
        ).encode()
        self._port = port
        self._connections = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(connections)]
        for connection in self._connections:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._pause = 1 / a_second
        self.wrong = []
        # How many new connections were closed without an answer.
        self.turned_away = 0

    def read_for(self, seconds, until=lambda: False):
        """Returns how long each read took, in seconds, shortest first, at least one of each kind: over open connections,
        and over new ones."""
        took, ends, place = ([], []), time.monotonic() + seconds, 0
        while place <= FRESH_EVERY or (time.monotonic() < ends and not until()):
            place += 1
            if place % FRESH_EVERY == 0:
                self._read_anew(took[1])
            else:
                self._read(self._connections[place % len(self._connections)], took[0], time.perf_counter())
            time.sleep(self._pause)
        return sorted(took[0]), sorted(took[1])

    def _read(self, connection, took, began):
        connection.sendall(self._request)
        answer = answer_of(connection)
        took.append(time.perf_counter() - began)
        if not answer.startswith(b"HTTP/1.1 200 "):
            self.wrong.append(answer[:120])

    def _read_anew(self, took):
        began = time.perf_counter()
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=20) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._read(connection, took, began)
        except OSError:
            self.turned_away += 1

    def close(self):
        for connection in self._connections:
            connection.close()


def answer_of(connection):
    """One whole answer with a length. Raises ConnectionError when the connection ends before it does."""
    received = b""
    while True:
        head, ended, body = received.partition(b"\r\n\r\n")
        if ended and len(body) >= length_in(head):
            return received
        more = connection.recv(65536)
        if not more:
            raise ConnectionError(f"the connection ended after {received[:120]!r}")
        received += more


def length_in(head):
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def median(took):
    return statistics.median(took) if took else 0.0


def percentile(took, of):
    return took[min(len(took) - 1, int(len(took) * of))] if took else 0.0
