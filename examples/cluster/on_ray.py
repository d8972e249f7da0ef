#!/usr/bin/env python3
"""`dateline batch` under Ray: each block of lines is piped through a process of its own.

    on_ray.py DATELINE ARTICLES.jsonl ANSWERS.jsonl
"""

import subprocess
import sys

import ray

dateline, articles, answers = sys.argv[1:]
BLOCK = 1000


@ray.remote
def answer(lines):
    return subprocess.run([dateline, "batch", "--jobs", "1"], input=b"".join(lines), stdout=subprocess.PIPE, check=True).stdout


ray.init(include_dashboard=False)
with open(articles, "rb") as file:
    lines = file.readlines()
blocks = [answer.remote(lines[start : start + BLOCK]) for start in range(0, len(lines), BLOCK)]
with open(answers, "wb") as file:
    for block in blocks:
        file.write(ray.get(block))
print(f"{len(blocks)} blocks on {int(ray.cluster_resources()['CPU'])} processors")
