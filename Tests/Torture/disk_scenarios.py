"""The disk fills up, turns read-only, or fails; or no file can be opened."""

import errno
import os
import socket
import subprocess
import time

import survey
from server import Refused


def full_disk(stage):
    """The disk fills up under load, has room again, and fills up again before a kill -9."""
    disk = stage.disk("24m")
    home = stage.home(disk / "data")
    # Its log lies there too.
    server = stage.server(home, log_folder=disk)
    server.start()
    load = stage.begin_load(server)
    # Nothing is written of what a full disk refuses.
    load.refusal_is_sure = True
    load.start()
    for _ in range(1 if stage.is_short else 4):
        time.sleep(0.5)
        stage.scene("full")
        before = load.counts
        fill(disk)
        stage.refuses(before)
        time.sleep(1)
        reads = stage.reads()
        if reads < 10:
            stage.findings.add(f"only {reads} of 20 reads were answered")
        stage.scene("with room again")
        make_room(disk)
        stage.comes_back()
    stage.scene("killed while full")
    before = load.counts
    fill(disk)
    stage.refuses(before)
    stage.kill(server)
    load.stop()
    # It may start or say why not; either way nothing is lost.
    _start_or_not(stage, server)
    make_room(disk)
    survey.look_offline(home, load)
    server.start()
    survey.Survey(load).take()
    stage.scene("stopped while full")
    load.start()
    time.sleep(0.5)
    before = load.counts
    fill(disk)
    stage.refuses(before)
    stage.stops(server)
    load.stop()
    make_room(disk)
    server.start()
    survey.Survey(load).take()
    stage.stops(server)


def read_only_disk(stage):
    """The disk turns read-only under load and is mended again; later it is read-only before the start."""
    disk = stage.disk("64m")
    home = stage.home(disk / "data")
    faults = stage.faults(home.folder)
    server = stage.server(home, environment=faults.environment)
    server.start()
    load = stage.begin_load(server)
    load.refusal_is_sure = True
    load.start()
    for _ in range(1 if stage.is_short else 4):
        time.sleep(0.5)
        stage.scene("read-only")
        before = load.counts
        faults.set(write_error=errno.EROFS)
        stage.refuses(before)
        time.sleep(1)
        reads = stage.reads()
        if reads < 10:
            stage.findings.add(f"only {reads} of 20 reads were answered")
        stage.scene("mended")
        faults.end()
        stage.comes_back()
    load.stop()
    stage.kill(server)
    stage.scene("read-only at the start")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    if _start_or_not(stage, server):
        stage.findings.add("serve started on a read-only disk")
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    server.start()
    survey.Survey(load).take()
    stage.stops(server)
    survey.look_offline(home, load, lag=0)


def failing_disk(stage):
    """Writes, reads and syncs fail with EIO, some or all of them; a full disk below SQLite; syncs that take long."""
    home = stage.home()
    faults = stage.faults(home.folder)
    server = stage.server(home, environment=faults.environment)
    server.start()
    load = stage.begin_load(server)
    kinds = [
        {"write_error": errno.EIO}, {"read_error": errno.EIO}, {"sync_error": errno.EIO}, {"write_error": errno.ENOSPC},
        {"write_error": errno.EIO, "sync_error": errno.EIO, "read_error": errno.EIO},
    ]
    for number in range(stage.options.rounds or (2 if stage.is_short else 20)):
        kind, one_in = kinds[number % len(kinds)], stage.dice.choice([1, 2, 7])
        stage.scene(f"round {number + 1}, {kind}, one in {one_in}")
        load.start()
        time.sleep(0.3)
        faults.set(**kind, one_in=one_in)
        time.sleep(stage.dice.uniform(0.3, 1.5))
        faults.end()
        stage.comes_back()
        time.sleep(0.3)
        load.stop()
        survey.Survey(load).take()
        survey.verify(home, stage.findings)
        if stage.dice.random() < 0.3:
            stage.kill(server)
            survey.look_offline(home, load)
            server.start()
    stage.scene("slow syncs")
    faults.set(sync_delay_ms=200)
    load.run(2)
    faults.end()
    stage.scene("the end")
    survey.Survey(load).take()
    stage.stops(server)
    survey.look_offline(home, load, lag=0)


def no_files_left(stage):
    """Every file that the server may have open is taken by idle connections, again and again."""
    home = stage.home()
    server = stage.server(home, files_max=120)
    server.start()
    load = stage.begin_load(server)
    for number in range(stage.options.rounds or 6):
        stage.scene(f"round {number + 1}")
        load.start()
        time.sleep(0.3)
        idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
        time.sleep(stage.dice.uniform(1, 3))
        for connection in idle:
            connection.close()
        stage.comes_back()
        load.stop()
        survey.Survey(load).take()
    stage.scene("the end")
    stage.stops(server)
    survey.look_offline(home, load, lag=0)


def fill(disk):
    """Takes all the room there is."""
    with open(disk / "filler", "ab") as filler:
        for size in (1 << 20, 4_096):
            while True:
                try:
                    os.write(filler.fileno(), bytes(size))
                except OSError:
                    break


def make_room(disk):
    (disk / "filler").unlink()


def _start_or_not(stage, server):
    """Whether it started; what it says when it does not is one line, and no crash."""
    try:
        server.start()
    except Refused as refusal:
        if server.process.returncode != 1 or "daybook: " not in str(refusal):
            stage.findings.add(f"no plain refusal: {refusal}")
        return False
    server.kill()
    return True
