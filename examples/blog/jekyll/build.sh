#!/bin/sh
# Writes the timeline in the three ways that the site uses, refreshes the posts with markers, and builds the site.
set -eu
cd "$(dirname "$0")"
dateline=${DATELINE:-dateline}

mkdir -p _includes/timelines _data/timelines
# For {% include dateline.html name="library" %} in a post.
"$dateline" ../stories/*.md --title "The library roof" --format fragment -o _includes/timelines/library.html
# For {% include timeline.html timeline=site.data.timelines.library %} in a layout.
"$dateline" ../stories/*.md --title "The library roof" -o _data/timelines/library.json
# A post of its own.
"$dateline" ../stories/*.md --title "The library roof" --flavor jekyll -o _posts/2026-03-05-library.md
# What stands between markers.
"$dateline" embed _posts/*.md

jekyll build --quiet "$@"
