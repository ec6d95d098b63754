#!/bin/sh
# Makes the certificates of tst_qnamedgetls anew, into this folder. The keys are public on purpose:
# nothing but that test trusts them. "expired" is over since 2021; the others last until 2126.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl ecparam -name prime256v1 -genkey -noout -out key.pem
: >"$work/index"
cat >"$work/ca.cnf" <<CNF
[ca]
default_ca = tests
[tests]
database = $work/index
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
CNF

# selfsign NAME KEY EXTENSION...; "openssl ca", because "req -x509" cannot start in the past
selfsign() {
    name=$1 key=$2
    shift 2
    for extension in "$@"; do set -- "$@" -addext "$extension"; shift; done
    openssl req -new -key "$key" -subj "/CN=$name" "$@" -out "$work/$name.csr"
    openssl ca -batch -notext -config "$work/ca.cnf" -selfsign -keyfile "$key" \
        -startdate 20200101000000Z -enddate 21260101000000Z -in "$work/$name.csr" -out "$name.pem" 2>"$work/log" ||
        cat "$work/log"
}
selfsign ca key.pem basicConstraints=critical,CA:TRUE keyUsage=critical,keyCertSign

# leaf NAME SUBJECT-ALTERNATIVE-NAME NOT-BEFORE NOT-AFTER; a key of its own so that it is not the CA
openssl ecparam -name prime256v1 -genkey -noout -out leafkey.pem
leaf() {
    openssl req -new -key leafkey.pem -subj "/CN=$1" -addext "subjectAltName=$2" -out "$work/$1.csr"
    openssl ca -batch -notext -config "$work/ca.cnf" -cert ca.pem -keyfile key.pem \
        -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$1.pem" 2>"$work/log" || cat "$work/log"
}
leaf good IP:127.0.0.1,DNS:localhost 20200101000000Z 21260101000000Z
leaf wronghost DNS:other.example,DNS:third.example 20200101000000Z 21260101000000Z
leaf expired IP:127.0.0.1 20200101000000Z 20210101000000Z
leaf notyet IP:127.0.0.1 21250101000000Z 21260101000000Z
selfsign selfsigned leafkey.pem subjectAltName=IP:127.0.0.1
rm key.pem # the CA is closed
