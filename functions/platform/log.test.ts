import fc from 'fast-check';
import { faultFields, logLine, openLog } from './log';
import { WeChatError } from './wechat';

const now = new Date('2026-11-18T02:00:00Z');
const fields = {
  requestId: '0193a000-0000-7000-8000-000000000001',
  procedure: 'requests.submit',
  status: 201,
  ms: 12.5,
};

test('one line of JSON', () => {
  expect(logLine(now, 'info', 'call', fields)).toBe(
    `{"time":"2026-11-18T02:00:00.000Z","level":"info","msg":"call","requestId":"${fields.requestId}","procedure":"requests.submit","status":201,"ms":12.5}`,
  );
});

const secrets = [
  '13800005621',
  '+8613800005621',
  'oTEST-0000000000000000000001',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
  '示例张三',
  '村口的路灯坏了',
  'postgres://lianxin:secret@db.example/lianxin',
];

test.each(secrets)('%s gets in neither as the message nor as a field', (secret) => {
  const names = [
    'phone',
    'openid',
    'token',
    'name',
    'words',
    'status',
    'ms',
    'count',
    'jurisdiction',
    'sqlstate',
    'rid',
    'code',
  ];
  for (const name of names) expect(logLine(now, 'warn', 'call', { [name]: secret })).not.toContain(secret);
  expect(logLine(now, 'warn', `failed for ${secret}`)).not.toContain(secret);
});

test('a phone number is not a request id', () => {
  expect(logLine(now, 'info', 'call', { requestId: '13800005621' })).toContain('"dropped":["requestId"]');
});

test('objects, lists and names of fields nobody allowed are dropped without being repeated', () => {
  const line = logLine(now, 'info', 'call', {
    'phone 13800005621': 'x',
    status: { phone: 1 },
    constructor: 'x',
  } as never);
  expect(JSON.parse(line)).toMatchObject({ msg: 'call', dropped: ['unknown', 'status', 'unknown'] });
  expect(line).not.toContain('138');
});

test('whatever is logged is one line, and no eleven digits in a row come through a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.anything()), (msg, anything) => {
      const line = logLine(now, 'error', msg, anything as never);
      expect(line).not.toMatch(/[\r\n]/);
      expect(JSON.parse(line).msg).not.toMatch(/\d/);
    }),
  );
});

test('an unknown error is told by its kind and place, never by its words', () => {
  const error = Object.assign(new TypeError('Key (phone)=(13800005621)\n    already exists.'), {
    code: '23505',
    detail: 'Key (openid)=(oTEST) already exists.',
    constraint: 'person_jurisdiction_openid_key',
  });
  const line = logLine(now, 'error', 'unknown fault', faultFields(error));
  expect(JSON.parse(line)).toMatchObject({
    error: 'TypeError',
    sqlstate: '23505',
    constraint: 'person_jurisdiction_openid_key',
  });
  expect(JSON.parse(line).at).toMatch(/functions\/platform\/log\.test\.ts:\d+/);
  expect(line).not.toMatch(/138|oTEST|already/);
  expect(faultFields('13800005621')).toEqual({ error: 'string' });
});

test('of WeChat, its code and what its support asks for', () => {
  const rid = '00000000-00000000-00000000';
  const line = logLine(now, 'warn', 'call failed', faultFields(new WeChatError('away', -1, rid)));
  expect(JSON.parse(line)).toMatchObject({ error: 'WeChatError', kind: 'away', wechatCode: -1, rid });
});

test('writes a line at a time', () => {
  const lines: string[] = [];
  openLog(
    () => now,
    (line) => lines.push(line),
  )('error', 'call failed', {
    requestId: 'L-503-8K2M',
    route: '/api/:jurisdiction/requests/:id',
  });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      time: now.toISOString(),
      level: 'error',
      msg: 'call failed',
      requestId: 'L-503-8K2M',
      route: '/api/:jurisdiction/requests/:id',
    },
  ]);
  expect(lines.join('')).not.toContain('dropped');
});
