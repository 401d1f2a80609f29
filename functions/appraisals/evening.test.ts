import * as appraisals from '../../shared/appraisals/contract';
import { testApi } from '../testing/api';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  takeAs,
  withDepartments,
} from './testing/campaign';

/** A county has ten thousand, as in `VOTERS=10000 npx jest evening`. */
const VOTERS = Number(process.env.VOTERS ?? 150);
/** So many are at it at once; a busy machine takes longer, and nobody is to notice more than that. */
const AT_ONCE = 16;

const people = numbers(VOTERS).map((phone, at) => ({ key: `voter-${at}`, openid: `evening-${at}`, phone, label: '' }));
const api = testApi({ people });

test('the last evening: everybody comes, signs in, verifies a phone, votes once, and later looks at the result', async () => {
  const departments = await withDepartments(api);
  const office = await offices(api);
  const id = await openCampaign(api, office, draftOf(departments, inDays(api, 10), { electorates: ['residents'] }));
  const vote = async (key: string) => {
    const phone = await api.signedIn(key);
    await api.verifyPhone(phone, key);
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '121'));
  };
  await comingIn(({ key }) => vote(key));
  await passDays(api, 11);
  const seen: unknown[] = [];
  await comingIn(async () => void seen.push((await api.nobody.call(appraisals.results, { id })).ballots.residents));
  expect(seen).toEqual(people.map(() => ({ phone: VOTERS, paper: 0, blank: 0 })));
});

/** One after the other in each of some lines. @throws whatever the first of them met: nobody is to meet anything */
async function comingIn(work: (person: (typeof people)[number]) => Promise<void>): Promise<void> {
  const began = performance.now();
  const left = [...people];
  const line = async () => {
    for (let person = left.pop(); person; person = left.pop()) await work(person);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  if (process.env.VOTERS) process.stdout.write(`${VOTERS} in ${Math.round(performance.now() - began)} ms\n`);
}
