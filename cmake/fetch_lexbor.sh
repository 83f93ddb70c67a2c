#!/bin/bash
# Puts the sources of lexbor 3.1.0 into third_party/cache/lexbor-3.1.0. Does nothing if they are there; needs no network
# if the archive named below is in third_party/cache already.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
cache=$project/third_party/cache
target=$cache/lexbor-3.1.0
requirements=$project/cmake/lexbor.requirements
archive=selectolax-1.0.2.tar.gz
sha256=$(sed -n 's/.*--hash=sha256:\([0-9a-f]\{64\}\).*/\1/p' "$requirements")

fail() {
  printf 'fetch_lexbor: %s\n' "$@" >&2
  exit 1
}

mkdir -p "$cache"
# Two builds may be configured at once.
exec 9>"$cache/.lock"
flock 9
[ -e "$target/source/lexbor/html/html.h" ] && exit 0

work=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT

if [ ! -e "$cache/$archive" ]; then
  {
    python3 -m venv "$work/venv" &&
      "$work/venv/bin/pip" install --quiet --disable-pip-version-check 'setuptools>=77' wheel &&
      "$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
        --no-build-isolation --require-hashes --requirement "$requirements" --dest "$work"
  } >&2 || fail "pip could not download $archive." \
    "Without a network: put that source archive of the Python package selectolax (sha256 $sha256) into $cache."
  mv "$work/$archive" "$cache/$archive"
fi

echo "$sha256  $cache/$archive" | sha256sum --check --quiet --status ||
  fail "$cache/$archive does not have the pinned sha256 $sha256. Delete it and try again."

tar -xzf "$cache/$archive" -C "$work" --wildcards '*/lexbor/LICENSE' '*/lexbor/NOTICE' '*/lexbor/source/*'
rm -rf "$target"
mv "$work/${archive%.tar.gz}/lexbor" "$target"
