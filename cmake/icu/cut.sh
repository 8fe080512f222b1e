#!/usr/bin/env bash
# Cuts ICU's data down to what the client reads: breaks, plurals, number and date patterns of our locales.
# Usage: cut.sh TOOLS_FOLDER FULL.dat OUTPUT.dat
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$1 full=$2 output=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{all,text,filters,cut/brkitr} "$(dirname "$output")"

printf '%s\n' pool.res >"$work/pool.txt"
"$tools/icupkg" -x "$work/pool.txt" -d "$work/all" "$full"  # The keys that all bundles share.
"$tools/icupkg" -x "$here/items.txt" -d "$work/all" "$full"

for item in $(grep '\.res$' "$here/items.txt"); do
    bundle=$(basename "$item" .res)
    folder=$(dirname "$item")
    case $bundle in
        plurals) cp "$here/plurals.filter" "$work/filters/$bundle.txt" ;;
        *) cp "$here/locale.filter" "$work/filters/$bundle.txt" ;;
    esac
    if [ "$folder" = . ]; then
        # derb, which turns a bundle back into text, wants absolute paths and forgets one annotation.
        "$tools/derb" -A -s "$work/all" -d "$work/text" "$bundle"
        if [ "$bundle" = plurals ]; then
            sed -i "s/^$bundle[^{]*{/$bundle:table(nofallback){/" "$work/text/$bundle.txt"
        fi
        "$tools/genrb" -k -e UTF-8 --filterDir "$work/filters" -s "$work/text" -d "$work/cut" "$bundle.txt"
    else
        cp "$work/all/$item" "$work/cut/$item"
    fi
done
cp "$work"/all/brkitr/*.brk "$work/cut/brkitr/"

# Items are found by the name of the package that they were packed under, so it is that of the full data.
package=$work/$(basename "$full")
"$tools/icupkg" --ignore-deps -s "$work/cut" -a "$here/items.txt" new "$package" 2>"$work/said" || { cat "$work/said" >&2; exit 1; }
mv "$package" "$output"
