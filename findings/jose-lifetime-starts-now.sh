#!/usr/bin/env bash
# jose counts the lifetime of a token from now and not from the time of issue that the token names.
#
# Versions: jose 6.2.18, compared with jsonwebtoken 9.0.3; Node.js 20 or later.
# Guess: a token issued at T that expires in "20m" expires at T plus 20 minutes, as with jsonwebtoken.
# What happens: setExpirationTime("20m") adds the time to the clock and ignores setIssuedAt, whichever is called first.
# How it hurts: clients set the time of issue back by a minute, in case their clock is ahead of the server's. App Store
#   Connect rejects tokens with more than 20 minutes between the two times, and these have 21. It responds with a 401 that
#   gives no reason.
# What to do: compute both times and pass numbers or dates.
#
# Usage: findings/jose-lifetime-starts-now.sh (needs npm instead of Maven)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

cat >"$work/package.json" <<'JSON'
{"private": true, "type": "module", "dependencies": {"jose": "6.2.18", "jsonwebtoken": "9.0.3"}}
JSON
cat >"$work/main.js" <<'JS'
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, decodeJwt } from 'jose';
import jsonwebtoken from 'jsonwebtoken';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const issuedAt = Math.floor(Date.now() / 1000) - 60;

function lifetime(token) {
    const { iat, exp } = decodeJwt(token);
    return `${Math.round((exp - iat) / 60)} minutes`;
}

const token = () => new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).setIssuedAt(issuedAt);
console.log('jose, "20m":         ' + lifetime(await token().setExpirationTime('20m').sign(privateKey)));
console.log('jose, a number:      ' + lifetime(await token().setExpirationTime(issuedAt + 1200).sign(privateKey)));
console.log('jsonwebtoken, "20m": '
    + lifetime(jsonwebtoken.sign({ iat: issuedAt }, privateKey, { algorithm: 'ES256', expiresIn: '20m' })));
JS

npm install --silent --no-audit --no-fund --prefix "$work" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
seen=$(node "$work/main.js")
echo "$seen"

expected='jose, "20m":         21 minutes
jose, a number:      20 minutes
jsonwebtoken, "20m": 20 minutes'
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
