import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import { linkOf, readCode } from '../../shared/directory/rules';
import { COUNTY, deputyNamed, OTHER_COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
let admin: TestPhone;

beforeAll(async () => {
  admin = await api.signedIn('admin');
});

const renew = (name: string, given?: { key?: string; county?: string }) =>
  admin.call(directory.renewCode, { id: deputyNamed(name).id, reason: '卡片丢了' }, given);
const leadsTo = (code: string) => api.nobody.call(directory.openCode, { code });

describe('a code that is renewed', () => {
  test('the new one leads to the deputy, the old one says it is no longer used, and it is written down', async () => {
    const { code: old, id } = deputyNamed('毛范例');
    const key = randomUUID();
    const { code } = await renew('毛范例', { key });
    expect(code).not.toBe(old);
    expect(await renew('毛范例', { key })).toEqual({ code });
    expect(await leadsTo(code)).toEqual({ deputyId: id });
    expect(await api.nobody.problem(directory.openCode, { code: old })).toBe('code_withdrawn');
    const mao = await api.signedIn('mao');
    expect(readCode((await mao.call(directory.myCode, {})).scene)).toEqual({ jurisdiction: COUNTY, code });
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`select reason, detail from audit_log where action = 'directory.renewCode' and object_id = ${id}`.execute(tx),
    );
    expect(rows).toEqual([{ reason: '卡片丢了', detail: { withdrawn: 1 } }]);
  });

  test('and renewed again, both old ones say so', async () => {
    const { code: first } = deputyNamed('郑样本');
    const { code: second } = await renew('郑样本');
    const { code: third } = await renew('郑样本');
    for (const code of [first, second])
      expect(await api.nobody.problem(directory.openCode, { code })).toBe('code_withdrawn');
    expect(await leadsTo(third)).toEqual({ deputyId: deputyNamed('郑样本').id });
  });

  test('two at the same moment leave one that works', async () => {
    const both = await Promise.all([renew('汪虚拟'), renew('汪虚拟')]);
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{
        code: string;
      }>`select code from deputy_code where withdrawn_at is null and deputy_id = ${deputyNamed('汪虚拟').id}`.execute(
        tx,
      ),
    );
    expect(rows).toHaveLength(1);
    expect(both.map(({ code }) => code)).toContain(rows[0]?.code);
  });

  test('not for one whose term has ended, nor unknown, nor of another county, nor by anybody else', async () => {
    const give = (id: string) => ({ id, reason: '卡片丢了' });
    expect(await admin.problem(directory.renewCode, give(deputyNamed('范旧例').id))).toBe('deputy_ended');
    expect(await admin.problem(directory.renewCode, give(randomUUID()))).toBe('not_found');
    const { deputies } = await api.nobody.call(directory.search, { words: '示别县' }, { county: OTHER_COUNTY });
    expect(await admin.problem(directory.renewCode, give(deputies[0]?.id ?? ''))).toBe('not_found');
    const xu = await api.signedIn('xu');
    expect(await xu.problem(directory.renewCode, give(deputyNamed('徐示例').id))).toBe('not_allowed');
  });
});

describe('the page for those who scan without WeChat', () => {
  const open = async (end: string, method = 'GET') => {
    const response = await fetch(`${api.url}/c/${end}`, { method });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('says who it is, to use WeChat, and whom to ring, and loads nothing from anywhere', async () => {
    const { code } = deputyNamed('徐示例');
    const link = linkOf(api.url, COUNTY, code);
    const response = await fetch(link);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('请用微信扫这个码');
    expect(text).toContain('徐示例');
    expect(text).toContain('草坪村代表联络站');
    expect(text).toContain('href="tel:05700000100"');
    expect(text).not.toMatch(/<script|src=|https?:|url\(/);
    for (const end of [
      `${COUNTY}-${code.toLowerCase()}`,
      `${COUNTY}%2D${code}`,
      `${COUNTY}%252D${code}`,
      `${COUNTY}-${code}?from=poster`,
    ])
      expect((await open(end)).status).toBe(200);
    expect(await open(`${COUNTY}-${code}`, 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  test('a withdrawn, an outlived and an unknown code say so, with the number of the office', async () => {
    const { withdrawnCode = '' } = deputyNamed('徐示例');
    const withdrawn = await open(`${COUNTY}-${withdrawnCode}`);
    expect([withdrawn.status, withdrawn.text]).toEqual([410, expect.stringContaining('这个码不用了')]);
    expect(withdrawn.text).toContain('常山县人大常委会');
    expect(withdrawn.text).not.toContain('徐示例');
    const ended = await open(`${COUNTY}-${deputyNamed('范旧例').code}`);
    expect([ended.status, ended.text]).toEqual([410, expect.stringContaining('任期到了')]);
    for (const end of [
      `${COUNTY}-0000000000`,
      '110101-0000000000',
      'nothing',
      '%25',
      `${OTHER_COUNTY}-${deputyNamed('徐示例').code}`,
    ])
      expect([end, (await open(end)).status]).toEqual([end, 404]);
    const nothing = (await open('nothing')).text;
    expect(nothing).toContain('没认出这个码');
    // Whose county it would be nobody knows, so there is no number; there is the list of villages.
    for (const { text } of [{ text: nothing }, withdrawn, ended])
      expect(text).toContain('href="/#/directory/pages/place/index"');
  });

  test('what stands in the directory cannot become markup', async () => {
    const { id, code } = deputyNamed('江拟名');
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update deputy set name = ${'<b>"&'} where id = ${id}`.execute(tx),
    );
    api.clock.advance(31_000);
    const { text } = await open(`${COUNTY}-${code}`);
    expect(text).toContain('&lt;b&gt;&quot;&amp;');
    expect(text).not.toContain('<b>');
  });
});
