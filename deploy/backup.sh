#!/bin/sh
# One backup into a folder, named by the minute; the newest 14 stay. A backup that failed leaves no file and says so by its exit code. Prints the name of the backup.
set -eu
folder=$1
root=$(cd "$(dirname "$0")/.." && pwd)
name="$folder/kaiming-$(date +%Y%m%d-%H%M).backup"
"$root/node_modules/node/bin/node" "$root/bin/kaiming.js" backup "$name.part" >&2
mv "$name.part" "$name"
ls -1t "$folder"/kaiming-*.backup | tail -n +15 | while read -r old; do rm -- "$old"; done
echo "$name"
