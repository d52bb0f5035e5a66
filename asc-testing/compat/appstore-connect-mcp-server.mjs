// A server for language models, in a process of its own that speaks MCP over standard input and output; it calls Apple's service
// through axios. Nothing in it is changed here.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';

const env = process.env;

export async function mcpServer(job, allow) {
    allow('its fixed host');
    const client = new Client({ name: 'compat', version: '1.0.0' });
    await client.connect(
        new StdioClientTransport({
            command: process.execPath,
            args: [
                '--import',
                new URL('apple-host.mjs', import.meta.url).pathname,
                new URL('node_modules/appstore-connect-mcp-server/dist/src/index.js', import.meta.url).pathname,
            ],
            env: {
                ...env,
                APP_STORE_CONNECT_KEY_ID: env.ASC_KEY_ID,
                APP_STORE_CONNECT_ISSUER_ID: env.ASC_ISSUER_ID,
                APP_STORE_CONNECT_P8_PATH: env.ASC_PRIVATE_KEY_PATH,
                APP_STORE_CONNECT_VENDOR_NUMBER: '85012345',
            },
            stderr: 'ignore',
        }),
    );

    /** Some tools answer in a form that MCP does not know, so the answer is not held against MCP's schema. */
    async function tool(name, args = {}) {
        const result = await client.request({ method: 'tools/call', params: { name, arguments: args } }, ResultSchema);
        return result.toolResult ?? JSON.parse(result.content[0].text);
    }

    const apps = await tool('list_apps');
    const appId = apps.data[0].id;

    await job('reads an app with its builds', async () => {
        const app = await tool('get_app_info', { appId, include: ['builds'] });
        assert.equal(app.data.attributes.name, apps.data[0].attributes.name);
        assert.ok(app.included.every((each) => each.type === 'builds'));
        return `${app.included.length} builds`;
    });

    await job('adds a tester to a beta group and removes it', async () => {
        const groups = await tool('list_beta_groups');
        const group = groups.data.find((each) => !each.attributes.isInternalGroup);
        const before = await tool('list_group_testers', { groupId: group.id });
        const tester = await tool('add_tester_to_group', {
            groupId: group.id,
            email: 'compat.mcp@example.com',
            firstName: 'Com',
            lastName: 'Pat',
        });
        await tool('remove_tester_from_group', { groupId: group.id, testerId: tester.data.id });
        const after = await tool('list_group_testers', { groupId: group.id });
        assert.equal(after.meta.paging.total, before.meta.paging.total);
    });

    await job('creates a bundle ID, and enables and disables a capability', async () => {
        const created = await tool('create_bundle_id', {
            identifier: 'com.example.compat.mcp',
            name: 'Compat MCP',
            platform: 'IOS',
        });
        const bundleIdId = created.data.id;
        const push = await tool('enable_bundle_capability', { bundleIdId, capabilityType: 'PUSH_NOTIFICATIONS' });
        const capabilities = async () => {
            const read = await tool('get_bundle_id_info', {
                bundleIdId,
                include: ['bundleIdCapabilities'],
                fields: { bundleIds: ['name', 'bundleIdCapabilities'] },
            });
            return read.included.map((each) => each.attributes.capabilityType);
        };
        assert.ok((await capabilities()).includes('PUSH_NOTIFICATIONS'));
        await tool('disable_bundle_capability', { capabilityId: push.data.id });
        assert.ok(!(await capabilities()).includes('PUSH_NOTIFICATIONS'));
    });

    await job('filters and sorts devices and users', async () => {
        const devices = await tool('list_devices', { filter: { status: 'ENABLED' }, sort: 'name' });
        const names = devices.data.map((each) => each.attributes.name.toLowerCase());
        assert.deepEqual(names, [...names].sort());
        const admins = await tool('list_users', { filter: { roles: ['ADMIN'] }, include: ['visibleApps'] });
        assert.ok(admins.data.length > 0 && admins.data.every((each) => each.attributes.roles.includes('ADMIN')));
        return `${names.length} devices, ${admins.data.length} admins`;
    });

    await job('requests analytics reports', async () => {
        const request = await tool('create_analytics_report_request', { appId, accessType: 'ONE_TIME_SNAPSHOT' });
        const reports = await tool('list_analytics_reports', { reportRequestId: request.data.id });
        assert.ok(reports.data.length > 0);
        return `${reports.data.length} reports`;
    });

    await job('downloads a sales report', async () => {
        const month = new Date();
        month.setUTCDate(1);
        month.setUTCMonth(month.getUTCMonth() - 2);
        const report = await tool('download_sales_report', { reportDate: month.toISOString().slice(0, 7) });
        allow('a gzip file that it reads as text');
        assert.equal(report[0], '\x1f');
    });

    await job('is told what Apple tells it', async () => {
        await assert.rejects(tool('get_app_info', { appId: '1' }), /There is no resource of type 'apps' with id '1'/);
        // Its lists of versions, of segments and its finance reports do not work with Apple's service either.
        await assert.rejects(tool('list_app_store_versions', { appId }), /does not allow 'GET_COLLECTION'/);
        await assert.rejects(tool('list_analytics_report_segments', { reportId: '1' }), /'segments' does not exist/);
        await assert.rejects(
            tool('download_finance_report', { reportDate: '2026-09', regionCode: 'ZZ' }),
            /'filter\[reportType\]' is required/,
        );
    });

    await client.close();
}
