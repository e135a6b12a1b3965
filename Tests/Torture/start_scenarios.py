"""Servers that begin together on a database in which nothing is."""

import threading
import time

import survey
from client import Client
from load import USERNAMES
from server import PASSWORD, WORD, Home, Refused


def start_together(stage):
    """Four servers start at once on an empty database, some are killed on their way; then all four serve the same."""
    database = stage.database("postgresql", "max_connections=300")
    for number in range(stage.options.rounds or 5):
        stage.scene(f"round {number + 1}")
        name = f"empty{number}"
        database.query(f"CREATE DATABASE {name} OWNER daybook", database="postgres")
        url = database.url.replace("/daybook?", f"/{name}?")
        home = Home(stage.options.binary, stage.folder / f"data-{number}", url, stage.key())
        servers = [stage.server(home) for _ in range(4)]
        _begin_all(stage, servers, kill=stage.dice.randrange(0, 4))
        for server in servers:
            if not server.is_running:
                server.start()
        home.settle_in(USERNAMES[:1])
        for server in servers:
            client = Client(server.port, stage.findings)
            answer = client.sign_in(USERNAMES[0], PASSWORD, WORD)
            if answer.status != 200:
                stage.findings.add(f"sign-in: {answer.status} {answer.text[:200]}")
            client.close()
        for server in servers:
            if (code := server.stop()) != 0:
                stage.findings.add(f"serve stopped with {code}: {server.last_lines()}")
        survey.verify(home, stage.findings)


def _begin_all(stage, servers, kill):
    """Starts all at once; the first so many are killed within half a second."""
    threads = [
        threading.Thread(target=_start, args=(stage, server, place >= kill)) for place, server in enumerate(servers)
    ]
    for thread in threads:
        thread.start()
    time.sleep(stage.dice.uniform(0, 0.5))
    for server in servers[:kill]:
        server.kill()
    for thread in threads:
        thread.join()


def _start(stage, server, must):
    try:
        server.start()
    except Refused as refusal:
        if must:
            stage.findings.add(f"serve did not start: {refusal}")
