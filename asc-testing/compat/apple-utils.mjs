// What Expo's build service signs and submits apps with: resources are classes with methods, requests go through axios. Works with
// a key as well as with a password; nothing in it is changed here.
import './apple-host.mjs';
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import asc from '@expo/apple-utils';

const env = process.env;

export async function appleUtils(job, allow) {
    allow('its fixed host');
    const context = {
        token: new asc.Token({
            key: readFileSync(env.ASC_PRIVATE_KEY_PATH, 'utf8'),
            issuerId: env.ASC_ISSUER_ID,
            keyId: env.ASC_KEY_ID,
        }),
    };
    const [app] = await asc.App.getAsync(context);

    await job('finds an app by its bundle ID', async () => {
        const found = await asc.App.findAsync(context, { bundleId: app.attributes.bundleId });
        assert.equal(found.id, app.id);
    });

    await job('lists all pages', async () => {
        const reviews = await app.getCustomerReviewsAsync({ query: { limit: 50 } });
        assert.ok(reviews.length > 50);
        assert.equal(new Set(reviews.map((review) => review.id)).size, reviews.length);
        return `${reviews.length} reviews`;
    });

    await job('reads the builds and versions of an app', async () => {
        const builds = await app.getBuildsAsync();
        assert.ok(builds.every((build) => build.attributes.processingState));
        const edited = await app.getEditAppStoreVersionAsync({ platform: 'IOS' });
        const live = await app.getLiveAppStoreVersionAsync({ platform: 'IOS' });
        assert.equal(edited.attributes.appStoreState, 'PREPARE_FOR_SUBMISSION');
        assert.equal(live.attributes.appStoreState, 'READY_FOR_SALE');
        return `${builds.length} builds`;
    });

    await job('creates a beta group and a tester, and deletes both', async () => {
        const group = await app.createBetaGroupAsync({
            name: 'Compat',
            publicLinkEnabled: false,
            publicLinkLimitEnabled: false,
        });
        const tester = { email: 'compat.utils@example.com', firstName: 'Com', lastName: 'Pat' };
        await asc.BetaTester.createAsync(context, { betaGroupId: group.id, ...tester });
        const groups = await app.getBetaGroupsAsync({ query: { includes: ['betaTesters'] } });
        const read = groups.find((each) => each.id === group.id);
        assert.deepEqual(read.attributes.betaTesters.map((each) => each.attributes.email), [tester.email]);

        await (await asc.BetaTester.findAsync(context, { email: tester.email })).deleteAsync();
        await asc.BetaGroup.deleteAsync(context, { id: group.id });
        assert.equal(await asc.BetaTester.findAsync(context, { email: tester.email }), null);
    });

    await job('signs: bundle ID, device, certificate and profile; removes them', async () => {
        const bundleId = await asc.BundleId.createAsync(context, {
            name: 'Compat',
            identifier: 'com.example.compat.utils',
            platform: 'IOS',
        });
        const device = await asc.Device.createAsync(context, {
            name: 'Compat iPhone',
            udid: '00008150-001A2B3C4D5E601A',
            platform: 'IOS',
        });
        const { certificate, privateSigningKey } = await asc.createCertificateAndP12Async(context, {
            certificateType: 'IOS_DISTRIBUTION',
        });
        const issued = new X509Certificate(Buffer.from(certificate.attributes.certificateContent, 'base64'));
        assert.ok(issued.checkPrivateKey(createPrivateKey(privateSigningKey)));
        const profile = await asc.Profile.createAsync(context, {
            bundleId: bundleId.id,
            certificates: [certificate.id],
            devices: [device.id],
            name: '*[expo] Compat AdHoc',
            profileType: 'IOS_APP_ADHOC',
        });
        assert.ok(profile.isValid());
        assert.ok(Buffer.from(profile.attributes.profileContent, 'base64').includes(device.attributes.udid));
        assert.deepEqual((await profile.getCertificatesAsync()).map((each) => each.id), [certificate.id]);

        await profile.deleteAsync();
        await asc.Certificate.deleteAsync(context, { id: certificate.id });
        await asc.BundleId.deleteAsync(context, { id: bundleId.id });
        assert.equal(await asc.BundleId.findAsync(context, { identifier: 'com.example.compat.utils' }), null);
    });

    await job('gets errors as Apple writes them', async () => {
        await assert.rejects(asc.App.infoAsync(context, { id: '1' }), (e) => e.data.errors[0].code === 'NOT_FOUND');
        await assert.rejects(
            asc.Certificate.createAsync(context, { csrContent: 'nonsense', certificateType: 'IOS_DISTRIBUTION' }),
            (e) => e.data.errors[0].code.startsWith('ENTITY_ERROR'),
        );
    });
}
