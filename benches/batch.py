#!/usr/bin/env python3
"""How much memory and time `dateline batch` takes, and that its answers do not depend on the number of workers.

    cargo build --release
    python3 benches/batch.py                    # 10,000, 100,000 and 1,000,000 records
    python3 benches/batch.py 1000 --jobs 1 2    # other numbers

Needs Python 3 on Linux and no packages. Records are generated as they are read, and answers are counted and hashed as they
come, so that neither the disk nor this script limits anything.
"""

import argparse
import hashlib
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "examples" / "cluster"))
from records import record  # noqa: E402

def feed(pipe, count):
    """Writes the records; the pipe holds 64 kB, so this waits whenever dateline does."""
    try:
        for start in range(0, count, 200):
            pipe.write(b"".join(record(n) + b"\n" for n in range(start, min(count, start + 200))))
        pipe.close()
    except BrokenPipeError:
        pass


def peak(pid, stop, found):
    """Follows the most memory that a process has held, in kB."""
    while not stop.wait(0.05):
        try:
            with open(f"/proc/{pid}/status") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        found[0] = int(line.split()[1])
        except (FileNotFoundError, ProcessLookupError):
            return


def run(program, count, jobs, options):
    start = time.monotonic()
    process = subprocess.Popen([program, "batch", "--quiet", "--jobs", str(jobs), *options],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    found, stop = [0], threading.Event()
    threads = [threading.Thread(target=feed, args=(process.stdin, count)),
               threading.Thread(target=peak, args=(process.pid, stop, found))]
    for thread in threads:
        thread.start()
    digest, answers = hashlib.sha256(), 0
    while block := process.stdout.read(1 << 20):
        digest.update(block)
        answers += block.count(b"\n")
    stop.set()
    for thread in threads:
        thread.join()
    if process.wait() != 0 or answers != count:
        sys.exit(f"{count} records, {answers} answers, exit status {process.returncode}")
    return found[0] / 1000, time.monotonic() - start, digest.hexdigest()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("counts", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    arguments.add_argument("--jobs", nargs="*", type=int, default=[1, 2])
    arguments.add_argument("--program", default="target/release/dateline")
    arguments.add_argument("--annotations", action="store_true")
    given = arguments.parse_args()
    options = ["--annotations"] if given.annotations else []
    print("| records | jobs | peak memory | time | records a second |\n|---:|---:|---:|---:|---:|")
    for count in given.counts:
        digests = set()
        for jobs in given.jobs:
            memory, seconds, digest = run(given.program, count, jobs, options)
            digests.add(digest)
            print(f"| {count:,} | {jobs} | {memory:.0f} MB | {seconds:.1f} s | {count / seconds:,.0f} |", flush=True)
        if len(digests) != 1:
            sys.exit(f"{count} records: the answers differ with the number of jobs")


if __name__ == "__main__":
    main()
