#!/usr/bin/env bash
# Makes the README's pictures anew, from an example and the program as it is.
# Needs Chromium, two faces and pngquant; on Debian: apt-get install chromium fonts-inter fonts-urw-base35 pngquant
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo ':root { --dateline-font: Inter, sans-serif; --dateline-heading-font: P052, serif; }' > "$work/faces.css"
cargo run --quiet -- examples/harbour-line.txt --published 2026-03-12 --from 2026-01-01 --stylesheet "$work/faces.css" -o "$work/page.html"

# picture NAME WIDTH HEIGHT [FLAG...]: the top of the page, at twice the size for sharp screens.
picture() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 "${@:4}" \
    --window-size="$2,$3" --screenshot="$work/$1.png" "file://$work/page.html" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
  pngquant --speed 1 --strip --force --output "docs/$1.png" 32 "$work/$1.png"
}
picture timeline 960 1020
picture timeline-dark 960 1020 --blink-settings=preferredColorScheme=0
picture timeline-narrow 360 1020
ls -l docs/*.png
