import fc from 'fast-check';
import * as identity from '../shared/identity/contract';
import { type ProblemBody, problemOf } from '../shared/kernel/problems';
import { hasBody, type Procedure, pathNames, problemsOf } from '../shared/kernel/procedure';
import * as notifications from '../shared/notifications/contract';
import * as requests from '../shared/requests/contract';
import { STATE_NAMES } from '../shared/requests/states';
import { demoCounty } from './local/seed/county';
import { demoDepartments, seedDepartments } from './local/seed/departments';
import { COUNTY, deputyNamed, testApi, villageOf } from './testing/api';
import { procedures } from './testing/contracts';
import { brokenInput, goodInput, HOSTILE_TEXTS, type Known } from './testing/inputs';
import { sendRaw, type TestPhone } from './testing/phone';

/** Anything at all to any procedure: a problem with a code and a Chinese sentence, never a fault of ours. */
const api = testApi();
// Where it ends well, a code is drawn; under jest that takes the stand-in seconds.
const runsOf = ({ name }: Procedure) => ({ numRuns: name === 'directory.myCode' ? 2 : 40 });
const VERB_SAYS = [
  'directory.near',
  'directory.goAway',
  'directory.proposeSetting',
  'requests.moderate',
  'requests.tellHigher',
  'requests.answerHigher',
  'requests.dashboard',
  'requests.exportDashboard',
  'identity.auditLog',
  'identity.exportAudit',
];
const CHINESE = /^[\p{Script=Han}\p{N} ，。：、]+。$/u;

let phone: TestPhone;
let known: Known;

beforeAll(async () => {
  await seedDepartments(api.services);
  // Somebody who is everything, so that every procedure looks at what it is given.
  const admin = await api.signedIn('admin');
  const stationId = demoCounty().stations[0]?.id;
  const places = [
    { role: 'admin' },
    { role: 'clerk', stationId },
    { role: 'supervisor', village: villageOf('草坪村') },
    { role: 'department', departmentId: demoDepartments()[0]?.id },
  ] as const;
  for (const place of places)
    await admin.call(identity.grant, { ...place, name: '徐示例', phone: '13800000004', reason: '什么都看看' });
  phone = await api.signedIn('xu');
  const resident = await api.signedIn('chen');
  const village = villageOf('草坪村');
  const matter = { village, category: 'road', openness: 'handlers', nameFor: 'deputy' } as const;
  const deputyIds = ['徐示例', '毛范例', '范旧例'].map((name) => deputyNamed(name).id);
  const ids: string[] = [];
  for (const words of ['村口的路灯坏了三盏。', '水塘边的护栏断了两根。']) {
    ids.push((await resident.call(requests.submit, { ...matter, deputyId: deputyIds[0] ?? '', words })).id);
    ids.push((await phone.call(requests.submit, { ...matter, deputyId: deputyIds[1] ?? '', words })).id);
  }
  const news = (await phone.call(notifications.list, {})).items.map(({ id }) => id);
  known = { id: [...ids, ...deputyIds], deputyId: deputyIds, village: [village], through: news, round: [1] };
});

afterAll(() => expect(api.log.filter((line) => line.includes('"level":"error"'))).toEqual([]));

/** What every answer must be; gives the code of a problem, null for a reply. */
function checkAnswer(procedure: Procedure | null, status: number, type: string | null | undefined, text: string) {
  const body: unknown = JSON.parse(text);
  if (status === 200) {
    expect(type).toBe('application/json; charset=utf-8');
    if (procedure) expect(procedure.reply.safeParse(body).error).toBeUndefined();
    return null;
  }
  const { code, errors = [], ...rest } = body as ProblemBody;
  expect(type).toBe('application/problem+json; charset=utf-8');
  expect(rest).toMatchObject({ status, title: problemOf(code).title, type: `/problems/${code}` });
  expect(problemOf(code).status).toBe(status);
  expect(status).toBeLessThan(500);
  for (const { message } of errors) expect(message).toMatch(CHINESE);
  if (procedure) expect(['not_found', 'method_not_allowed', ...problemsOf(procedure)]).toContain(code);
  return code;
}

