#!/usr/bin/env bash
# jsonapi-serializer renames the keys inside the values of attributes, and replaces related resources by null.
#
# Versions: jsonapi-serializer 3.6.9, compared with jsona 1.14.0; Node.js 20 or later.
# Guess: keyForAttribute is about the names of attributes, and their values, of any JSON type, are passed on as they are. A
#   related resource of which the response has only type and id becomes an object with an id, as with jsona.
# What happens: keys are renamed at any depth. With "camelCase" the entitlement get-task-allow becomes getTaskAllow, and the
#   end of com.apple.developer.team-identifier changes as well. The default, "dash-case", renames others. Two related
#   resources that are not included become [null, null].
# How it hurts: a build has its entitlements by the path of the executable and then by their names (buildBundles), and
#   neither is found. dSYMUrl has become dSymUrl. Of a list of ids only the length is left.
# What to do: pass a function that returns its argument as keyForAttribute, and one for each type of related resources as
#   valueForRelationship.
#
# Usage: findings/jsonapi-serializer-renames-entitlements.sh (needs npm instead of Maven)
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

cat >"$work/package.json" <<'JSON'
{"private": true, "type": "module", "dependencies": {"jsona": "1.14.0", "jsonapi-serializer": "3.6.9"}}
JSON
cat >"$work/main.js" <<'JS'
import { Jsona } from 'jsona';
import jsonapi from 'jsonapi-serializer';

const response = {
    data: {
        type: 'buildBundles',
        id: '1',
        attributes: {
            dSYMUrl: 'https://example.com/1',
            entitlements: {
                'Payload/My_App.app/My_App': {
                    'get-task-allow': 'false',
                    'com.apple.developer.team-identifier': 'A1B2C3D4E5',
                    keychain_groups: 'A1B2C3D4E5.*',
                },
            },
        },
        relationships: {
            buildBundleFileSizes: {
                data: [
                    { type: 'buildBundleFileSizes', id: '8' },
                    { type: 'buildBundleFileSizes', id: '9' },
                ],
            },
        },
    },
};

async function read(options) {
    return new jsonapi.Deserializer(options).deserialize(response);
}
const asReceived = {
    keyForAttribute: (key) => key,
    buildBundleFileSizes: { valueForRelationship: (related) => related },
};

for (const [name, bundle] of [
    ['camelCase', await read({ keyForAttribute: 'camelCase' })],
    ['default', await read({})],
    ['functions', await read(asReceived)],
    ['jsona', new Jsona().deserialize(response)],
]) {
    console.log(name + ':');
    console.log('  ' + Object.keys(bundle).find((key) => key.startsWith('d')));
    for (const [path, entitlements] of Object.entries(bundle.entitlements)) {
        console.log('  ' + path + ': ' + Object.keys(entitlements).join(' '));
    }
    console.log('  ' + JSON.stringify(bundle.buildBundleFileSizes ?? bundle['build-bundle-file-sizes']));
}
JS

npm install --silent --no-audit --no-fund --prefix "$work" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
seen=$(node "$work/main.js")
echo "$seen"

expected='camelCase:
  dSymUrl
  payload/MyApp.app/MyApp: getTaskAllow com.apple.developer.teamIdentifier keychainGroups
  [null,null]
default:
  d-sym-url
  payload/my-app.app/my-app: get-task-allow com.apple.developer.team-identifier keychain-groups
  [null,null]
functions:
  dSYMUrl
  Payload/My_App.app/My_App: get-task-allow com.apple.developer.team-identifier keychain_groups
  [{"type":"buildBundleFileSizes","id":"8"},{"type":"buildBundleFileSizes","id":"9"}]
jsona:
  dSYMUrl
  Payload/My_App.app/My_App: get-task-allow com.apple.developer.team-identifier keychain_groups
  [{"type":"buildBundleFileSizes","id":"8"},{"type":"buildBundleFileSizes","id":"9"}]'
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
