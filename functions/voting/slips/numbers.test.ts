import * as appraisals from '../../../shared/appraisals/contract';
import { spoilSlip } from '../../../shared/voting/contract';
import { sumOfSlips } from '../../../shared/voting/slips/counts';
import { all, castAs, numbers, passDays, residents, takeAs } from '../../appraisals/testing/campaign';
import { verify } from '../../appraisals/testing/verify';
import { testApi } from '../../testing/api';
import { enterAs, issueAs, prepareDesk, signInDesk, withBook } from '../testing/slips';

const api = testApi();

test('five numbers of phones and slips together: nothing is counted twice, and nothing is missing', async () => {
  const desk = { ...(await prepareDesk(api)), ...(await signInDesk(api)) };
  const { office, clerk } = desk;
  const book = await withBook(api, desk, [9, 6]);
  const { id } = book;
  // Six take their ballot on the phone, five cast it, and one of these takes a slip instead.
  const phones = numbers(6);
  for (const [at, phone] of (await residents(api, phones)).entries()) {
    const taken = await takeAs(phone, id);
    if (at < 5) await castAs(phone, id, taken, all(taken, '111'));
  }
  await issueAs(clerk, book, phones[0]);
  const [one, two, three, four, waiting, spoiled, torn] = book.serials;
  for (const serial of [one, two, three, four] as string[]) {
    await enterAs(clerk, id, serial, '111');
    await enterAs(office[0], id, serial, '111');
  }
  await enterAs(clerk, id, waiting as string, '111');
  for (const by of [clerk, office[0]]) {
    await by.call(spoilSlip, { id, slip: spoiled as string, reason: '写错，换了一张', handedOut: true });
    await by.call(spoilSlip, { id, slip: torn as string, reason: '印坏了', handedOut: false });
  }
  await passDays(api, 11);
  const { ballots, numbers: five, slips = [] } = await api.nobody.call(appraisals.results, { id });
  const { residents: told } = five ?? {};
  const paper = sumOfSlips(slips.map(({ counts }) => counts));
  expect(paper).toMatchObject({ printed: 9, issued: 7, returned: 6, entered: 4, waiting: 1, spoiled: 2, out: 1 });
  expect(ballots.residents).toMatchObject({ phone: 4, paper: 4 });
  // Given out: five phones that did not give way to paper, and seven slips. Back: four and four that count, one nobody typed twice and one that
  // was spoiled. The slip that was torn in its book was never given out, so it did not come back.
  expect(told).toMatchObject({ issued: 5 + 7, returned: 4 + 4 + 1 + 1, present: 8, valid: 8, blank: 0 });
  // What is out: a phone that did not cast, and a slip.
  expect((told?.issued ?? 0) - (told?.returned ?? 0)).toBe(1 + paper.out);
  const { url } = await api.nobody.call(appraisals.file, { id });
  const { words } = verify(await (await fetch(url)).text());
  expect(words).toContain('发出 12，收回 10，实到 8，有效 8');
  expect(words).toContain('都对得上。');
});