/** Sends and checks; `seen` is the input as it reaches the schema. Outside a body everything is text, and an empty name is none. */
async function send(procedure: Procedure, input: Record<string, unknown>) {
  const inPath = pathNames(procedure);
  const inText = (name: string) => inPath.includes(name) || !hasBody(procedure);
  const entries = Object.entries(input).filter(([name]) => !inText(name) || !['', '__proto__'].includes(name));
  const seen = Object.fromEntries(entries.map(([name, value]) => [name, inText(name) ? printed(value) : value]));
  for (const name of inPath) seen[name] ??= 'missing';
  const { status, type, body } = await phone.send(procedure, seen);
  return { seen, inPath, code: checkAnswer(procedure, status, type, JSON.stringify(body)) };
}

function printed(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return Buffer.from(text.slice(0, 400)).toString();
}

describe.each(procedures)('$name', (procedure) => {
  test('input the contract calls good gets a reply or a problem the contract declares', async () => {
    await fc.assert(
      fc.asyncProperty(goodInput(procedure, known), async (input) => {
        const { code } = await send(procedure, input);
        expect(code).not.toBe('too_large');
      }),
      runsOf(procedure),
    );
  });

  test('broken input is refused in plain words, exactly when the contract does not take it', async () => {
    await fc.assert(
      fc.asyncProperty(brokenInput(procedure, known), async (input) => {
        const { seen, inPath, code } = await send(procedure, input);
        // An empty name in the path, or one of dots, is another path.
        if (inPath.some((name) => /^\.{0,2}$/.test(String(seen[name])))) return;
        if (code === 'too_large') return expect(JSON.stringify(seen).length).toBeGreaterThan(20_000);
        // Whether a cursor is one of ours, a day is in the calendar, a place on the globe and months not too many until now, only the verb can say.
        if (code === 'invalid_input' && ('cursor' in seen || VERB_SAYS.includes(procedure.name))) return;
        const taken = procedure.input.safeParse(JSON.parse(JSON.stringify(seen))).success;
        expect([code === 'invalid_input', JSON.stringify(seen)]).toEqual([!taken, JSON.stringify(seen)]);
      }),
      runsOf(procedure),
    );
  });
});

const headers = () => ({
  authorization: `Bearer ${phone.token}`,
  'idempotency-key': `key-${Math.random()}-0000000000`,
});
const pathOf = ({ path }: Procedure, filled: string) => `/api/v2/${COUNTY}${path.replace(/\{\w+\}/g, filled)}`;
const withBody = procedures.filter(hasBody);

