#!/bin/sh
# Makes the certificates of the tests anew, in this folder. Only those of authority.pem are trusted there.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

: > "$work/index.txt"
echo 01 > "$work/serial"
cat > "$work/ca.conf" <<END
[ca]
default_ca = it
[it]
database = $work/index.txt
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
END

# name, subject, extension
request () {
  openssl ecparam -name prime256v1 -genkey -noout -out "$work/$1.key"
  openssl req -new -key "$work/$1.key" -subj "/CN=$2" -addext "$3" -out "$work/$1.csr"
}
# name, first day, last day, what signs it
sign () {
  name=$1 first=$2 last=$3
  shift 3
  openssl ca -batch -config "$work/ca.conf" -startdate "$first" -enddate "$last" -notext "$@" \
    -in "$work/$name.csr" -out "$work/$name.crt" 2> "$work/log" || { cat "$work/log"; exit 1; }
}

request authority "Invented Authority" basicConstraints=critical,CA:TRUE
sign authority 20200101000000Z 21300101000000Z -selfsign -keyfile "$work/authority.key"
cp "$work/authority.crt" authority.pem

# name, alternative names, first day, last day
issue () {
  request "$1" "Invented Server" "subjectAltName=$2"
  sign "$1" "$3" "$4" -cert authority.pem -keyfile "$work/authority.key"
  cat "$work/$1.crt" "$work/$1.key" > "$1.pem"
}

here=IP:127.0.0.1,DNS:localhost
issue good "$here" 20200101000000Z 21200101000000Z
issue expired "$here" 20200101000000Z 20200201000000Z
issue not-yet "$here" 21000101000000Z 21200101000000Z
issue other-host DNS:other.example 20200101000000Z 21200101000000Z

request self-signed "Invented Server" "subjectAltName=$here"
sign self-signed 20200101000000Z 21200101000000Z -selfsign -keyfile "$work/self-signed.key"
cat "$work/self-signed.crt" "$work/self-signed.key" > self-signed.pem
