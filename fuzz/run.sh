#!/usr/bin/env bash
# Fuzzes every target, or those that are named, for a stated time each:
#
#     fuzz/run.sh SECONDS [TARGET]...
#
# Needs cargo-fuzz (`cargo install cargo-fuzz --locked`) and a nightly toolchain (`rustup toolchain install nightly`; without one,
# `TOOLCHAIN=stable RUSTC_BOOTSTRAP=1 fuzz/run.sh …` does as well). Sanitizers are off: there is no `unsafe` code here to watch.
#
# What is thought of on the way is kept in fuzz/corpus and gone on with the next time. A finding ends the run with status 1; it is an input in
# fuzz/artifacts/TARGET. Make it small with `cargo +nightly fuzz tmin TARGET FILE`, copy it to fuzz/findings/TARGET under a name that says
# what it does, mend the cause, and `cargo test --test fuzz` keeps it mended.
set -euo pipefail
cd "$(dirname "$0")"

seconds="${1:?give the seconds that each target runs}"
shift
[ $# -gt 0 ] || set -- $(ls seeds)
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
fuzz() { cargo "+${TOOLCHAIN:-nightly}" fuzz "$@"; }

fuzz build --sanitizer none
failed=""
for target in "$@"; do
  printf '\n==> %s\n' "$target"
  folders=("corpus/$target")
  for folder in "seeds/$target" "findings/$target"; do
    [ -d "$folder" ] && folders+=("$folder")
  done
  mkdir -p "corpus/$target"
  # Ten seconds or two gigabytes for four kilobytes are a finding, too.
  fuzz run --sanitizer none "$target" "${folders[@]}" -- \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_funcs=0 2> >(tail -n 30 >&2) || failed+=" $target"
done
[ -z "$failed" ] || { echo "findings in:$failed" >&2; exit 1; }
