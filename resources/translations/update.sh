#!/bin/sh
# update.sh LUPDATE SOURCES FOLDER: brings the .ts files in FOLDER up to date with the texts in SOURCES.
# English takes the counted texts only. No line numbers: they would change with every edit.
set -eu
lupdate=$1
folder=$3
cd "$2"
for file in "$folder"/latchkey_*.ts; do
    only=""
    [ "${file##*/}" != latchkey_en.ts ] || only=-pluralonly
    "$lupdate" -silent -I . -extensions cpp,h,ui -locations none -no-obsolete -source-language en $only \
        ui app -ts "$file"
done
