import * as requests from '../../../shared/requests/contract';
import { printBoard } from '../../../shared/requests/contract/office';
import { matterFor, testApi } from '../../testing/api';
import { readPdf } from '../../testing/pdf';

const api = testApi();

test('A3, the matter with its deputy’s word and its resident’s apart, without a name; a long board goes on another sheet', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const mao = await api.signedIn('mao');
  const clerk = await api.signedIn('clerk');
  expect(await clerk.problem(printBoard, {})).toBe('nothing_on_board');
  for (let n = 0; n < 7; n += 1) {
    const words = `第 ${n + 1} 条水渠塌了一段，下面十几亩田放不进水，去年修过又塌了。`.repeat(4);
    const { id } = await chen.call(requests.submit, matterFor('毛范例', { words, name: '陈示例', openness: 'public' }));
    await mao.call(requests.answer, { id, words: '已经请水利员去看过，下个月修。' });
    await api.runSchedules();
    await clerk.call(requests.moderate, { id, publish: true, answer: '已经请水利员去看过，下个月修。' });
    if (n === 6) await chen.call(requests.rate, { id, round: 1, outcome: 'solved' });
  }
  const { url } = await clerk.call(printBoard, {});
  const { pages } = readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toMatchObject({ width: expect.closeTo(841.89, 1), height: expect.closeTo(1190.55, 1) });
  const [first = ''] = pages.map(({ words }) => words);
  for (const said of ['公开栏', '代表自己说', '居民说', '解决了', '下个月修', '第 7 条水渠塌了一段'])
    expect(first).toContain(said);
  expect(pages.map(({ words }) => words).join('')).not.toContain('陈示例');
  // Nothing runs off the paper.
  for (const { texts, width, height } of pages)
    for (const text of texts)
      expect([text.text, text.x + text.width < width, text.baseline < height]).toEqual([text.text, true, true]);
});
