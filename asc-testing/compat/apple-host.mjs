// For clients whose host is fixed: what they send to Apple's host goes to the sandbox. To be imported before them.
import https from 'node:https';

const sandbox = new URL(process.env.ASC_BASE_URL);
const send = https.request;

https.request = (options, ...rest) =>
    options.hostname === 'api.appstoreconnect.apple.com'
        ? send({ ...options, hostname: sandbox.hostname, host: sandbox.hostname, port: sandbox.port }, ...rest)
        : send(options, ...rest);
