"""The process dies, or the whole machine: kill -9 at any moment, and the power cut."""

import errno
import subprocess
import time

import power
import survey


def kill(stage):
    """kill -9 at random moments under load, now and then again while it starts."""
    home = stage.home()
    server = stage.server(home)
    server.start()
    load = stage.begin_load(server)
    for number in range(stage.options.rounds or (3 if stage.is_short else 40)):
        stage.scene(f"round {number + 1}")
        load.start()
        time.sleep(stage.dice.uniform(0.1, 1.5))
        stage.kill(server)
        load.stop()
        if stage.dice.random() < 0.3:
            _die_at_start(stage, server)
        if stage.dice.random() < 0.6:
            survey.look_offline(home, load)
        server.start()
        survey.Survey(load).take()
    stage.scene("the end")
    stage.stops(server)
    # A stop writes down every last use, to the second.
    survey.look_offline(home, load, lag=0)


def _die_at_start(stage, server):
    command = [server.home.binary, "serve", "--port", str(server.port), *server.flags, *server.home.where]
    with open(server.log, "ab") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=server.environment)
    time.sleep(stage.dice.uniform(0.0, 0.2))
    process.kill()
    process.wait()


def power_cut(stage):
    """The power goes at random moments: of what was not synced any part is lost, torn or out of order; in some rounds
    syncs fail before it."""
    home = stage.home()
    faults = stage.faults(home.folder, with_journal=True)
    server = stage.server(home, environment=faults.environment)
    before = stage.folder / "before"
    load = None
    for number in range(stage.options.rounds or (3 if stage.is_short else 40)):
        stage.scene(f"round {number + 1}")
        power.copy(home.folder, before)
        faults.journal.unlink(missing_ok=True)
        faults.end()
        server.start()
        if load is None:
            load = stage.begin_load(server)
        else:
            survey.Survey(load).take()
        load.start()
        time.sleep(stage.dice.uniform(0.1, 1.5))
        if number % 3 == 1:
            faults.set(sync_error=errno.EIO, one_in=stage.dice.choice([1, 2, 5]))
            time.sleep(stage.dice.uniform(0.05, 0.5))
            faults.end()
            if stage.dice.random() < 0.5:
                stage.comes_back()
        stage.kill(server)
        load.stop()
        power.cut(home.folder, before, faults.journal, stage.dice)
        if stage.dice.random() < 0.6:
            survey.look_offline(home, load)
    stage.scene("the end")
    faults.end()
    server.start()
    survey.Survey(load).take()
    stage.stops(server)
    survey.look_offline(home, load, lag=0)
