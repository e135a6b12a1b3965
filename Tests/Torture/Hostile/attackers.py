"""The attackers: each a process of its own, which begins at once, stops when it is told, and says what it saw."""

import collections
import multiprocessing
import os
import random
import resource
import selectors
import socket
import time

FORK = multiprocessing.get_context("fork")


class Attack:
    """`attack(stop, **settings)` in a process; `stop` is an event, what it returns is its report."""

    def __init__(self, attack, **settings):
        self._stop, self._report = FORK.Event(), FORK.Queue()
        self._process = FORK.Process(target=self._run, args=(attack, settings), daemon=True)
        self._process.start()

    def _run(self, attack, settings):
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        self._report.put(attack(self._stop, **settings))

    @property
    def is_over(self):
        return not self._report.empty()

    def stop(self, seconds=60):
        """Ends it. Returns its report."""
        self._stop.set()
        report = self._report.get(timeout=seconds)
        self._process.join(10)
        return report


def address(number):
    """One of 16 million addresses of loopback, none of them 127.0.0.1."""
    return f"127.{1 + number // 65536 % 254}.{number // 256 % 256}.{number % 256}"


def opened(port, source):
    """A connection under way from `source`, which blocks nobody."""
    connection = socket.socket()
    connection.setblocking(False)
    # Ports are given at the connect, so that as many are free as there are pairs of addresses.
    connection.setsockopt(socket.IPPROTO_IP, getattr(socket, "IP_BIND_ADDRESS_NO_PORT", 24), 1)
    connection.bind((source, 0))
    connection.connect_ex(("127.0.0.1", port))
    return connection


def send_slowly(stop, port, token, each, with_headers):
    """Headers, headers of a second request, and bodies with and without a token: one byte a second each.
    Returns for each kind how many seconds its connections lasted, the shortest and the longest, and what they were
    told."""
    body = "Content-Length: 1000\r\nContent-Type: application/json\r\nHost: d\r\n"
    first = f"GET /v2/customers HTTP/1.1\r\nHost: d\r\nAuthorization: KfToken {token}\r\n\r\n"
    openings = {
        "headers": ("GET /v2/customers HTTP/1.1\r\n", b"X"),
        "second headers": (first + "GET /v2/customers HTTP/1.1\r\n", b"X"),
        "body of a sign-in": (f"POST /v2/sessiontoken HTTP/1.1\r\n{body}\r\n", b" "),
        "body with a token": (f"POST /v2/customers HTTP/1.1\r\n{body}Authorization: KfToken {token}\r\n\r\n", b" "),
    }
    if not with_headers:
        openings = {kind: opening for kind, opening in openings.items() if "headers" not in kind}
    began, open_ones = time.monotonic(), {}
    report = {kind: {"lasted": [], "told": collections.Counter()} for kind in openings}
    for place, (kind, (opening, byte)) in enumerate(openings.items()):
        for number in range(each):
            connection = socket.create_connection(("127.0.0.1", port), source_address=(address(place * 64 + number % 64), 0))
            connection.sendall(opening.encode())
            connection.setblocking(False)
            open_ones[connection] = [kind, byte, b""]
    while open_ones and not stop.is_set():
        time.sleep(1)
        for connection, seen in list(open_ones.items()):
            try:
                while more := connection.recv(65536):
                    seen[2] += more
                raise ConnectionError
            except BlockingIOError:
                pass
            except OSError:
                end(report[seen[0]], seen[2], began)
                connection.close()
                del open_ones[connection]
                continue
            try:
                connection.send(seen[1])
            except OSError:
                pass  # it has ended, which the next look tells
    for seen in open_ones.values():
        report[seen[0]]["told"]["still open"] += 1
    return {
        kind: (round(min(seen["lasted"], default=0)), round(max(seen["lasted"], default=0)), dict(seen["told"]))
        for kind, seen in report.items()
    }


