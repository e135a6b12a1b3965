"""What lies between a server and its database."""

import shutil
import subprocess

from database import PostgreSQL
from server import Home, Refused, free_port
from stage import Skipped


def tls(stage):
    """TLS to the database: a certificate that is trusted, one that is not, one of another host, and no TLS at all."""
    if shutil.which("openssl") is None:
        raise Skipped("needs openssl")
    port = free_port()
    if not PostgreSQL.is_here():
        raise Skipped("needs PostgreSQL: apt-get install postgresql")
    database = PostgreSQL(stage.folder / "postgresql", "listen_addresses=127.0.0.1", port=port)
    stage.adopt(database)
    database.start()
    own, other = _certificate(stage.folder, "own", "IP:127.0.0.1"), _certificate(stage.folder, "other", "IP:127.0.0.1")
    elsewhere = _certificate(stage.folder, "elsewhere", "DNS:db.example")
    address = f"postgres://daybook@127.0.0.1:{port}/daybook"

    stage.scene("without TLS")
    _refused(stage, f"{address}?sslmode=require", "it does not agree on TLS")
    _present(database, own)
    stage.scene("with a certificate that is trusted")
    trusted = f"{address}?sslmode=verify-full&sslrootcert={own}"
    home = Home(stage.options.binary, stage.folder / "data", trusted, stage.key())
    home.settle_in(["ines"])
    server = stage.server(home)
    server.start()
    count = "SELECT COUNT(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE ssl AND usename = 'daybook'"
    if int(database.query(count)[0]) < 1:
        stage.findings.add("no connection is encrypted")
    stage.stops(server)
    stage.scene("with a certificate that is not")
    _refused(stage, f"{address}?sslmode=verify-full&sslrootcert={other}", "its certificate can't be trusted")
    _refused(stage, f"{address}?sslmode=verify-full&sslrootcert={stage.folder}/none.crt", "its certificate can't be trusted")
    stage.scene("with one of another host")
    _present(database, elsewhere)
    _refused(stage, f"{address}?sslmode=verify-full&sslrootcert={elsewhere}", "its certificate can't be trusted")
    # That is what verify-ca does not ask.
    home.database = f"{address}?sslmode=verify-ca&sslrootcert={elsewhere}"
    home.run("user", "list", "--business", "1")


def _certificate(folder, name, subject):
    """A self-made one, which is its own authority; its key lies beside it. Returns its path."""
    certificate = folder / f"{name}.crt"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
            "-addext", f"subjectAltName={subject}", "-keyout", folder / f"{name}.key", "-out", certificate,
        ],
        check=True, capture_output=True,
    )
    certificate.chmod(0o644)
    return certificate


def _present(database, certificate):
    """Has the server show this one from now on."""
    data = database.folder / "data"
    for source, name in ((certificate, "server.crt"), (certificate.with_suffix(".key"), "server.key")):
        shutil.copy(source, data / name)
        (data / name).chmod(0o600)
        subprocess.run(["chown", f"--reference={data}", data / name], check=True)
    database.start("ssl=on", "ssl_cert_file=server.crt", "ssl_key_file=server.key")
    database.restart()


def _refused(stage, url, reason):
    home = Home(stage.options.binary, stage.folder / "data", url, stage.key())
    try:
        home.run("user", "list", "--business", "1")
    except Refused as refusal:
        if reason not in str(refusal):
            stage.findings.add(f"was refused otherwise: {refusal}")
        return
    stage.findings.add(f"was let in by {url}")
