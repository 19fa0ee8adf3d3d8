#!/usr/bin/env bash
# Makes sure that the programs that tests start are here; installs what it can, or says what to install.
#
#   scripts/lib/ensure-tools.sh whole|smoke|files
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
mode=${1:-whole}
missing=0

say() {
  echo "$1" >&2
  missing=1
}

can_install() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

install_packages() {
  # Once for all that follows: on a new machine there are no package lists, on an old one they have aged.
  if [ -z "${lists_updated:-}" ]; then
    apt-get update -qq
    lists_updated=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# Tests start a Redis of their own on a free port, and kill it: the server's program is needed, not a running service.
if ! command -v redis-server >/dev/null; then
  if can_install; then install_packages redis-server; fi
  command -v redis-server >/dev/null || say 'Redis is missing: install the package redis-server (macOS: brew install redis).'
fi

# Keys are tested in a token: SoftHSM, made and looked at by OpenSC's tools, and a library that hangs, which is compiled.
if [ "$mode" != smoke ] && ! { command -v softhsm2-util && command -v pkcs11-tool && command -v cc; } >/dev/null; then
  if can_install; then install_packages softhsm2 opensc gcc libc6-dev; fi
  command -v softhsm2-util >/dev/null || say 'SoftHSM is missing: install the packages softhsm2 and opensc.'
fi

# Tests look at PDFs with other people's eyes: pages, texts, fonts, attachments, signatures.
if ! command -v pdfsig >/dev/null; then
  if can_install; then install_packages poppler-utils; fi
  command -v pdfsig >/dev/null || say 'Poppler is missing: install the package poppler-utils (macOS: brew install poppler).'
fi

# The official rules of EN 16931 judge the UBL that we write: a Maven artefact, compiled once.
if [ "$mode" != smoke ]; then
  if ! command -v mvn >/dev/null && can_install; then install_packages maven; fi
  scripts/lib/en16931-rules.sh || say 'The rules of EN 16931 could not be had: install Maven, and allow it to reach its repository.'
fi

# The official kit of the Dataspace Protocol attacks our connector: Java programs, brought by Maven, and one of ours beside
# them, which is compiled. Maven alone brings a Java that runs programs and cannot compile any.
if [ "$mode" != smoke ]; then
  if ! command -v javac >/dev/null && can_install; then install_packages default-jdk-headless; fi
  java_version=$(javac -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')
  if [ "${java_version:-0}" -lt 17 ]; then
    say 'A JDK of 17 or newer is missing: install the package default-jdk-headless (macOS: brew install openjdk).'
  else
    scripts/lib/dsp-tck.sh || say 'The kit of the Dataspace Protocol could not be had: install Maven, and allow it to reach its repository.'
  fi
fi

# The data plane is tested on a PostgreSQL of the tests' own, in a folder of theirs: the programs are needed, not a service.
has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
if [ "$mode" != smoke ] && ! has_postgres; then
  if can_install; then install_packages postgresql; fi
  has_postgres || say 'PostgreSQL is missing: install the package postgresql (macOS: brew install postgresql).'
fi

# The pages are tested in a real browser, with Chinese letters to be looked at.
if [ "$mode" != smoke ] && ! command -v chromium >/dev/null && [ -z "${LIANPIAO_CHROMIUM:-}" ]; then
  if can_install; then install_packages chromium fonts-noto-cjk; fi
  command -v chromium >/dev/null || say 'Chromium is missing: install the package chromium, or set LIANPIAO_CHROMIUM to its program.'
fi

if [ "$mode" = whole ]; then
  # Go builds the second, independent verifier of our checkpoints and proofs.
  if ! command -v go >/dev/null; then
    say 'Go is missing: install Go 1.24 or newer and put it on PATH.'
  else
    version=$(go env GOVERSION | sed 's/^go//')
    oldest=$(printf '%s\n1.24\n' "$version" | sort -V | head -n 1)
    [ "$oldest" = 1.24 ] || say "Go $version is too old: install Go 1.24 or newer."
  fi

  # The tests of the Fabric ledger run on real peers: built here, where minutes are nobody's deadline.
  node scripts/lib/fabric/main.mjs build || say 'Fabric could not be built.'

  # Reads docker-compose.yml as Docker would; no container is started.
  if ! command -v docker-compose >/dev/null; then
    if can_install; then install_packages docker-compose; fi
    command -v docker-compose >/dev/null || say 'docker-compose is missing: install the package docker-compose.'
  fi

  # schemathesis attacks the served OpenAPI document; it lives in a folder of its own and touches no system Python.
  wanted=4.32.5
  home=.cache/schemathesis
  if ! "$home/bin/schemathesis" --version 2>/dev/null | grep -qF "$wanted"; then
    mkdir -p .cache
    rm -rf "$home"
    # Debian ships Python without the means to make a venv.
    if ! python3 -c 'import ensurepip' 2>/dev/null && can_install; then install_packages python3 python3-venv; fi
    if ! { python3 -m venv "$home" && "$home/bin/python" -m pip install --quiet --disable-pip-version-check "schemathesis==$wanted"; }; then
      say "schemathesis $wanted could not be installed: install Python 3.10 or newer with its venv module, and allow pip to reach its index."
    fi
  fi

  # Other people's reader of our PROV-JSON, and the schema's: in a folder of their own as well.
  home=.cache/prov
  if ! "$home/bin/python" -c 'import importlib.metadata as m; assert (m.version("prov"), m.version("jsonschema")) == ("3.2.3", "4.25.1")' 2>/dev/null; then
    mkdir -p .cache
    rm -rf "$home"
    if ! python3 -c 'import ensurepip' 2>/dev/null && can_install; then install_packages python3 python3-venv; fi
    if ! { python3 -m venv "$home" && "$home/bin/python" -m pip install --quiet --disable-pip-version-check prov==3.2.3 jsonschema==4.25.1; }; then
      say 'The Python packages prov and jsonschema could not be installed: install Python 3.10 or newer with its venv module, and allow pip to reach its index.'
    fi
  fi
fi
exit "$missing"
