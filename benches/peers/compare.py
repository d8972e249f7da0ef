"""Runs dateline and its peers over the same documents and prints the table of their speed, memory and accuracy; called by run.sh."""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def own_documents():
    """The project's own stories, which have no annotation of their expressions."""
    for story in sorted((ROOT / "tests/stories").iterdir()):
        if not (story / "gold.toml").exists():
            continue
        published = tomllib.loads((story / "gold.toml").read_text())["published"]
        for path in sorted(story.glob("*.txt")):
            yield {"id": f"{story.name}/{path.stem}", "text": path.read_text(), "published": published[path.stem][:10],
                   "genre": "news"}


def annotated_documents(folder):
    """NAME.txt with its publication date in NAME.dct and what people found in NAME.jsonl; histories are in a folder `wikiwars…`."""
    for path in sorted(folder.glob("*/*.txt")):
        if not path.with_suffix(".dct").exists():
            continue
        published = path.with_suffix(".dct").read_text().strip()[:10]
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
            continue
        gold = [json.loads(line) for line in path.with_suffix(".jsonl").read_text().splitlines() if line.strip()]
        gold = [g for g in gold if g.get("function_in_document") != "CREATION_TIME"]
        yield {"id": f"{path.parent.name}/{path.stem}", "text": path.open(newline="").read(), "published": published,
               "genre": "narrative" if path.parent.name.startswith("wikiwars") else "news",
               "gold": sorted(gold, key=lambda g: (g["start"], g["end"]))}


def days(value):
    """The first and the last day of a TIMEX3 value that names a stretch of the calendar."""
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)(T|$)", value)
    try:
        if day:
            first = datetime.date(*map(int, day.groups()[:3]))
            return first, first
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            first = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return first, first + datetime.timedelta(6)
        if part := re.fullmatch(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12]))", value):
            length = 1 if part[2] else 3 if part[3] else 6
            month = int(part[2]) if part[2] else length * (int(part[3] or part[4]) - 1) + 1
            first, after = datetime.date(int(part[1]), month, 1), month + length
            last = datetime.date(int(part[1]) + (after > 12), (after - 1) % 12 + 1, 1) - datetime.timedelta(1)
            return first, last
        if re.fullmatch(r"\d{2,4}", value):
            rest = 4 - len(value)
            return datetime.date(int(value + "0" * rest), 1, 1), datetime.date(int(value + "9" * rest), 12, 31)
    except ValueError:
        pass
    return None


def pairs(gold, found):
    """Whose spans overlap, one to one: the same span first, then the longest overlap, then the leftmost."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            overlap = min(g["end"], f["end"]) - max(g["start"], f["start"])
            if overlap > 0:
                same = (g["start"], g["end"]) == (f["start"], f["end"])
                candidates.append((not same, -overlap, g["start"], f["start"], i, j))
    left, right = {}, {}
    for *_, i, j in sorted(candidates):
        if i not in left and j not in right:
            left[i], right[j] = j, i
    return left


def f1(right, gold, found):
    return 200 * right / max(gold + found, 1)


def accuracy(documents, answers):
    """F1 of overlapping spans, of the days meant, and of TIMEX3 values, for peers that give these."""
    golds = finds = spans = values = dated = asked = right = 0
    for document in documents:
        gold, found = document["gold"], answers[document["id"]]
        left = pairs(gold, found)
        golds, finds, spans = golds + len(gold), finds + len(found), spans + len(left)
        values += sum(gold[i]["value"] == found[j].get("value") for i, j in left.items())
        for j, answer in enumerate(found):
            answer["over"] = next((i for i, k in left.items() if k == j), None)
        asked += sum(days(g["value"]) is not None for g in gold)
        for answer in found:
            day = answer.get("day") or (days(answer.get("value") or "") or [None])[0]
            over = answer["over"]
            wanted = days(gold[over]["value"]) if over is not None else None
            if day is None or over is not None and wanted is None:
                continue
            dated += 1
            right += wanted is not None and wanted[0].isoformat() <= str(day) <= wanted[1].isoformat()
    gives_values = any("value" in f for found in answers.values() for f in found)
    return f1(spans, golds, finds), f1(right, asked, dated), f1(values, golds, finds) if gives_values else None


def measured(command):
    """Seconds of a processor, and peak memory in MB, of a process and those that it starts."""
    process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}: {said[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def read_lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def ask_dateline(program, documents, folder, runs):
    """The whole process, its start included, on one core: the fastest of several runs."""
    records, output = folder / "records.jsonl", folder / "dateline.jsonl"
    keep = ("id", "text", "published")
    records.write_text("".join(json.dumps({k: d[k] for k in keep}) + "\n" for d in documents))
    command = [program, "batch", "--annotations", "--jobs", "1", "--force", "-o", str(output), str(records)]
    seconds, memory = min(measured(command) for _ in range(runs))
    answers = {}
    for line in read_lines(output):
        answers[line["id"]] = [
            {"start": a["start"], "end": a["end"], "value": a["value"],
             "day": a["from"][:10] if a["type"] in ("DATE", "TIME") and a.get("from") else None}
            for a in line["annotations"]]
    return seconds, memory, answers


def ask_peer(command, name, documents, folder):
    """What the peer itself says its answers took, without its start and its loading of rules."""
    asked, output = folder / "documents.jsonl", folder / f"{name}.jsonl"
    keep = ("id", "text", "published", "genre")
    asked.write_text("".join(json.dumps({k: d[k] for k in keep}) + "\n" for d in documents))
    _, memory = measured([*command, name, str(asked), str(output)])
    *answers, took = read_lines(output)
    return took["seconds"], memory, {a["id"]: a["found"] for a in answers}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", required=True, help="the release binary of dateline")
    arguments.add_argument("--python", required=True, help="the Python that has the peers")
    arguments.add_argument("--work", required=True, type=Path, help="where documents and answers are put")
    arguments.add_argument("--versions", required=True, type=json.loads)
    arguments.add_argument("--every", type=int, default=1, help="only every so manieth document")
    arguments.add_argument("--runs", type=int, default=5, help="of dateline, which is over too soon to be measured once")
    arguments.add_argument("peers", nargs="*")
    given = arguments.parse_args()

    gold = os.environ.get("DATELINE_GOLD")
    documents = list(annotated_documents(Path(gold)) if gold else own_documents())[::given.every]
    size = sum(len(d["text"].encode()) for d in documents)
    given.work.mkdir(parents=True, exist_ok=True)
    print(f"{len(documents)} documents, {size / 1000:,.0f} KB\n")
    print("| | version | speed | dateline is faster | memory | spans | days | TIMEX3 values |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")

    own, memory, answers = ask_dateline(given.program, documents, given.work, given.runs)

    def row(name, seconds, memory, answers):
        figures = accuracy(documents, answers) if gold else (None,) * 3
        cells = ["–" if f is None else f"{f:.1f}" for f in figures]
        ratio = "" if seconds == own else f"{seconds / own:,.0f} times"
        print(f"| {name} | {given.versions[name]} | {size / seconds / 1000:,.{0 if size / seconds > 1e5 else 1}f} KB/s | {ratio} "
              f"| {memory:.0f} MB | {' | '.join(cells)} |", flush=True)

    row("dateline", own, memory, answers)
    commands = {"chrono": ["node", "peer.mjs"], "recognizers": ["node", "peer.mjs"]}
    for name in given.peers or [n for n in given.versions if n != "dateline"]:
        row(name, *ask_peer(commands.get(name, [given.python, "peer.py"]), name, documents, given.work))


main()
