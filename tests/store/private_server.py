"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone when they are."""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from types import TracebackType

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # a server that is killed loses nothing by it, only a machine that is
    "max_connections": "40",
    "shared_buffers": "16MB",
    "max_wal_size": "64MB",
    "min_wal_size": "32MB",
}
INIT = ["--auth=trust", "--username=reportedly", "--encoding=UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"]
PATIENCE = 60


def programs() -> Path | None:
    """The folder of PostgreSQL's newest server programs, where Debian or the path has them."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb")
    return homes[-1].parent if homes else Path(found).resolve().parent if found else None


def missing() -> str | None:
    """Why there can be no server here, if so."""
    if not programs():
        return "PostgreSQL's server programs are not installed (Debian: postgresql)"
    if os.getuid() == 0 and not (_account() and shutil.which("setpriv")):
        return "PostgreSQL refuses to run as root, and there is no other account to run it as"
    return None


def _account() -> pwd.struct_passwd | None:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


class PrivateServer:
    """A running server; `new()` is the address of a record that is not there yet."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pg", dir=folder or "/tmp"))  # noqa: S108  # a socket's path is short
        self._data = self._folder / "data"
        self._numbers = count()
        account = _account() if os.getuid() == 0 else None
        self._as = [] if account is None else ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}"]
        self._as += ["--clear-groups", "--pdeathsig=INT"] if self._as else []
        self._bin = programs() or Path()
        if account:
            os.chown(self._folder, account.pw_uid, account.pw_gid)
        self._do(self._bin / "initdb", "-D", self._data, *INIT)

    def __enter__(self) -> "PrivateServer":
        self.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Run, and wait until it answers."""
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        log = (self._folder / "log").open("ab")
        command = [*self._as, self._bin / "postgres", "-D", self._data, "-k", self._folder, *settings]
        self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/")
        log.close()
        end = time.monotonic() + PATIENCE
        ready = [self._bin / "pg_isready", "-q", "-h", self._folder]
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > end or self._process.poll() is not None:
                raise RuntimeError((self._folder / "log").read_text())
            time.sleep(0.05)

    def stop(self) -> None:
        """A fast shutdown."""
        self._process.send_signal(2)
        self._process.wait(PATIENCE)

    def new(self, name: str | None = None) -> str:
        """The address of a record in a schema of its own."""
        return f"{self.database()}&record={name or f'record{next(self._numbers)}'}"

    def database(self) -> str:
        """The address of the database itself."""
        return f"postgresql://reportedly@/postgres?host={self._folder}"

    def ask(self, words: str) -> str:
        """What `psql` answers to some SQL."""
        command = [self._bin / "psql", "-h", self._folder, "-U", "reportedly", "-d", "postgres", "-XAtqc", words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def _do(self, *command: str | Path) -> None:
        done = subprocess.run([*self._as, *command], capture_output=True, text=True, check=False, cwd="/")
        if done.returncode:
            raise RuntimeError(f"{getpass.getuser()}: {done.stderr}")
