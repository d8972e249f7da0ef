#!/bin/sh
# Writes the timeline in the three ways that the site uses, refreshes the posts with markers, and builds the site.
set -eu
cd "$(dirname "$0")"
dateline=${DATELINE:-dateline}

mkdir -p assets/timelines data/timelines content/timelines
# For {{< dateline "library" >}} in a post.
"$dateline" ../stories/*.md --title "The library roof" --format fragment -o assets/timelines/library.html
# For {{ partial "timeline.html" }} in a layout.
"$dateline" ../stories/*.md --title "The library roof" -o data/timelines/library.json
# A page of its own.
"$dateline" ../stories/*.md --title "The library roof" --flavor hugo -o content/timelines/library.md
# What stands between markers.
"$dateline" embed content/posts/*.md

hugo --quiet "$@"
