#!/usr/bin/env python3
"""`dateline batch` under Spark: each partition is piped through a process of its own.

    on_spark.py MASTER DATELINE ARTICLES.jsonl ANSWERS/
"""

import sys

from pyspark import SparkConf, SparkContext

master, dateline, articles, answers = sys.argv[1:]
context = SparkContext(conf=SparkConf().setMaster(master).setAppName("dateline"))
context.setLogLevel("WARN")
lines = context.textFile(articles, minPartitions=8)
# One job a process: Spark starts a process for each of a worker's cores.
lines.pipe(f"{dateline} batch --jobs 1", checkCode=True).saveAsTextFile(answers)
print(f"{lines.getNumPartitions()} partitions on {master}")
context.stop()
