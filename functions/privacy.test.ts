import * as directory from '../shared/directory/contract';
import * as identity from '../shared/identity/contract';
import * as notifications from '../shared/notifications/contract';
import * as requests from '../shared/requests/contract';
import { DEMO_PEOPLE } from './local/seed/people';
import { plug } from './requests/plug';
import { deputyNamed, matterFor, testApi, villageOf } from './testing/api';
import { sendRaw } from './testing/phone';

/** A whole journey, with everything that can go wrong in it, and then a look at what was said where. */
const api = testApi();
const WORDS = '井水发黄，烧开有一层白的，上新屋七八户都吃它。';
const ANSWER = '周三带水务站的人来取水样。';
const NAME = '隐名某';
const PLACE = '上新屋第三户';
const replies: string[] = [];

beforeAll(async () => {
  const ask = globalThis.fetch;
  const heard = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
    const response = await ask(...asked);
    if (response.url.includes('/api/')) replies.push(await response.clone().text());
    return response;
  });
  await journey();
  heard.mockRestore();
});

async function journey() {
  const xin = await api.signedIn('xin');
  await api.verifyPhone(xin, 'xin');
  const xu = await api.signedIn('xu');
  const matter = matterFor('徐示例', { words: WORDS, where: PLACE, name: NAME, nameFor: 'station' });
  const { id } = await xin.call(requests.submit, matter);
  await api.standIn.faults({ away: true });
  await api.runSchedules();
  await xin.problem(identity.verifyPhone, { code: 'x' });
  await api.standIn.mend();
  api.clock.advance(60_000);
  await api.standIn.post('/subscribe', { person: 'xin', templateIds: ['test-template-progress'] });
  await xin.call(notifications.subscribe, { choices: [{ template: 'progress', result: 'accept' }] });
  await xu.call(requests.open, { id });
  await xu.call(requests.answer, { id, words: ANSWER });
  await api.runSchedules();
  await xin.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: WORDS });
  for (const phone of [xin, xu]) {
    await phone.call(requests.follow, { id });
    await phone.call(identity.me, {});
    await phone.call(notifications.list, {});
  }
  await xu.call(requests.inbox, { state: 'with_deputy' });
  await xin.call(requests.mine, { state: 'with_deputy' });
  await xin.call(directory.findByPlace, { village: villageOf('草坪村') });
  await xin.problem(requests.answer, { id, words: WORDS });
  await faults(xin.token ?? '');
  await xin.call(identity.signOut, {});
}

/** A fault of ours with a person's words in it, and one in the address. */
async function faults(token: string) {
  const binding = plug.procedures.find(({ procedure }) => procedure.name === 'requests.supplement');
  const verb = jest.spyOn(binding as { verb: (...args: never[]) => unknown }, 'verb');
  verb.mockImplementation(async () => {
    throw new Error(`no row (${WORDS}, 13800000002, ${NAME}, ${token})`);
  });
  const id = deputyNamed('徐示例').id;
  const asked = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'x'.repeat(20),
    },
    body: JSON.stringify({ words: WORDS }),
  };
  // Nobody has called version 1 of the API before: it takes the verb as it is now.
  const { status } = await sendRaw(api.url, `/api/330822/requests/${id}/supplements`, asked);
  await sendRaw(api.url, `/api/v2/330822/requests/13800000002?openid=demo-openid-xin-0000000000002`, {
    headers: asked.headers,
  });
  verb.mockRestore();
  expect(status).toBe(500);
}

test('nothing of anybody is in the log, and the faults are', () => {
  expect(api.log.length).toBeGreaterThanOrEqual(5);
  expect(api.log.filter((line) => line.includes('"code":"internal"'))).toHaveLength(1);
  const log = api.log.join('\n');
  expect(log).not.toMatch(/\p{Script=Han}/u);
  for (const { openid, phone } of DEMO_PEOPLE) {
    expect(log).not.toContain(openid);
    expect(log).not.toContain(phone);
  }
  expect(log).not.toMatch(/eyJ|openid|Bearer/);
});

test('a telephone number leaves the house masked, and to its owner alone; an openid never does', () => {
  expect(replies.length).toBeGreaterThan(15);
  const said = replies.join('\n');
  for (const { openid, phone } of DEMO_PEOPLE) {
    expect(said).not.toContain(phone);
    expect(said).not.toContain(openid);
  }
  const masked = replies.filter((reply) => reply.includes('138 **** 0002'));
  expect(masked.length).toBeGreaterThan(0);
  for (const reply of masked) expect(reply).toMatch(/"maskedPhone":"138 \*\*\*\* 0002"/);
});

test('a name kept to the station is in replies to its owner alone', () => {
  const withName = replies.map((reply) => JSON.parse(reply)).filter((reply) => JSON.stringify(reply).includes(NAME));
  expect(withName.length).toBeGreaterThan(0);
  for (const reply of withName) expect(reply.viewer === 'resident' || reply.maskedPhone === '138 **** 0002').toBe(true);
});
