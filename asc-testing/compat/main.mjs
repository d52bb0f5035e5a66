import { sdk } from './appstore-connect-sdk.mjs';
import { appleUtils } from './apple-utils.mjs';
import { mcpServer } from './appstore-connect-mcp-server.mjs';
import { nodeApi } from './node-app-store-connect-api.mjs';

const clients = {
    'appstore-connect-sdk': sdk,
    'node-app-store-connect-api': nodeApi,
    '@expo/apple-utils': appleUtils,
    'appstore-connect-mcp-server': mcpServer,
};
const counts = [];

for (const [client, run] of Object.entries(clients)) {
    const allowances = new Set();
    let passed = 0;
    let jobs = 0;

    /** Runs one job; it returns what is worth telling about it, or throws. */
    async function job(name, body) {
        jobs++;
        try {
            const note = await body();
            passed++;
            console.log(`pass  ${client}: ${name}${note ? ` (${note})` : ''}`);
        } catch (e) {
            console.log(`FAIL  ${client}: ${name}: ${e.message}`);
        }
    }

    try {
        await run(job, (what) => allowances.add(what));
    } catch (e) {
        await job('starts', () => Promise.reject(e));
    }
    allowances.forEach((what) => console.log(`note  ${client}: allowed ${what}`));
    counts.push({ client, passed, jobs, allowances: allowances.size });
}

console.log();
for (const { client, passed, jobs, allowances } of counts) {
    console.log(`${client}: ${passed} of ${jobs} jobs passed, ${allowances} allowances`);
}
const sum = (member) => counts.reduce((total, each) => total + each[member], 0);
console.log(`all: ${sum('passed')} of ${sum('jobs')} jobs passed, ${sum('allowances')} allowances`);
process.exit(sum('passed') === sum('jobs') ? 0 : 1);
