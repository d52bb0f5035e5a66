#!/usr/bin/env bash
# Makes a repository as fastlane match leaves it, with new keys. Needs Ruby and OpenSSL 3 (Debian 12).
#
# Usage: make.sh FOLDER
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
passphrase="match pass'phrase é"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=$1
mkdir -p "$sample"/certs/{development,distribution,developer_id_application} "$sample"/profiles/{appstore,development}

by_ruby() { ruby "$here/encrypt.rb" "$1" "$passphrase"; }
by_openssl() { openssl enc -aes-256-cbc -md "$1" -a -pass "pass:$passphrase" 2>/dev/null; }

# NAME COMMON-NAME DAYS: a key in the form that match writes, and a certificate in DER.
certificate() {
    openssl genrsa -traditional -out "$work/$1.pem" 2048 2>/dev/null
    openssl req -x509 -new -key "$work/$1.pem" -days "$3" -subj "/CN=$2/OU=A1B2C3D4E5/O=Example/C=US" -outform DER -out "$work/$1.cer"
}
certificate development "Apple Development: Erin Example (B2C3D4E5F6)" 36000
certificate older "Apple Distribution: Example (A1B2C3D4E5)" 36000
certificate newer "Apple Distribution: Example (A1B2C3D4E5)" 36500
certificate developer-id "Developer ID Application: Example (A1B2C3D4E5)" 36000

# NAME BUNDLE-ID TASK-ALLOW UUID CERTIFICATE
profile() {
    cat >"$work/$1.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>Name</key><string>$1</string>
<key>UUID</key><string>$4</string>
<key>Platform</key><array><string>iOS</string></array>
<key>TeamIdentifier</key><array><string>A1B2C3D4E5</string></array>
<key>ApplicationIdentifierPrefix</key><array><string>A1B2C3D4E5</string></array>
<key>CreationDate</key><date>2026-11-01T00:00:00Z</date>
<key>ExpirationDate</key><date>2099-11-01T00:00:00Z</date>
<key>Entitlements</key><dict><key>application-identifier</key><string>A1B2C3D4E5.$2</string><key>get-task-allow</key><$3/></dict>
<key>DeveloperCertificates</key><array><data>$(base64 -w0 "$work/$5.cer")</data></array>
</dict></plist>
PLIST
    openssl cms -sign -binary -nodetach -in "$work/$1.plist" -signer "$work/$5.cer" -inkey "$work/$5.pem" -outform DER -out "$work/$1.profile"
}
profile "match AppStore com.example.app" com.example.app false 11111111-2222-3333-4444-555555555555 newer
profile "match Development com.example.app" com.example.app true 66666666-7777-8888-9999-000000000000 development

# The newer form, by Ruby; two certificates of one type.
by_ruby newer <"$work/newer.cer" >"$sample/certs/distribution/NEWER00001.cer"
by_ruby newer <"$work/newer.pem" >"$sample/certs/distribution/NEWER00001.p12"
by_ruby newer <"$work/older.cer" >"$sample/certs/distribution/OLDER00002.cer"
by_ruby older-md5 <"$work/older.pem" >"$sample/certs/distribution/OLDER00002.p12"
by_ruby newer <"$work/match AppStore com.example.app.profile" >"$sample/profiles/appstore/AppStore_com.example.app.mobileprovision"
# The older form, by the command openssl, with both digests.
by_openssl md5 <"$work/development.cer" >"$sample/certs/development/DEVELOP001.cer"
by_openssl sha256 <"$work/development.pem" >"$sample/certs/development/DEVELOP001.p12"
by_openssl md5 <"$work/match Development com.example.app.profile" >"$sample/profiles/development/Development_com.example.app.mobileprovision"
# Imported: PKCS#12 with an empty password.
openssl x509 -inform DER -in "$work/developer-id.cer" -out "$work/developer-id.crt"
openssl pkcs12 -export -in "$work/developer-id.crt" -inkey "$work/developer-id.pem" -passout pass: -out "$work/developer-id.p12"
by_ruby older-sha256 <"$work/developer-id.cer" >"$sample/certs/developer_id_application/imported.cer"
by_ruby newer <"$work/developer-id.p12" >"$sample/certs/developer_id_application/imported.p12"
# match keeps these, too.
echo "A readme." >"$sample/README.md"
echo 2.220.0 >"$sample/match_version.txt"
