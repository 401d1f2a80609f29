import { suppress } from './suppress';
import { campaign } from './testing/campaign';

test('an appraisal of 23 departments at 14 stations, 4 items, 2 electorates', () => {
  const publication = campaign(23, 14, 4);
  expect([publication.cells.length, publication.relations.length]).toEqual([16_560, 3_864]);
  const { hidden, exposed } = suppress(publication);
  expect(exposed).toEqual([]);
  const pattern = new Set(hidden);
  expect(publication.cells.filter(({ id, value }) => value > 0 && value < 5 && !pattern.has(id))).toEqual([]);
  expect(publication.cells.filter(({ id, value }) => value === 0 && pattern.has(id))).toEqual([]);
});
