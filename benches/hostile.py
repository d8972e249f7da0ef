#!/usr/bin/env python3
"""How long dateline takes over hostile input, how much memory it holds, and how it ends.

    cargo build --release
    python3 benches/hostile.py            # all cases
    python3 benches/hostile.py deep feed  # those whose name holds one of these

Needs Python 3 on Linux and no packages; files are made in a folder that is removed again. A case fails when dateline ends by a
signal, with another exit status than the case says, or takes more than a minute of a processor.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading

PROGRAM = os.environ.get("DATELINE", "target/release/dateline")
PROSE = ("The council met on Wednesday night and approved the repairs by the end of the year. Two days later, the ferry company, "
         "which had lost its appeal last month, said it would sail again on Friday, November 21st.\n\n")
MB = 1_000_000


def prose(size):
    return (PROSE * (size // len(PROSE) + 1))[:size].encode()


def feed(items):
    yield b"<rss version='2.0'><channel><title>F</title>"
    for n in range(items):
        yield (b"<item><guid>n%d</guid><title>Strike %d</title><pubDate>Thu, 20 Nov 2025 22:30:00 -0500</pubDate>"
               b"<description>It ended on Friday.</description></item>" % (n, n))
    yield b"</channel></rss>"


def page(body):
    return [b"<!DOCTYPE html><title>T</title><body>", body]


def record(text):
    return b'{"id": "a", "published": "2025-11-20", "text": "' + text + b'"}\n'


# Name, file name, its bytes, the exit statuses that are right, further arguments.
CASES = [
    ("prose, 1 MB", "a.txt", lambda: [prose(MB)], (0,), []),
    ("prose, 10 MB", "a.txt", lambda: [prose(10 * MB)], (0,), []),
    ("prose, 100 MB", "a.txt", lambda: [prose(100 * MB)], (2,), []),
    ("one line of words, 10 MB", "a.txt", lambda: [prose(10 * MB).replace(b"\n", b" ")], (0,), []),
    ("one line of words, 100 MB", "a.txt", lambda: [prose(100 * MB).replace(b"\n", b" ")], (2,), []),
    ("one word, 10 MB", "a.txt", lambda: [b"a" * (10 * MB)], (0, 1, 2), []),
    ("one number, 10 MB", "a.txt", lambda: [b"1" * (10 * MB)], (0, 1, 2), []),
    ("dates without end, 10 MB", "a.txt", lambda: [prose(3000), b"May 1, " * (10 * MB // 7)], (0,), []),
    ("one chained date, 1 MB", "a.txt", lambda: [b"the day after " * (MB // 14) + b"Friday."], (0,), []),
    ("events before one event, 2 MB", "a.txt", lambda: [b"".join(
        b"The mayor opened bridge %d shortly before the vote. " % n for n in range(40_000)) + b"The vote was on Monday."], (0,), []),
    ("weeks before weeks, 1 MB", "a.txt", lambda: [b"two weeks before " * (MB // 17) + b"Friday."], (0,), []),
    ("open brackets and quotes, 10 MB", "a.txt", lambda: [b"(\"" * (5 * MB)], (0, 1, 2), []),
    ("line ends, 10 MB", "a.txt", lambda: [b"\r\n" * (5 * MB)], (2,), []),
    ("combining marks, 10 MB", "a.txt", lambda: ["It ended on Friday e".encode() + "\u0301".encode() * (5 * MB)], (0, 1, 2), []),
    ("bidi controls, 10 MB", "a.txt", lambda: ["Friday \u202e\u2066".encode() * (MB)], (0, 1, 2), []),
    ("NUL bytes, 10 MB", "a.txt", lambda: [b"\0" * (10 * MB)], (0, 1, 2), []),
    ("no UTF-8, 10 MB", "a.txt", lambda: [b"\xff\xfe\xfd Friday" * MB], (0, 1, 2), []),
    ("random bytes, 10 MB", "a.txt", lambda: [os.urandom(10 * MB)], (2,), []),
    ("Markdown quotes, deep", "a.md", lambda: [b"> " * (MB) + b"Friday"], (0, 1, 2), []),
    ("Markdown lists, deep", "a.md", lambda: [b"".join(b" " * n + b"- a\n" for n in range(2000))], (0, 1, 2), []),
    ("Markdown brackets, 10 MB", "a.md", lambda: [b"[a](" * (10 * MB // 4)], (0, 1, 2), []),
    ("Markdown stars, 10 MB", "a.md", lambda: [b"*a _b " * (10 * MB // 6)], (0, 1, 2), []),
    ("YAML aliases, a bomb", "a.md", lambda: [b"---\na: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(ord("b"), ord("k"))) + b"---\nFriday\n"],
     (0, 1, 2), []),
    ("YAML, deep", "a.md", lambda: [b"---\na: " + b"[" * 100_000 + b"\n---\nFriday\n"], (0, 1, 2), []),
    ("HTML, 500 deep", "a.html", lambda: page(b"<div>" * 500 + b"Friday"), (0,), []),
    ("HTML, 10,000 deep", "a.html", lambda: page(b"<div>" * 10_000 + b"Friday"), (2,), []),
    ("HTML, 1,000,000 deep", "a.html", lambda: page(b"<div>" * MB + b"Friday"), (2,), []),
    ("HTML, formatting that is never closed", "a.html", lambda: page(b"<b><p>" * 200_000 + b"Friday"), (0, 1, 2), []),
    ("HTML, tables in tables", "a.html", lambda: page(b"<table><td>" * 10_000), (0, 1, 2), []),
    ("HTML, flat, 10 MB", "a.html", lambda: page(b"<p>" + prose(10 * MB).replace(b"\n\n", b"<p>")), (0,), []),
    ("HTML, one paragraph, 10 MB", "a.html", lambda: page(b"<p>" + prose(10 * MB)), (0,), []),
    ("HTML, attributes, 10 MB", "a.html", lambda: page(b"<p " + b"".join(b"a%d=b " % n for n in range(MB)) + b">Friday"),
     (0, 1, 2), []),
    ("HTML, entities, 10 MB", "a.html", lambda: page(b"<p>" + b"&amp;&lt;" * MB), (0, 1, 2), []),
    ("HTML, unclosed tags, 10 MB", "a.html", lambda: page(b"<p" * (5 * MB)), (0, 1, 2), []),
    ("JSON-LD, deep", "a.html", lambda: page(b"<script type=application/ld+json>" + b"[" * MB + b"</script><p>Friday"),
     (0, 1, 2), []),
    ("feed of 10,000 items", "f.rss", lambda: feed(10_000), (0,), []),
    ("feed of 100,000 items", "f.rss", lambda: feed(100_000), (0,), []),
    ("feed of 1,000,000 items", "f.rss", lambda: feed(MB), (2,), []),
    ("feed, deep", "f.rss", lambda: [b"<rss><channel>" + b"<a>" * MB], (2,), []),
    ("feed, entities within entities", "f.rss", lambda: [
        b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
            b"<!ENTITY %c '%s'>" % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k")))
        + b"]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"], (0, 1, 2), []),
    ("records, 100,000", "a.jsonl", lambda: [record(b"It ended on Friday.").replace(b'"a"', b'"a%d"' % n) for n in range(100_000)],
     (0,), []),
    ("record of 100 MB", "a.jsonl", lambda: [record(prose(100 * MB).replace(b"\n", b" "))], (2,), []),
    ("batch: record of 100 MB", "a.jsonl", lambda: [record(prose(100 * MB).replace(b"\n", b" "))], (0,), ["batch"]),
    ("batch: line of 1 GB", "a.jsonl", lambda: (b"a" * MB for _ in range(1000)), (0,), ["batch"]),
    ("batch: record, deep", "a.jsonl", lambda: [b'{"id": 1, "x": ' + b"[" * MB], (0,), ["batch"]),
    ("timeline JSON, deep", "t.json", lambda: [b"[" * (10 * MB)], (2,), ["render"]),
    ("edits, deep", "e.toml", lambda: [b"a = " + b"[" * MB], (2,), ["render", "t.json", "--edits"]),
    ("post with markers, 10 MB", "p.md", lambda: [b"<!-- dateline:begin -->\n" * 400_000], (2,), ["embed", "--check"]),
    ("cases, deep YAML", "c.yaml", lambda: [b"- " * MB], (2,), ["check"]),
]


def peak(pid, stop, found):
    while not stop.wait(0.005):
        try:
            with open(f"/proc/{pid}/status") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        found[0] = max(found[0], int(line.split()[1]))
        except (FileNotFoundError, ProcessLookupError):
            return


def run(folder, name, parts, arguments):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        for part in parts:
            file.write(part)
    size = os.path.getsize(path)
    dated = [] if arguments[:1] in (["render"], ["embed"], ["check"]) else ["--published", "2025-11-20"]
    found, stop = [0], threading.Event()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([PROGRAM, *arguments, path, *dated], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    watcher = threading.Thread(target=peak, args=(process.pid, stop, found))
    watcher.start()
    try:
        said = process.communicate(timeout=600)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        said = process.communicate()[1]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    stop.set()
    watcher.join()
    os.remove(path)
    return size, seconds, found[0] / 1000, process.returncode, said.decode(errors="replace").replace(folder + "/", "")


def main():
    wanted = sys.argv[1:]
    failed = 0
    print("| input | size | processor time | memory | exit | said |\n|---|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, file, parts, right, arguments in CASES:
            if wanted and not any(part in name for part in wanted):
                continue
            if file == "e.toml":
                with open(os.path.join(folder, "t.json"), "w") as timeline:
                    timeline.write('{"schema": "dateline/1", "entries": []}')
                arguments = ["render", os.path.join(folder, "t.json"), "--edits"]
            size, seconds, memory, status, said = run(folder, file, parts(), arguments)
            words = said.splitlines()[0][:110].replace("|", "\\|") if said else ""
            fine = status in right and seconds < 60
            mark = "" if fine else " (**wrong**)"
            failed += not fine
            print(f"| {name} | {size / MB:.1f} MB | {seconds:.2f} s | {memory:.0f} MB | {status}{mark} | {words} |", flush=True)
    if failed:
        sys.exit(f"{failed} cases ended otherwise than they should")


if __name__ == "__main__":
    main()
