"""PostgreSQL stops, dies, runs out of connections, hangs, or is far away; and so do the servers on it."""

import subprocess
import time

import survey
from disk_scenarios import fill, make_room
from proxy import Proxy


def _begin(stage, url, home=None, count=2, timeout=25):
    """So many servers on one database, and the load on all of them."""
    home = home or stage.home_in(url)
    servers = [stage.server(home) for _ in range(count)]
    for server in servers:
        server.start()
    return home, servers, stage.begin_load(*servers, timeout=timeout)


def _end(stage, home, servers):
    stage.scene("the end")
    stage.load.stop()
    survey.Survey(stage.load).take()
    for server in servers:
        stage.stops(server)
    survey.look_offline(home, stage.load, lag=0)


def servers_killed(stage):
    """kill -9 of one of two servers on one database, or of both, at random moments under load."""
    home, servers, load = _begin(stage, stage.database().url)
    for number in range(stage.options.rounds or (2 if stage.is_short else 25)):
        stage.scene(f"round {number + 1}")
        load.start()
        time.sleep(stage.dice.uniform(0.1, 1.5))
        dying = servers if stage.dice.random() < 0.5 else [stage.dice.choice(servers)]
        for server in dying:
            stage.kill(server)
        load.stop()
        if stage.dice.random() < 0.5:
            # The other one knows of uses that are not written down yet.
            survey.look_offline(home, load, lag=None if len(dying) == 1 else 3)
        for server in dying:
            server.start()
        survey.Survey(load).take()
    _end(stage, home, servers)


def database_dies(stage):
    """PostgreSQL is stopped and started, restarted, and killed with kill -9, all under load."""
    database = stage.database()
    home, servers, load = _begin(stage, database.url)
    deeds = ["kill", "stop", "restart"]
    for number in range(stage.options.rounds or (2 if stage.is_short else 12)):
        deed = deeds[number % len(deeds)]
        stage.scene(f"round {number + 1}, {deed}")
        load.start()
        time.sleep(stage.dice.uniform(0.3, 1))
        before = load.counts
        getattr(database, deed)()
        if deed != "restart":
            stage.refuses(before)
            time.sleep(stage.dice.uniform(0, 1 if stage.is_short else 4))
            database.start()
        stage.comes_back()
        time.sleep(0.3)
        load.stop()
        survey.Survey(load).take()
        survey.verify(home, stage.findings)
    _end(stage, home, servers)


def connections_lost(stage):
    """Connections are terminated, all of them again and again; others take all that the server has."""
    database = stage.database("postgresql", "max_connections=20")
    home, servers, load = _begin(stage, database.url)
    load.start()
    for number in range(3 if stage.is_short else 15):
        stage.scene(f"terminated, time {number + 1}")
        time.sleep(stage.dice.uniform(0.05, 0.4))
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'daybook'")
        stage.comes_back()
    stage.scene("none left")
    others = [
        subprocess.Popen(
            ["psql", "-qtA", "-h", database.folder, "-p", str(database.port), "-U", "daybook", "-d", "daybook", "-c",
             "SELECT pg_sleep(600)"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(20)
    ]
    time.sleep(0.5)
    # What the servers hold is taken too: they come too late for it.
    database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE usename = 'daybook' AND application_name <> 'psql'")
    time.sleep(2 if stage.is_short else 6)
    for other in others:
        other.kill()
        other.wait()
    database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE usename = 'daybook' AND application_name = 'psql'")
    stage.comes_back()
    _end(stage, home, servers)


def database_takes_no_writes(stage):
    """The database turns read-only, as one that is no primary any more; then its disk fills up."""
    disk = stage.disk("200m")
    database = stage.database(disk / "postgresql", "min_wal_size=32MB", "max_wal_size=48MB", "shared_buffers=16MB")
    home, servers, load = _begin(stage, database.url)
    load.start()
    time.sleep(0.5)
    stage.scene("read-only")
    before = load.counts
    database.query("ALTER SYSTEM SET default_transaction_read_only = on")
    database.query("SELECT pg_reload_conf()")
    stage.refuses(before)
    time.sleep(1)
    if (reads := stage.reads()) < 10:
        stage.findings.add(f"only {reads} of 20 reads were answered")
    database.query("ALTER SYSTEM RESET default_transaction_read_only")
    database.query("SELECT pg_reload_conf()")
    stage.comes_back()
    stage.scene("full")
    before = load.counts
    fill(disk)
    stage.refuses(before, within=60)
    time.sleep(2)
    make_room(disk)
    # Without room for its log it ends, and whoever runs it starts it again.
    database.start()
    stage.comes_back()
    _end(stage, home, servers)


def locked_tables(stage):
    """Somebody holds locks on tables for longer than a statement may take."""
    database = stage.database()
    home, servers, load = _begin(stage, database.url, timeout=45)
    load.start()
    time.sleep(0.5)
    for table in ("book.customer", "control.session"):
        stage.scene(f"{table} is locked")
        before = load.counts
        holder = subprocess.Popen(
            ["psql", "-q", "-h", database.folder, "-p", str(database.port), "-U", "postgres", "-d", "daybook", "-c",
             f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(20); ROLLBACK"],
            stdout=subprocess.DEVNULL)
        stage.refuses(before)
        holder.wait()
        stage.comes_back()
    _end(stage, home, servers)


def bad_network(stage):
    """The network to PostgreSQL is slow, breaks, and goes silent."""
    database = stage.database()
    home = stage.home_in(database.url)
    proxy = Proxy(database.folder / f".s.PGSQL.{database.port}")
    home.database = database.url_at("127.0.0.1", proxy.port)
    home, servers, load = _begin(stage, None, home, timeout=45)
    load.start()
    stage.scene("slow")
    for delay in (0.005, 0.03):
        proxy.delay = delay
        time.sleep(2 if stage.is_short else 6)
    proxy.delay = 0
    stage.comes_back()
    for number in range(3 if stage.is_short else 15):
        stage.scene(f"broken, time {number + 1}")
        time.sleep(stage.dice.uniform(0.05, 0.4))
        proxy.break_all()
        stage.comes_back()
    stage.scene("silent")
    before = load.counts
    proxy.is_silent = True
    stage.refuses(before)
    proxy.break_all()
    proxy.is_silent = False
    stage.comes_back()
    _end(stage, home, servers)
    proxy.close()
