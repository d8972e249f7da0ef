#!/bin/sh
# Checks the dates of a project in CI, without Rust. DATELINE names the program, REPORT the file that the CI reads.
set -eu
cd "$(dirname "$0")"
"${DATELINE:-dateline}" check cases --format junit --output "${REPORT:-report.xml}"
