#!/usr/bin/env bash
# Answers the same articles by one process, under GNU parallel, on a Spark cluster of two workers and under Ray, and compares
# the answers byte for byte. Needs a `dateline` (DATELINE, or the one that cargo built), Python 3 and Java 17 or later; Spark and
# Ray come from PyPI into a folder that is kept for the next time. What is not at hand and cannot be installed is told and left out.
#
#     cargo build --release
#     examples/cluster/compare.sh [COUNT]
set -euo pipefail

here="$(cd "$(dirname "$0")" && pwd)"
dateline="$(realpath "${DATELINE:-$here/../../target/release/dateline}")"
packages="${PACKAGES:-${TMPDIR:-/tmp}/dateline-cluster}"
count="${1:-20000}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

# Says how long a command took.
timed() {
  local start=$EPOCHREALTIME
  "$@"
  awk -v name="$1" -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%s: %.1f s\n", name, b - a }'
}

same() {
  cmp alone.jsonl "$1"
  echo "$2: the same $(wc -l < "$1") answers, $(wc -c < "$1") bytes"
}

python3 "$here/records.py" "$count" > articles.jsonl

alone() { "$dateline" batch --quiet articles.jsonl > alone.jsonl; }
timed alone

if command -v parallel > /dev/null; then
  with_parallel() {
    # --pipe parts the input at line ends, --keep-order puts the answers in its order.
    parallel --pipe --keep-order --block 1M "$dateline" batch --quiet --jobs 1 < articles.jsonl > parallel.jsonl
  }
  timed with_parallel
  same parallel.jsonl "GNU parallel"
else
  echo "GNU parallel: is not installed, left out"
fi

python() { "$packages/bin/python" "$@"; }
[ -x "$packages/bin/python" ] || python3 -m venv "$packages"
"$packages/bin/pip" install --quiet --disable-pip-version-check pyspark ray || echo "*** not all packages could be installed ***"

if command -v java > /dev/null && python -c "import pyspark" 2> /dev/null; then
  SPARK_HOME="$(python -c "import os, pyspark; print(os.path.dirname(pyspark.__file__))")"
  # Two workers on this machine, each a process with one core and 1024 MB, as on two machines.
  export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$packages/bin/python" PYSPARK_DRIVER_PYTHON="$packages/bin/python"
  with_spark() {
    python "$here/on_spark.py" "${MASTER:-local-cluster[2,1,1024]}" "$dateline" articles.jsonl spark 2> spark.log || { cat spark.log; return 1; }
  }
  timed with_spark
  cat spark/part-* > spark.jsonl
  same spark.jsonl "Spark"
else
  echo "Spark: java or pyspark is missing, left out"
fi

if python -c "import ray" 2> /dev/null; then
  with_ray() { python "$here/on_ray.py" "$dateline" articles.jsonl ray.jsonl 2> ray.log || { cat ray.log; return 1; }; }
  timed with_ray
  same ray.jsonl "Ray"
else
  echo "Ray: is missing, left out"
fi
