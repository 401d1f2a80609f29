import { sql } from 'kysely';
import { show } from '../../../shared/suggestions/contract';
import { printLetter } from '../../../shared/suggestions/contract/office';
import { seedDepartments } from '../../local/seed/departments';
import { COUNTY, testApi } from '../../testing/api';
import { readDocx } from '../../testing/docx';
import { readPdf } from '../../testing/pdf';
import { answer, assigned, castOf, seedCosigners } from '../testing/suggestion';
import { letterPdf } from './letter-pdf';

const api = testApi();

test('A4 with the class at the head, for whoever has a part in it, once there is an answer', async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
  const cast = await castOf(api);
  const { id } = await assigned(cast);
  expect(await cast.lu.problem(printLetter, { id })).toBe('not_answered_yet');
  await answer(api, cast.lu, id);
  for (const phone of [cast.xu, cast.lin, cast.lu, cast.admin]) {
    const { url } = await phone.call(printLetter, { id });
    const { pages } = readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ width: expect.closeTo(595.28, 1), height: expect.closeTo(841.89, 1) });
    const words = pages[0]?.words ?? '';
    for (const said of ['B 类', '正在办', '徐示例代表、单示例代表', '上新屋十二户通水了', '县住建局'])
      expect(words).toContain(said);
  }
  for (const phone of [cast.mao, cast.fang]) expect(await phone.problem(printLetter, { id })).toBe('not_found');
  expect(await cast.chen.problem(printLetter, { id })).toBe('not_allowed');
});

test('a long answer of fifty deputies goes on, and nothing runs off the paper', async () => {
  const bytes = await letterPdf({
    countyName: '常山县',
    called: '大会建议 2026-120 号',
    title: '上新屋、坎下接通自来水'.repeat(3),
    deputies: Array.from({ length: 50 }, (_, index) => `徐示例${index}`),
    departmentName: '县住建局',
    resultClass: 'A',
    className: '已经解决或者基本解决，所提的都采纳了吧',
    words: `一、管子已过桥，上新屋十二户通水了。\n${'坎下七户，三月二十日前通。'.repeat(120)}`,
    on: '2026-12-01',
    printedOn: '2026-12-02',
  });
  const { pages } = readPdf(bytes);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.at(-1)?.words).toContain(`${pages.length} / ${pages.length}`);
  for (const { texts, width, height } of pages)
    for (const text of texts)
      expect([text.text, text.x + text.width < width, text.baseline < height]).toEqual([text.text, true, true]);
});

test('the same letter is a document to be sealed, with the class at its head', async () => {
  const cast = await castOf(api);
  const { id } = await assigned(cast);
  await answer(api, cast.lu, id);
  const { url } = await cast.lu.call(printLetter, { id, as: 'docx' });
  const { paragraphs, document } = await readDocx(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(paragraphs[0]).toBe('B 类　正在办，或排进了计划');
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      '徐示例代表、单示例代表：',
      '管子已过桥，上新屋十二户通水了。坎下七户，三月二十日前通。',
      '县住建局',
      '抄送：县人大办公室',
    ]),
  );
  expect(document).toContain('<w:pStyle w:val="Right"/>');
});

test('a class is called as the county calls it, in the letter and on every page', async () => {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update county set settings = settings || '{"suggestionClassB": "列入计划，逐步解决"}'`.execute(tx),
  );
  api.clock.advance(31_000);
  const cast = await castOf(api);
  const { id } = await assigned(cast);
  await answer(api, cast.lu, id);
  const { classes } = await cast.xu.call(show, { id });
  expect(classes).toEqual({ A: '解决了，或大部分解决了', B: '列入计划，逐步解决', C: '现在办不了', D: '留着参考' });
  const { url } = await cast.lu.call(printLetter, { id, as: 'docx' });
  const { paragraphs } = await readDocx(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(paragraphs[0]).toBe('B 类　列入计划，逐步解决');
});
