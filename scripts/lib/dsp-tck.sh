#!/usr/bin/env bash
# Brings the official Dataspace Protocol kit (2025-1) into .cache/dsp-tck and compiles the small program that runs it, once.
#
#   scripts/lib/dsp-tck.sh
#
# Needs Maven and a JDK of 17 or newer. What was brought for another list of parts is brought again.
set -euo pipefail
cd "$(dirname "$0")/../.."
source=scripts/lib/dsp-tck
folder=.cache/dsp-tck
mark=$folder/$(cat "$source/pom.xml" "$source/RunKit.java" | sha256sum | cut -c 1-16).done

[ -e "$mark" ] && exit 0
rm -rf "$folder"
mkdir -p "$folder/classes"
mvn -q -B -f "$source/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
  -DoutputDirectory="$PWD/$folder/jars"
javac -cp "$folder/jars/*" -d "$folder/classes" "$source/RunKit.java"
touch "$mark"
