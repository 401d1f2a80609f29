// `node kept-code-make.cjs functions/api.js`: lets the function answer what it can without a database, and keeps beside each of its chunks
// what V8 compiled for that. Only the same version of Node on the same kind of processor can use it.
const { randomBytes } = require('node:crypto');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, parse, resolve } = require('node:path');
const { Script } = require('node:vm');

const file = resolve(process.argv[2]);
const folder = `${file.slice(0, -'.js'.length)}/`;

const key = () => `made:${randomBytes(32).toString('base64')}`;
const NOWHERE = '127.0.0.1:9';
Object.assign(process.env, {
  STAGE: 'local',
  DATABASE_URL: `postgres://nobody:nothing@${NOWHERE}/nothing`,
  WECHAT_APPID: 'wx0000000000000001',
  WECHAT_SECRET: '0'.repeat(32),
  WECHAT_BASE_URL: `http://${NOWHERE}`,
  WECHAT_TEMPLATE_PROGRESS: 'nothing-template-progress',
  WECHAT_TEMPLATE_RECEIVED: 'nothing-template-received',
  UPLOADS_BUCKET: 'nothing-uploads',
  INCOMING_BUCKET: 'nothing-incoming',
  KEYS_BUCKET: 'nothing-keys',
  AWS_REGION: 'cn-nothing-1',
  AWS_ACCESS_KEY_ID: 'nothing',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  TOKEN_KEYS: key(),
  PHONE_KEYS: key(),
  PHONE_HASH_KEYS: key(),
});

const scripts = new Map();
Module._extensions['.js'] = (module, path) => {
  const script = new Script(Module.wrap(readFileSync(path, 'utf8')), { filename: path });
  if (path.startsWith(folder)) scripts.set(path, script);
  return script.runInThisContext()(module.exports, (id) => module.require(id), module, path, dirname(path));
};

const event = (method, path, headers = {}, body) => ({
  rawPath: path,
  rawQueryString: '',
  headers: { 'content-type': 'application/json', ...headers },
  requestContext: { http: { method } },
  body,
});

/** By the function's name. A path of every context is in the document; what needs the database ends in a problem. */
const EVENTS = {
  api: [
    [event('GET', '/api/openapi.json'), 200],
    [event('GET', '/api/v2/330822/directory/county'), 503],
    [event('POST', '/api/v2/330822/identity/sessions', {}, '{"code":"nothing"}'), 503],
  ],
  ballots: [
    [event('GET', '/api/health'), 503],
    [event('PUT', '/api/v2/330822/voting/nothing/ballot', {}, '{}'), 401],
  ],
};

async function main() {
  const { handler } = require(file);
  for (const chunk of readdirSync(folder).filter((name) => name.endsWith('.js'))) require(join(folder, chunk));
  for (const [asked, status] of EVENTS[parse(file).name]) {
    const { statusCode } = await handler(asked, {});
    if (statusCode !== status) throw new Error(`${asked.rawPath} ended with ${statusCode}`);
  }
  for (const [path, script] of scripts)
    writeFileSync(`${path}.${process.version}-${process.arch}`, script.createCachedData());
}

// Log lines are of no use here.
process.stdout.write = () => true;
main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
