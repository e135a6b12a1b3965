"""A network between a server and its database that is slow, breaks, or goes silent."""

import select
import socket
import threading
import time


class Proxy:
    """Passes bytes on to a Unix socket, as its switches say."""

    def __init__(self, path):
        self.path = path
        # Seconds that each piece waits.
        self.delay = 0.0
        # Nothing is passed on, and nobody is told.
        self.is_silent = False
        self._pairs = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def break_all(self):
        """Every connection ends at once."""
        with self._lock:
            pairs, self._pairs = self._pairs, set()
        for pair in pairs:
            for end in pair:
                end.close()

    def close(self):
        self._listener.close()
        self.break_all()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(str(self.path))
            except OSError:
                client.close()
                continue
            pair = (client, server)
            with self._lock:
                self._pairs.add(pair)
            threading.Thread(target=self._pass_on, args=(pair,), daemon=True).start()

    def _pass_on(self, pair):
        client, server = pair
        try:
            while True:
                ready, _, _ = select.select(pair, [], [], 1)
                if self.is_silent:
                    time.sleep(0.05)
                    continue
                for end in ready:
                    piece = end.recv(65_536)
                    if not piece:
                        return
                    if self.delay:
                        time.sleep(self.delay)
                    (server if end is client else client).sendall(piece)
        except (OSError, ValueError):
            pass
        finally:
            with self._lock:
                self._pairs.discard(pair)
            for end in pair:
                end.close()