test('whatever the body is', async () => {
  const bodies: (string | Buffer)[] = [
    ...['{', '}', 'null', '[]', '[{}]', '"x"', '1', 'NaN', '{"a":1,}', "{'a':1}", 'a=1&b=2', '\ufeff{}', '\u0000'],
    ...['{"__proto__":{"id":1}}', '{"constructor":{"prototype":{}}}', '{"words":1e400}', '{"words":"a","words":2}'],
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    `{"words":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    Buffer.from('7b22776f726473223a22ff22 7d'.replace(' ', ''), 'hex'),
    ...HOSTILE_TEXTS.map((text) => JSON.stringify({ words: text, more: text })),
  ];
  const id = known.id?.[0] as string;
  for (const procedure of withBody)
    for (const body of bodies) {
      const asked = { method: procedure.method, headers: { ...headers(), 'content-type': 'application/json' }, body };
      const { status, headers: given, text } = await sendRaw(api.url, pathOf(procedure, id), asked);
      const code = checkAnswer(procedure, status, given['content-type'], text);
      const mayBeEmpty = procedure.input.safeParse(Object.fromEntries(pathNames(procedure).map((name) => [name, id])));
      if (!mayBeEmpty.success)
        expect([procedure.name, String(body).slice(0, 60), code]).toEqual([
          procedure.name,
          String(body).slice(0, 60),
          'invalid_input',
        ]);
    }
});

test('a body that is too large is not read, with or without its length', async () => {
  const body = JSON.stringify({ words: '字'.repeat(350_000) });
  for (const procedure of withBody)
    for (const length of [{ 'content-length': String(Buffer.byteLength(body)) }, { 'transfer-encoding': 'chunked' }]) {
      const given = { ...headers(), 'content-type': 'application/json', ...length };
      const answer = await sendRaw(api.url, pathOf(procedure, known.id?.[0] as string), {
        method: procedure.method,
        headers: given,
        body,
      });
      expect(checkAnswer(procedure, answer.status, answer.headers['content-type'], answer.text)).toBe('too_large');
    }
});

test('a body of another kind is not guessed at', async () => {
  const types = [
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'json',
    ';',
  ];
  for (const procedure of withBody)
    for (const type of types) {
      const given = { ...headers(), ...(type === undefined ? {} : { 'content-type': type }) };
      const answer = await sendRaw(api.url, pathOf(procedure, known.id?.[0] as string), {
        method: procedure.method,
        headers: given,
        body: '{}',
      });
      expect(checkAnswer(procedure, answer.status, answer.headers['content-type'], answer.text)).toBe(
        'unsupported_media',
      );
    }
});

test('whatever the path and the query are', async () => {
  const parts = [
    '%',
    '%f',
    '%ff',
    '%00',
    '%c0%af',
    '%2e%2e',
    '%2F',
    '%5C',
    '..%2f..',
    ';',
    '*',
    '%E8%B7%AF',
    "'",
    '%22',
    'a'.repeat(4_000),
    '{id}',
    ':id',
    '__proto__',
  ];
  const queries = [
    '?',
    '?a',
    '?=',
    '?&&',
    '?a=1&a=2',
    '?state=with_deputy&state=closed',
    '?state[]=closed',
    '?__proto__=1',
    '?constructor=1&toString=2',
    '?%',
    '?%ff=%00',
    '?cursor=%00',
    '?state=%ud800',
    '?#',
    '??',
    `?a=${'b'.repeat(4_000)}`,
  ];
  const counties = [
    '',
    '%',
    '%ff',
    '%00',
    '33082',
    '3308220',
    '%EF%BC%93%EF%BC%93',
    '330822%00',
    '330822%20',
    'toString',
    '..',
    '0',
  ];
  const paths = procedures
    .filter(({ name }) => name !== 'directory.myCode')
    .flatMap((procedure) => [
      ...(pathNames(procedure).length ? parts.map((part) => pathOf(procedure, part)) : []),
      ...queries.map((query) => `${pathOf(procedure, 'x')}${query}`),
    ]);
  const others = counties.flatMap((county) => [`/api/v2/${county}/directory/county`, `/api/${county}/requests/mine`]);
  for (const path of [
    ...paths,
    ...others,
    '/api',
    '/api/',
    '/api//',
    '/api/x',
    '//api',
    '/',
    `/api/v2/${COUNTY}`,
    `/api/v2/${COUNTY}/`,
  ])
    for (const method of ['GET', 'POST']) {
      const { status, headers: given, text } = await sendRaw(api.url, path, { method, headers: headers() });
      expect([path, text]).toEqual([path, expect.stringMatching(/^\{/)]);
      checkAnswer(null, status, given['content-type'], text);
    }
});

test('a cursor is one of ours or is refused', async () => {
  const id = known.id?.[0] as string;
  const days = [
    '0000-01-01',
    '0001-01-01',
    '2026-02-30',
    '2026-13-01',
    '9999-12-31',
    '+002026-01-01',
    '-002026-01-01',
    'infinity',
    'now',
    '',
  ];
  const instants = days.map((day) => `${day}T00:00:00.000Z`);
  const keys: unknown[] = [
    [],
    {},
    null,
    1,
    'x',
    [null],
    [1],
    [id, id, id],
    [[id]],
    [{ id }],
    [id.toUpperCase()],
    ['00000000-0000-0000-0000-00000000000g'],
    [id],
    ...[...days, ...instants, '2026-11-18T24:00:00.000Z', '2026-11-18T25:00:00.000Z'].map((first) => [first, id]),
  ];
  const cursors = [
    ...keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
    'AAAA',
    '____',
    'W10',
    'x'.repeat(200),
    'x'.repeat(201),
    '',
    'a+b=',
    '%00',
  ];
  const lists = [requests.mine, requests.inbox].flatMap((list) => STATE_NAMES.map((state) => [list, state] as const));
  for (const cursor of cursors) {
    for (const [list, state] of lists) {
      const { status, type, body } = await phone.send(list, { state, cursor });
      expect([null, 'invalid_input']).toContain(checkAnswer(list, status, type, JSON.stringify(body)));
    }
    const { status, type, body } = await phone.send(notifications.list, { cursor });
    expect([null, 'invalid_input']).toContain(checkAnswer(notifications.list, status, type, JSON.stringify(body)));
  }
});

test('an idempotency key that is none is refused', async () => {
  for (const procedure of procedures.filter(({ idempotent }) => idempotent)) {
    const [input = {}] = fc.sample(
      goodInput(procedure, known).filter((made) => procedure.input.safeParse(made).success),
      1,
    );
    for (const key of [
      undefined,
      '',
      'short',
      'x'.repeat(65),
      'with space 0000000000',
      '路灯路灯路灯路灯',
      "';drop table request;--",
      '\u0000'.repeat(0),
    ]) {
      const given = {
        authorization: `Bearer ${phone.token}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') }),
      };
      const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !pathNames(procedure).includes(name)));
      const path = pathOf(procedure, String(input.id));
      const {
        status,
        headers: kinds,
        text,
      } = await sendRaw(api.url, path, { method: procedure.method, headers: given, body: JSON.stringify(rest) });
      expect(checkAnswer(procedure, status, kinds['content-type'], text)).toBe('idempotency_key_missing');
    }
  }
});

