"""The built command, run in a folder with a record of its own: what the tests of the whole program share."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass

TESTS = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("HEARSAY_SOURCE") or os.path.dirname(TESTS)
SAMPLES = os.path.join(SOURCE, "samples")
SEEDS = os.path.join(os.path.dirname(SOURCE), "shared", "seeds")
LISTS = ("documents", "statements", "events", "actors", "stories", "incidents", "claims", "disputes", "agreements", "contacts",
         "copies", "rejections")


def is_sanitized():
    """Whether the build under test has sanitizers: they take several times the time and memory."""
    try:
        with open(os.path.join(os.environ.get("HEARSAY_BUILD", ""), "CMakeCache.txt"), encoding="utf-8") as cache:
            return "HEARSAY_SANITIZE:BOOL=ON" in cache.read()
    except OSError:
        return False


def command_path():
    path = shutil.which(os.path.abspath(os.environ["HEARSAY"])) if os.environ.get("HEARSAY") else shutil.which("hearsay")
    if not path:
        sys.exit("no command: build it and name it by HEARSAY")
    return path


def content_program():
    """hearsay_content, which prints what a record holds without runs, times and row numbers; it is built beside the command."""
    return os.path.join(os.path.dirname(command_path()), "hearsay_content")


def exchange(*arguments):
    subprocess.run([sys.executable, os.path.join(TESTS, "exchange.py"), *arguments], check=True, stdout=subprocess.DEVNULL)


@dataclass
class Measured:
    """One run of the command and what it cost."""
    status: int
    out: bytes
    err: bytes
    seconds: float    # of the processor, user and system
    megabytes: float  # of memory, at the peak


def measured(*arguments, **options):
    """Runs the command; `options` as of subprocess.run."""
    # Through a small process of its own: a child's peak is never told lower than its parent's memory, or than another child's peak.
    count = ("import json,resource,subprocess,sys\n"
             "status = subprocess.run(sys.argv[2:]).returncode\n"
             "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
             "with open(sys.argv[1], 'w') as f: json.dump([status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024], f)")
    with tempfile.TemporaryDirectory() as folder:
        figures = os.path.join(folder, "figures.json")
        done = subprocess.run([sys.executable, "-c", count, figures, command_path(), *map(str, arguments)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, **options)
        with open(figures, encoding="utf-8") as f:
            status, seconds, megabytes = json.load(f)
    return Measured(status, done.stdout, done.stderr, seconds, megabytes)


class Failed(Exception):
    """The command ended as it should not."""


class Hearsay:
    """Runs the command in `folder`; the record is `record` in it."""

    def __init__(self, folder, record="hearsay.db"):
        self.folder, self.record = folder, os.path.join(folder, record)
        self.environment = {k: v for k, v in os.environ.items() if k not in ("HEARSAY_RECORD", "HEARSAY_KNOWLEDGE", "COLUMNS")}
        self.environment["HEARSAY_RECORD"] = self.record

    def start(self, *arguments):
        return subprocess.Popen([command_path(), *arguments], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, *arguments, allowed=(0,)):
        """Its standard output, as bytes."""
        done = subprocess.run([command_path(), *arguments], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in allowed:
            raise Failed(f"hearsay {' '.join(arguments)[:300]}: ended with {done.returncode}: "
                         f"{done.stderr.decode(errors='replace').strip()[-1500:]}")
        return done.stdout

    def read(self, *paths, allowed=(0,)):
        return self.run("read", *paths, allowed=allowed)

    def export(self):
        return self.run("export", "--as", "json")

    def documents(self):
        return [json.loads(line) for line in self.export().decode("utf-8").split("\n") if line]

    def rows(self, name, *filters):
        answer = json.loads(self.run(name, *filters, "--format", "json"))
        return answer if isinstance(answer, list) else next(value for value in answer.values() if isinstance(value, list))

    def ids(self, name, *filters):
        return {row["id"] for row in self.rows(name, *filters)}

    def show(self, row_id):
        return self.run("show", row_id, "--width", "1000").decode("utf-8")

    def content(self):
        """All that the record holds, line by line in an order of its own: equal for equal records."""
        done = subprocess.run([content_program(), self.record], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode:
            raise Failed(done.stderr.decode(errors="replace"))
        return done.stdout.decode("utf-8").splitlines()

    def printed(self):
        """Everything that the command can print of the record: {name: bytes}. The time of a run (when a page was refused) is no content."""
        timeless = {name: re.sub(rb'"read":"[^"]*"', b'"read":""', self.run(name, "--format", "jsonl")) for name in LISTS}
        return {"export": self.export(), **timeless}

    def tables(self, *left_out):
        """The rows of all tables as they lie in the file: {table: sorted rows}."""
        with sqlite3.connect(f"file:{self.record}?mode=ro", uri=True) as connection:
            names = [name for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
            return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names if name not in left_out}


def difference(before, after, limit=6):
    """The first lines that only one of two contents has, for the message of a test."""
    only_before, only_after = sorted(set(before) - set(after)), sorted(set(after) - set(before))
    lines = [f"- {line[:300]}" for line in only_before[:limit]] + [f"+ {line[:300]}" for line in only_after[:limit]]
    return f"{len(only_before)} lines lost, {len(only_after)} new (of {len(before)} and {len(after)})\n" + "\n".join(lines)
