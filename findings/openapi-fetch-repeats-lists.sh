#!/usr/bin/env bash
# openapi-fetch sends a list as repeated parameters although the document of the API asks for one with commas.
#
# Versions: openapi-fetch 0.17.0, openapi-typescript 7.13.0, TypeScript 5.9.3; Node.js 20 or later.
# Guess: a client whose types are made from an OpenAPI document follows that document. "explode": false says that a list is
#   one parameter, with commas.
# What happens: the types accept the list, and the request repeats the parameter for each element. openapi-typescript writes
#   types only, which do not tell style and explode, so openapi-fetch does not know them.
# How it hurts: all lists of App Store Connect (fields, include, filter, sort) are declared with explode false, and the
#   service rejects a repeated parameter. Lists of one element work, so the first try does.
# What to do: createClient({querySerializer: {array: {style: 'form', explode: false}}}), for APIs in which all lists are of
#   this form.
#
# Usage: findings/openapi-fetch-repeats-lists.sh (needs npm instead of Maven)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

cat >"$work/package.json" <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": {
    "openapi-fetch": "0.17.0",
    "openapi-typescript": "7.13.0",
    "typescript": "5.9.3"
  }
}
JSON
cat >"$work/api.json" <<'JSON'
{
  "openapi": "3.0.1",
  "info": {"title": "Apps", "version": "1"},
  "paths": {
    "/v1/apps": {
      "get": {
        "operationId": "apps_getCollection",
        "parameters": [
          {
            "name": "filter[bundleId]",
            "in": "query",
            "style": "form",
            "explode": false,
            "schema": {"type": "array", "items": {"type": "string"}}
          }
        ],
        "responses": {"200": {"description": "OK"}}
      }
    }
  }
}
JSON
cat >"$work/main.ts" <<'TS'
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const query = { 'filter[bundleId]': ['com.example.a', 'com.example.b'] };

async function show(request: Request): Promise<Response> {
    console.log(decodeURIComponent(new URL(request.url).search));
    return Response.json({});
}
const fetch = show as typeof globalThis.fetch;
const options = { baseUrl: 'http://localhost', fetch };

await createClient<paths>(options).GET('/v1/apps', { params: { query } });
const querySerializer = { array: { style: 'form', explode: false } } as const;
await createClient<paths>({ ...options, querySerializer }).GET('/v1/apps', { params: { query } });
TS

# Runs a command in the directory and prints what it says only if it fails.
quietly() {
    (cd "$work" && "$@") >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}
quietly npm install --silent --no-audit --no-fund
quietly npx --no -- openapi-typescript api.json -o api.ts
quietly npx --no -- tsc --strict --target es2022 --module nodenext --skipLibCheck main.ts
seen=$(node "$work/main.js")
echo "$seen"

expected="?filter[bundleId]=com.example.a&filter[bundleId]=com.example.b
?filter[bundleId]=com.example.a,com.example.b"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