def end(kind, received, began):
    kind["lasted"].append(time.monotonic() - began)
    last = received.rfind(b"HTTP/1.1 ")
    kind["told"][received[last + 9:last + 12].decode() if last >= 0 else "nothing"] += 1


def crowd(stop, port, count, of_each):
    """Keeps `count` connections open, of `of_each` from one address, and opens anew what is closed, each second.
    Returns how many stayed open, in all and of one address, and how many were opened. Just opened ones are not yet
    closed where the server is behind, so the least of the last looks counts."""
    selector, looks, tried = selectors.DefaultSelector(), collections.deque(maxlen=3), 0
    held = collections.Counter()
    waiting = collections.deque(address(70_000 + number // of_each) for number in range(count))
    while not stop.is_set():
        for _ in range(len(waiting)):
            if stop.is_set():
                break
            source = waiting.popleft()
            try:
                connection = opened(port, source)
            except OSError:
                waiting.append(source)
                continue
            tried += 1
            held[source] += 1
            selector.register(connection, selectors.EVENT_READ, source)
            if tried % 64 == 0:
                reap(selector, waiting, held, 0)
        until = time.monotonic() + 1
        while time.monotonic() < until and not stop.is_set():
            reap(selector, waiting, held, 0.1)
        looks.append((sum(held.values()), max(held.values(), default=0)))
    # What is not closed here may go on for a while in the system's queues, and the next look would count it.
    for key in list(selector.get_map().values()):
        key.fileobj.close()
    stayed, of_one = zip(*looks)
    return {"stayed": min(stayed), "of one": min(of_one), "opened": tried}


def reap(selector, waiting, held, seconds):
    for key, _ in selector.select(seconds):
        try:
            if key.fileobj.recv(4096):
                continue
        except BlockingIOError:
            continue
        except OSError:
            pass
        selector.unregister(key.fileobj)
        key.fileobj.close()
        held[key.data] -= 1
        waiting.append(key.data)


def flood_with_sign_ins(stop, port, at_once):
    """Sign-ins with made-up names, each from an address of its own, so many at once. Returns what came of them."""
    selector, seen, number = selectors.DefaultSelector(), collections.Counter(), random.randrange(1_000_000)
    under_way = 0
    while not stop.is_set():
        while under_way < at_once:
            number += 1
            connection = opened(port, address(number))
            selector.register(connection, selectors.EVENT_WRITE, number)
            under_way += 1
        for key, events in selector.select(0.2):
            connection = key.fileobj
            try:
                if events & selectors.EVENT_WRITE:
                    body = f'{{"UserName":"nobody {key.data}","Password":"eleven copper kettles"}}'
                    connection.send(
                        f"POST /v2/sessiontoken HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\n"
                        f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
                    )
                    selector.modify(connection, selectors.EVENT_READ, key.data)
                    continue
                seen[connection.recv(4096)[9:12].decode() or "nothing"] += 1
            except OSError:
                seen["nothing"] += 1
            selector.unregister(connection)
            connection.close()
            under_way -= 1
    return dict(seen)


def guess_tokens(stop, port, count, at_once=32):
    """`count` random tokens over one connection, `at_once` on their way. Returns what came of them."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(address(90_000), 0))
    seen, mark = collections.Counter(), b"HTTP/1.1 "
    for _ in range(0, count, at_once):
        if stop.is_set():
            break
        asked = b"".join(guess() for _ in range(at_once))
        connection.sendall(asked)
        received = b""
        while received.count(b'"}') < at_once:
            more = connection.recv(262_144)
            if not more:
                seen["nothing"] += at_once
                return dict(seen)
            received += more
        for answer in received.split(mark)[1:]:
            seen[answer[:3].decode()] += 1
    return dict(seen)


def guess():
    digits = os.urandom(16).hex()
    token = f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
    return f"GET /v2/customers HTTP/1.1\r\nHost: d\r\nAuthorization: KfToken {token}\r\n\r\n".encode()
