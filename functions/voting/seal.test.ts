import { createSecretKey, randomBytes } from 'node:crypto';
import type { Ballot } from '../../shared/voting/ballot';
import { canonical } from '../../shared/voting/definition';
import { leafOf, makeBallot, openBallot } from './seal';

const seal = createSecretKey(randomBytes(32));
const voter = randomBytes(32);
const sheets = [
  { subject: 'a', answers: '12', words: '路“坏”了' },
  { answers: '00', subject: 'b' },
];

test.each([null, 's'])(
  'a ballot opens as its canonical JSON, however its keys stood, and its leaf is of that',
  (station) => {
    const given = { sheets, station, electorate: 'residents', channel: 'phone' } as const;
    const { leaf, sealed } = makeBallot(seal, { ...given, voter, revision: 1 });
    const text = openBallot(seal, sealed, voter);
    const { id, ...said }: Ballot = JSON.parse(text);
    expect(said).toEqual(given);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(text).toBe(canonical({ id, ...given }));
    expect(leaf).toEqual(leafOf(text));
  },
);

test('the same ballot made again is the same, bit for bit; changed, later, or of somebody else it is another', () => {
  const made = (changes: object = {}) =>
    makeBallot(seal, {
      voter,
      revision: 1,
      electorate: 'residents',
      station: null,
      channel: 'phone',
      sheets,
      ...changes,
    });
  expect(made()).toEqual(made({ sheets: sheets.map((sheet) => Object.fromEntries(Object.entries(sheet).reverse())) }));
  for (const changes of [{ revision: 2 }, { voter: randomBytes(32) }, { sheets: sheets.slice(1) }]) {
    expect(made(changes).leaf).not.toEqual(made().leaf);
    expect(made(changes).sealed.subarray(0, 12)).not.toEqual(made().sealed.subarray(0, 12));
  }
});
