"""The two databases as somebody outside of the program sees them: files, a server, processes and plain SQL."""

import contextlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "peers"))
from postgres_server import PostgresServer  # noqa: E402


def wait_until(holds, what, seconds=60):
    """Asks again and again until the answer is true, and returns it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = holds()
        if answer:
            return answer
        time.sleep(0.01)
    raise RuntimeError(f"waited {seconds} s in vain: {what}")


class SqliteTown:
    """A workplace in a folder: the database file, the keys and the witness notes."""

    engine = "SQLite"

    def __init__(self, folder, shim):
        self.folder = pathlib.Path(folder)
        self.shim = shim
        self.folder.mkdir()
        self.url = f"sqlite:{self.file}"

    @property
    def file(self):
        return self.folder / "town.db"

    def copy(self, folder):
        other = SqliteTown(folder, self.shim)
        for name in os.listdir(self.folder):
            shutil.copy(self.folder / name, other.folder / name)
        return other

    def environment(self, kill):
        """What the worker is started with; a kill "without what was not synced" preloads the shim."""
        if kill != "worker without what was not synced":
            return {}
        return {"LD_PRELOAD": str(self.shim), "METERHALL_UNSYNCED": str(self.file),
                "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}

    kills = ("worker without what was not synced", "worker")
    kill_that_loses_unsynced = "worker without what was not synced"

    def strike(self, kill, worker):
        worker.kill()
        worker.wait()

    def settle(self):
        """Nothing works on after the only process died."""

    @contextlib.contextmanager
    def look(self):
        """A reader of plain SQL on a copy of the files as they lie there: looking changes nothing."""
        with tempfile.TemporaryDirectory(dir=self.folder.parent) as aside:
            for name in ("town.db", "town.db-wal"):
                if (self.folder / name).exists():
                    shutil.copy(self.folder / name, aside)
            connection = sqlite3.connect(os.path.join(aside, "town.db"))
            try:
                yield lambda sql: connection.execute(sql).fetchall()
            finally:
                connection.close()

    def spoil(self, sql, table):
        """Changes what the guards of a table do not let anyone change."""
        connection = sqlite3.connect(self.file)
        for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
                                        (table,)).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        connection.commit()
        connection.close()

    def discard(self):
        shutil.rmtree(self.folder)


class KilledServer(PostgresServer):
    """Can be killed with all that belongs to it, and started again."""

    killed = 0

    def __init__(self):
        # Commits that need not wait for the log are written to it late, so that a build which does not wait loses them;
        # the others are not touched by it.
        settings = ("autovacuum=off", "jit=off", "wal_writer_delay=10s", "wal_writer_flush_after=64MB")
        super().__init__(*(word for setting in settings for word in ("-c", setting)))

    def kill(self):
        """The postmaster and all that it started, at once and without a warning."""
        pids = [self.server.pid, *children_of(self.server.pid)]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.server.wait()
        wait_until(lambda: not any(is_alive(pid) for pid in pids), "the server is dead")
        self.killed += 1


def status_of(pid):
    """State and parent of a process; nothing when there is none."""
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, parent = text.rpartition(")")[2].split()[:2]
    return state, int(parent)


def children_of(parent):
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    return [pid for pid in pids if (status_of(pid) or ("", 0))[1] == parent]


def is_alive(pid):
    return (status_of(pid) or ("Z", 0))[0] != "Z"


class PostgresTown:
    """A workplace whose database lies on the server, and whose keys and witness notes lie in a folder."""

    engine = "PostgreSQL"
    kills = ("worker", "server and worker", "server")
    kill_that_loses_unsynced = "server and worker"

    def __init__(self, folder, server):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.server = server
        self.database = self.folder.name
        self.url = server.url(self.database)

    def create(self):
        self.server.psql("postgres", f"CREATE DATABASE {self.database}")

    def copy(self, folder):
        other = PostgresTown(folder, self.server)
        for name in os.listdir(self.folder):
            shutil.copy(self.folder / name, other.folder / name)
        self.settle()
        self.server.psql("postgres", f"CREATE DATABASE {other.database} TEMPLATE {self.database}")
        return other

    def environment(self, kill):
        return {}

    def strike(self, kill, worker):
        if "server" in kill:
            self.server.kill()
        if "worker" in kill:
            worker.kill()
        worker.wait(timeout=60)  # without its server it ends by itself
        if "server" in kill:
            self.server.start()

    def settle(self):
        """What a killed worker had asked for is still done or undone by its server process."""
        others = (f"SELECT 1 FROM pg_stat_activity WHERE datname = '{self.database}' AND pid <> pg_backend_pid()"
                  " AND backend_type = 'client backend'")
        wait_until(lambda: not self.server.psql("postgres", others, "-A", "-t"), "the server processes are gone")

    @contextlib.contextmanager
    def look(self):
        """A reader of plain SQL through one psql."""
        end = "-- end of the answer"
        with subprocess.Popen(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-U", "postgres",
                               "-h", str(self.server.folder), "-d", self.database],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as psql:
            def rows(sql):
                psql.stdin.write(f"{sql};\n\\echo '{end}'\n")
                psql.stdin.flush()
                found = []
                while (line := psql.stdout.readline().rstrip("\n")) != end:
                    if psql.poll() is not None or line.startswith("ERROR:"):
                        raise RuntimeError(f"{sql}: {line}")
                    found.append(tuple(int(value) if value.lstrip("-").isdigit() else value or None
                                       for value in line.split("\t")))
                return found
            rows("SET search_path = meterhall")
            yield rows
            psql.stdin.close()

    def spoil(self, sql, table):
        """Changes what the guards of a table do not let anyone change."""
        self.server.psql(self.database, f"SET search_path = meterhall; ALTER TABLE {table} DISABLE TRIGGER ALL; {sql}")

    def discard(self):
        self.server.psql("postgres", f"DROP DATABASE {self.database} WITH (FORCE)")
        shutil.rmtree(self.folder)
