"""Normal work beside an attack: one user who reads a customer, again and again, at a person's pace."""

import socket
import statistics
import time


class Reader:
    """Reads over connections that were open before the attack began, as a client that is at work has them."""

    def __init__(self, port, token, code, connections=2, a_second=100):
        self._request = (
            f"GET /v2/customers/{code} HTTP/1.1\r\nHost: daybook\r\nAuthorization: KfToken {token}\r\n\r\n"
        ).encode()
        self._connections = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(connections)]
        for connection in self._connections:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._pause = 1 / a_second
        self.wrong = []

    def read_for(self, seconds, until=lambda: False):
        """Returns how long each read took, in seconds, shortest first; at least one."""
        took, ends, place = [], time.monotonic() + seconds, 0
        while not took or (time.monotonic() < ends and not until()):
            connection = self._connections[place % len(self._connections)]
            place += 1
            began = time.perf_counter()
            connection.sendall(self._request)
            answer = answer_of(connection)
            took.append(time.perf_counter() - began)
            if not answer.startswith(b"HTTP/1.1 200 "):
                self.wrong.append(answer[:120])
            time.sleep(self._pause)
        return sorted(took)

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
    return statistics.median(took)


def percentile(took, of):
    return took[min(len(took) - 1, int(len(took) * of))]
