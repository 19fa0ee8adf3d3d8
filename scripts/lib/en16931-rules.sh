#!/usr/bin/env bash
# Brings the official validation rules of EN 16931 (UBL, edition 1.3.16) into .cache/en16931 and compiles them, once.
#
#   scripts/lib/en16931-rules.sh
#
# They come as a Maven artefact, and are compiled for SaxonJS, which takes a minute. The compiled file is named for the hash
# of what it was made from: other rules are never taken for these. The licence of the rules is the EUPL 1.2.
set -euo pipefail
cd "$(dirname "$0")/../.."
artefact=com.helger.phive.rules:phive-rules-en16931:4.3.7
inside=external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt
hash=39f9d282867f1a49e7708d9e29a53da89643e1ee56f10cec1ebcf1277595fcbd
folder=.cache/en16931
compiled=$folder/$hash.sef.json

[ -s "$compiled" ] && exit 0
mkdir -p "$folder"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack -Dartifact="$artefact" \
  -DoutputDirectory="$PWD/$folder" -Dmdep.includes="$inside" -Dmdep.useBaseVersion=true
echo "$hash  $folder/$inside" | sha256sum --check --quiet -
node_modules/.bin/xslt3 -xsl:"$folder/$inside" -export:"$compiled.new" -nogo -relocate:on >/dev/null
mv "$compiled.new" "$compiled"
