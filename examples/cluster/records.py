#!/usr/bin/env python3
"""Articles as JSON Lines, as many as wanted, the same on every run: `records.py 10000 > articles.jsonl`."""

import json
import sys

SUBJECTS = ["The council", "A court", "The ferry company", "The union", "Ines Calder, the mayor,", "The ministry"]
DEEDS = ["approved the repairs", "rejected the appeal", "cancelled the last sailing", "called off the strike",
         "opened the inquiry", "ordered an inspection"]
TIMES = ["on Wednesday night", "two days later", "last month", "on Friday, November 21st", "in the spring of 2019",
         "three weeks ago", "by the end of the year", "shortly before the vote", "at 10:30 a.m. on Monday"]


def record(n):
    """The n-th article, some 700 characters; one in a hundred has no date, one in a thousand is no JSON."""
    if n % 1000 == 999:
        return b'{"id": "a%d", "text": "torn' % n
    sentences = []
    for s in range(8):
        k = n * 8 + s
        sentences.append(f"{SUBJECTS[k % 6]} {DEEDS[k // 6 % 6]} {TIMES[k // 7 % 9]}, "
                         f"officials said in statement {k}.")
    article = {"id": f"a{n}", "text": " ".join(sentences)}
    if n % 100 != 50:
        article["published"] = f"20{10 + n % 16:02}-{1 + n % 12:02}-{1 + n % 28:02}"
    return json.dumps(article).encode()


if __name__ == "__main__":
    for n in range(int(sys.argv[1])):
        sys.stdout.buffer.write(record(n) + b"\n")
