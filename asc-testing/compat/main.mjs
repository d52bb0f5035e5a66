import { sdk } from './appstore-connect-sdk.mjs';
import { nodeApi } from './node-app-store-connect-api.mjs';

const results = [];

/** Runs one job of one client; a job returns what is worth telling about it, or throws. */
async function job(client, name, run) {
    try {
        const note = await run();
        results.push(true);
        console.log(`pass  ${client}: ${name}${note ? ` (${note})` : ''}`);
    } catch (e) {
        results.push(false);
        console.log(`FAIL  ${client}: ${name}: ${e.message}`);
    }
}

await sdk((name, run) => job('appstore-connect-sdk', name, run));
await nodeApi((name, run) => job('node-app-store-connect-api', name, run));

const passed = results.filter((ok) => ok).length;
console.log(`${passed} of ${results.length} jobs passed.`);
process.exit(passed === results.length ? 0 : 1);
