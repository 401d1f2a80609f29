import * as appraisals from '../../shared/appraisals/contract';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
  withDepartments,
} from '../appraisals/testing/campaign';
import { verify } from '../appraisals/testing/verify';
import { COUNTY, testApi } from '../testing/api';

const api = testApi();
const VOTERS = 12;
type Stored = { leaf: Buffer; sealed: Buffer };

/** A byte in the middle is another. */
const bent = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const at = copy.length >> 1;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

/** What somebody who can write to the database does to a ballot, the one beside it at hand. */
const CHANGES: [what: string, change: (row: Stored, beside: Stored) => Partial<Stored>][] = [
  ['a byte of it is another', ({ sealed }) => ({ sealed: bent(sealed) })],
  ['it is cut off', ({ sealed }) => ({ sealed: sealed.subarray(0, 5) })],
  ['it is somebody else’s', (_, { sealed, leaf }) => ({ sealed, leaf })],
  ['its leaf is another', ({ leaf }) => ({ leaf: bent(leaf) })],
];

let departments: string[];
beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});

test.each(CHANGES)(
  'a ballot changed by hand is not counted, and everybody can see that one is missing: %s',
  async (_, change) => {
    const office = [await api.signedIn('admin'), await api.signedIn('lin')] as const;
    const draft = draftOf(departments, inDays(api, 10), { electorates: ['residents'], threshold: 3 });
    const id = await openCampaign(api, office, draft);
    for (const phone of await residents(api, numbers(VOTERS))) {
      const taken = await takeAs(phone, id);
      await castAs(phone, id, taken, all(taken, '111'));
    }
    await api.store.owner.inTenant(COUNTY, async (tx) => {
      const [row, beside] = await tx.selectFrom('ballot').selectAll().where('poll_id', '=', id).limit(2).execute();
      if (!row || !beside) throw new Error('nobody voted');
      await tx
        .updateTable('ballot')
        .set(change(row, beside))
        .where('poll_id', '=', id)
        .where('voter', '=', row.voter)
        .execute();
    });
    await passDays(api, 11);

    const admin = await api.signedIn('admin');
    const { state, count } = await admin.call(appraisals.preparation, { id });
    expect(state).toBe('published');
    expect(count).toMatchObject({ inBox: VOTERS, counted: VOTERS - 1 });
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents?.phone).toBe(VOTERS - 1);
    const { url } = await api.nobody.call(appraisals.file, { id });
    const list = await (await fetch(url)).text();
    expect(JSON.parse(/^S (.*)$/m.exec(list)?.[1] ?? '')).toMatchObject({
      inBox: VOTERS,
      counted: VOTERS - 1,
      unreadable: 1,
    });
    // The list that stays is sound; whoever cast the other misses their receipt in it.
    expect(list.match(/^B /gm)).toHaveLength(VOTERS - 1);
    expect(verify(list).sound).toBe(true);
  },
);
