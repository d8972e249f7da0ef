#!/usr/bin/env python3
"""How long a whole process takes, from its start to its end, and how much memory it holds.

    cargo build --release
    python3 benches/process.py [RUNS]

Needs Python 3 on Linux and no packages. The least of many runs is what the program needs; the median says what else the machine does.
"""

import fcntl
import os
import statistics
import sys
import time

PROGRAM = os.environ.get("DATELINE", "target/release/dateline")
ARTICLE = ["examples/harbour-line.txt", "--published", "2026-03-12"]
CASES = [
    ("start and end (`--version`)", ["--version"]),
    ("one expression (`resolve`)", ["resolve", "Friday", "--published", "2025-11-20"]),
    ("article → annotations", ["annotate", *ARTICLE]),
    ("article → Markdown", ARTICLE),
    ("article → page", [*ARTICLE, "--format", "html"]),
    ("web page → page", ["examples/ferry-aground.html", "--format", "html"]),
]


def run(arguments):
    """Milliseconds by the clock and of a processor."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    pid = os.posix_spawn(PROGRAM, [PROGRAM, *arguments], os.environ, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    took = time.perf_counter() - start
    if status:
        sys.exit(f"{arguments} ended with {status}")
    return took * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def memory(arguments):
    """The largest memory in MB until it writes: into a pipe that is full, so that it waits there. What `wait4` tells counts Python's own."""
    out, into = os.pipe()
    fcntl.fcntl(into, fcntl.F_SETPIPE_SZ, 4096)
    os.write(into, bytes(4096))
    pid = os.posix_spawn(PROGRAM, [PROGRAM, *arguments], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, into, 1)])
    os.close(into)
    while True:
        with open(f"/proc/{pid}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        if fields["State"].split()[0] == "S" and "pipe" in open(f"/proc/{pid}/wchan").read():
            break
        time.sleep(0.001)
    while os.read(out, 65536):
        pass
    os.close(out)
    os.waitpid(pid, 0)
    return int(fields["VmHWM"].split()[0]) / 1000


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"{runs} runs each, {os.path.getsize(PROGRAM) / 1e6:.1f} MB\n")
    print("| | least | median | processor, median | memory |\n|---|---:|---:|---:|---:|")
    for name, arguments in CASES:
        clock, processor = zip(*(run(arguments) for _ in range(runs)))
        print(f"| {name} | {min(clock):.1f} ms | {statistics.median(clock):.1f} ms | {statistics.median(processor):.1f} ms "
              f"| {memory(arguments):.1f} MB |", flush=True)


main()
