// Written by hand; it knows nothing of resources. It insists on https, for the links in answers too; nothing in it is changed here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { api } from 'node-app-store-connect-api';

const env = process.env;

export async function nodeApi(job) {
    const asc = await api({
        issuerId: env.ASC_ISSUER_ID,
        apiKey: env.ASC_KEY_ID,
        privateKey: readFileSync(env.ASC_PRIVATE_KEY_PATH, 'utf8'),
        automaticRetries: 0,
        urlBase: env.ASC_BASE_URL.replace(/\/$/, ''),
    });

    await job('lists and pages', async () => {
        const all = await asc.fetchJson('apps?limit=200');
        const paged = await asc.fetchJson('apps?limit=1');
        assert.deepEqual(paged.map((app) => app.id), all.map((app) => app.id));
        return `${all.length} apps`;
    });

    await job('reads a tree of what is included', async () => {
        const { data, included } = await asc.readAll('builds', { params: { include: 'app,preReleaseVersion', limit: 5 } });
        assert.ok(data.length > 0);
        for (const build of data) {
            assert.ok(included.apps[build.relationships.app.data.id]);
        }
        return `${data.length} builds`;
    });

    await job('creates, updates and deletes', async () => {
        const created = await asc.create({
            type: 'userInvitations',
            attributes: {
                email: 'compat@example.com',
                firstName: 'Com',
                lastName: 'Pat',
                roles: ['DEVELOPER'],
                allAppsVisible: true,
            },
        });
        assert.equal(created.attributes.email, 'compat@example.com');
        await asc.remove(created);
        const left = await asc.fetchJson('userInvitations?filter[email]=compat@example.com');
        assert.deepEqual(left, []);
    });

    await job('gets errors as Apple writes them', async () => {
        await assert.rejects(asc.fetchJson('apps/1'), (e) => e.data.errors[0].code === 'NOT_FOUND');
        await assert.rejects(asc.fetchJson('apps?nonsense=1'), (e) => e.data.errors[0].code === 'PARAMETER_ERROR.ILLEGAL');
    });

    await job('uploads a screenshot', async () => {
        const [app] = await asc.fetchJson('apps?limit=200');
        const [version] = await asc.fetchJson(`apps/${app.id}/appStoreVersions?filter[appStoreState]=PREPARE_FOR_SUBMISSION`);
        const [localization] = await asc.fetchJson(`appStoreVersions/${version.id}/appStoreVersionLocalizations`);
        const sets = await asc.fetchJson(`appStoreVersionLocalizations/${localization.id}/appScreenshotSets`);
        const set =
            sets[0] ??
            (await asc.create({
                type: 'appScreenshotSets',
                attributes: { screenshotDisplayType: 'APP_IPHONE_67' },
                relationships: { appStoreVersionLocalization: localization },
            }));
        const file = Buffer.alloc(300_000, 7);
        const screenshot = await asc.create({
            type: 'appScreenshots',
            attributes: { fileName: 'compat.png', fileSize: file.length },
            relationships: { appScreenshotSet: set },
        });
        await asc.uploadAsset(screenshot, file);
        await asc.pollForUploadSuccess(`appScreenshots/${screenshot.id}`, '', 100);
        await asc.remove(screenshot);
        return `${screenshot.attributes.uploadOperations.length} part(s)`;
    });
}
