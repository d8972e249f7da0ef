#!/bin/sh
# Writes the timeline in the three ways that the site uses, refreshes the posts with markers, and builds the site.
set -eu
cd "$(dirname "$0")"
dateline=${DATELINE:-dateline}

mkdir -p timelines
# For {{<dateline name="library" />}} in a page.
"$dateline" ../stories/*.md --title "The library roof" --format fragment -o timelines/library.html
# For {{<timeline name="library" />}} in a template.
"$dateline" ../stories/*.md --title "The library roof" -o timelines/library.json
# A page of its own.
"$dateline" ../stories/*.md --title "The library roof" --flavor zola -o content/library.md
# What stands between markers.
"$dateline" embed content/*.md

${ZOLA:-zola} build "$@"