test('a token that is none ends in "sign in again", whatever it is', async () => {
  const [head = '', claims = '', signature = ''] = (phone.token ?? '').split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const other = `${claims.slice(0, -2)}AA`;
  const bad = [
    'x',
    'a.b.c',
    '..',
    `${none}.${claims}.`,
    `${none}.${claims}.${signature}`,
    `${head}.${other}.${signature}`,
    `${head}.${claims}`,
    `${head}.${claims}.${signature}x`,
    `${phone.token} ${phone.token}`,
    'x'.repeat(6_000),
  ];
  for (const { who, ...procedure } of procedures.filter((each) => each.who !== 'anyone')) {
    const ask = async (authorization: string) => {
      const {
        status,
        headers: given,
        text,
      } = await sendRaw(api.url, pathOf({ who, ...procedure }, 'x'), {
        method: procedure.method,
        headers: { authorization },
      });
      return checkAnswer({ who, ...procedure }, status, given['content-type'], text);
    };
    for (const token of bad) expect(await ask(`Bearer ${token}`)).toBe('session_ended');
    for (const header of ['', 'Bearer', 'Basic eDp5', String(phone.token)])
      expect(await ask(header)).toBe('not_signed_in');
  }
});

test('other methods are answered too: HEAD as GET without a body, the rest with what the path allows', async () => {
  for (const procedure of procedures) {
    const path = pathOf(procedure, known.id?.[0] as string);
    for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND', 'DELETE', 'PUT', 'POST', 'GET']) {
      const allowed = procedures
        .filter((each) => new RegExp(`^${pathOf(each, '[^/]+')}$`).test(path))
        .map((each) => each.method);
      if ((allowed as string[]).includes(method) || (method === 'HEAD' && allowed.includes('GET'))) continue;
      const { status, headers: given, text } = await sendRaw(api.url, path, { method, headers: headers() });
      expect([procedure.name, method, status]).toEqual([procedure.name, method, 405]);
      expect(given.allow?.split(', ')).toEqual(expect.arrayContaining(allowed));
      if (method !== 'HEAD') expect(checkAnswer(null, status, given['content-type'], text)).toBe('method_not_allowed');
    }
  }
  const head = await sendRaw(api.url, `/api/v2/${COUNTY}/directory/county`, { method: 'HEAD' });
  expect([head.status, head.text]).toEqual([200, '']);
});
