#!/usr/bin/env bash
# How snap2007.icc was made, with Argyll CMS 2.3, from characterisation data that may be made into profiles and passed on
# with their source named: ANSI CGATS/SNAP TR 002-2007, Graphic technology: Color characterization data for coldset
# printing on newsprint (TR002.ti3 of Debian's package icc-profiles-free). A profile carries the time it was made in, so
# that one made anew differs there.
set -euo pipefail
data=${1:?usage: make-profile.sh TR002.ti3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$data" "$work/TR002.ti3"
# 240 % of ink in all, 90 % of black, black from a ramp that replaces most of the grey (-kr).
(cd "$work" && colprof -v -qm -l 240 -L 90 -kr -A "CGATS TR 002" -M "SNAP 2007 newsprint" \
  -D "SNAP 2007 coldset newsprint" -C "Made from CGATS TR 002 characterisation data" TR002)
cp "$work/TR002.icc" "$(dirname "$0")/snap2007.icc"
