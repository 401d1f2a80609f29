import { current, promised, results } from '../../../shared/appraisals/contract';
import { testApi } from '../../testing/api';
import { seedAppraisals } from './appraisals';
import { seedDepartments } from './departments';

const api = testApi();

test('one is open; last year’s was counted and published, and shows its numbers', async () => {
  await seedDepartments(api.services);
  await seedAppraisals(api.services);
  const { appraisals } = await api.nobody.call(current, {});
  expect(appraisals.map(({ state }) => state)).toEqual(['open', 'published']);
  const { ballots, stations, subjects, counts } = await api.nobody.call(results, { id: appraisals[1]?.id ?? '' });
  expect(ballots).toMatchObject({ residents: { phone: 300 } });
  const at = (place: number) =>
    counts.filter(({ electorate, station }) => electorate === 'residents' && station === place).length;
  expect(at(-1)).toBeGreaterThan(subjects.length * 15);
  expect(at(stations.findIndex(({ name }) => name === '草坪村代表联络站'))).toBeGreaterThan(subjects.length * 12);
  const { departments } = await api.nobody.call(promised, { id: appraisals[1]?.id ?? '' });
  const states = departments.flatMap(({ promises }) => promises.map(({ state, late }) => [state, late]));
  expect(states.sort()).toEqual([
    ['kept', 0],
    ['not_kept', 20],
    ['promised', 0],
    ['said_done', 0],
  ]);
  expect(departments.map(({ opinion }) => opinion?.state).sort()).toEqual(['answered', 'sent']);
  await api.runSchedules();
  await api.standIn.post('/picture-checks', { suggest: 'pass' });
  const { departments: checked } = await api.nobody.call(promised, { id: appraisals[1]?.id ?? '' });
  const pictures = checked.flatMap(({ promises }) =>
    promises.flatMap(({ state, events }) => events.flatMap(({ pictures = [] }) => pictures.map(() => state))),
  );
  expect(pictures.sort()).toEqual(['kept', 'said_done']);
});
