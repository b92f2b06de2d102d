"""A PostgreSQL server in a temporary folder, for judges and killers: as a user that is not root, on a socket only."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

USER = "postgres"
# Small machines: a test database is read whole and thrown away.
SETTINGS = ["-c", "listen_addresses=", "-c", "max_connections=60", "-c", "shared_buffers=64MB"]


def newest_binaries():
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if not found:
        raise SystemExit("no PostgreSQL server below /usr/lib/postgresql; installer/setup.sh installs it")
    return max(found, key=lambda path: int(path.parent.name))


def as_user(command):
    """Ends with whoever started it, and never runs as root."""
    identity = [f"--reuid={USER}", f"--regid={USER}", "--init-groups"] if os.getuid() == 0 else []
    return ["setpriv", "--pdeathsig", "QUIT", *identity, *map(str, command)]


class PostgresServer:
    """with PostgresServer() as server: server.url("name")"""

    def __init__(self, *settings):
        self.settings = [*SETTINGS, *settings]
        self.folder = Path(tempfile.mkdtemp(prefix=f"meterhall-peer-pg-{os.getpid()}-"))
        self.binaries = newest_binaries()
        self.server = None

    def __enter__(self):
        if os.getuid() == 0:
            shutil.chown(self.folder, USER)
        self.folder.chmod(0o755)
        subprocess.run(
            as_user([self.binaries / "initdb", "-D", self.folder / "data", "-U", USER, "-A", "trust", "-E", "UTF8",
                     "--no-sync", "--locale=C.UTF-8"]),
            check=True, stdout=subprocess.DEVNULL, cwd=self.folder)
        self.start()
        return self

    def start(self):
        with open(self.folder / "log", "ab") as log:
            self.server = subprocess.Popen(
                as_user([self.binaries / "postgres", "-D", self.folder / "data", "-k", self.folder, *self.settings]),
                stdout=log, stderr=log, cwd=self.folder)
        for _ in range(1200):
            if self.is_ready():
                return
            time.sleep(0.05)
        raise SystemExit("PostgreSQL did not start:\n" + (self.folder / "log").read_text()[-2000:])

    def is_ready(self):
        return subprocess.run([self.binaries / "pg_isready", "-q", "-h", self.folder], check=False).returncode == 0

    def url(self, database):
        return f"postgresql:///{database}?host={self.folder}&port=5432"

    def psql(self, database, sql, *options):
        done = subprocess.run([self.binaries / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U",
                               USER, "-d", database, *options, "-c", sql], check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()

    def __exit__(self, *_):
        if self.server:
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)
