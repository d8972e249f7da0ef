#!/bin/sh
# Builds the book; mdBook runs dateline, which has to be on the PATH.
set -eu
cd "$(dirname "$0")"

mdbook build
