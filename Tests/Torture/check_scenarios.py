"""Whether the looks that all others take would notice anything."""

import sqlite3
import time

import power
import survey

_A_CUSTOMER = "(SELECT MIN(customer) FROM customer_contact)"
_SPOILED = {
    "books/1.sqlite": [
        f"DELETE FROM customer_contact WHERE place = 1 AND customer = {_A_CUSTOMER}",
        f"UPDATE customer_address SET line1 = 'v99' WHERE kind = 'delivery' AND customer = {_A_CUSTOMER}",
        f"DELETE FROM customer_field WHERE customer = {_A_CUSTOMER}",
        f"UPDATE customer SET note = 'v99' WHERE id = {_A_CUSTOMER}",
        f"UPDATE customer SET source = 3 - source WHERE id = {_A_CUSTOMER}",
        "UPDATE list_total SET live = live + 1 WHERE list = 'customers'",
        "DELETE FROM note WHERE rowid = (SELECT MIN(rowid) FROM note)",
        "UPDATE source SET cost = cost + 100 WHERE id = (SELECT MAX(id) FROM source)",
        "DELETE FROM source WHERE id = (SELECT MAX(id) FROM source)",
    ],
    "control.sqlite": [
        "DELETE FROM session WHERE rowid = (SELECT MAX(rowid) FROM session)",
        "UPDATE session SET last_used_at = '2031-01-01T00:00:00.000Z'",
        "UPDATE session SET last_used_at = '2026-01-01T00:00:00.000Z'",
        "DELETE FROM security_log WHERE kind = 'session-made'",
        "DELETE FROM security_log WHERE kind = 'session-ended'",
        "UPDATE sign_in_count SET failures = failures + 1",
        "UPDATE identity SET full_name = 'Version 99' WHERE username LIKE 'user%'",
        "UPDATE membership SET disabled = 1 WHERE identity = 2",
    ],
}


def checks(stage):
    """The looks that the others rely on are looked at: each spoiled row has to be noticed."""
    home = stage.home()
    server = stage.server(home)
    server.start()
    load = stage.begin_load(server)
    load.run(2.5)
    time.sleep(3.5)
    stage.kill(server)
    sound = stage.folder / "sound"
    power.copy(home.folder, sound)
    _look(home, server, stage)
    if stage.findings.lines:
        return
    for file, statements in _SPOILED.items():
        for statement in statements:
            stage.scene(statement)
            power.copy(sound, home.folder)
            spoil = sqlite3.connect(home.folder / file, isolation_level=None)
            spoil.execute("PRAGMA foreign_keys = OFF")
            # Rows that nothing may change are changed here.
            for (trigger,) in spoil.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                spoil.execute(f'DROP TRIGGER "{trigger}"')
            changed = spoil.execute(statement).rowcount
            spoil.close()
            with stage.findings.expected() as noticed:
                _look(home, server, stage)
            if changed < 1 or not noticed:
                stage.findings.add(f"{changed} rows were spoiled, and nothing was noticed")


def _look(home, server, stage):
    load = stage.load
    for worker in load.workers:
        worker.touched |= {*worker.customers, *worker.sessions}
    known = [(thing, set(thing.possible)) for worker in load.workers for thing in _things(worker)]
    failures = set(load.guesser.failures)
    survey.look_offline(home, load)
    server.start()
    try:
        survey.Survey(load).take()
    except (RuntimeError, TypeError, AttributeError, KeyError) as error:
        stage.findings.add(f"no look could be taken: {error}")
    server.kill()
    load.ended()
    load.ends.pop()
    # What was spoiled is not what is expected of the next.
    for thing, possible in known:
        thing.possible = possible
    load.guesser.failures = failures


def _things(worker):
    return [*worker.customers, *worker.sources, *worker.users, *worker.sessions]
