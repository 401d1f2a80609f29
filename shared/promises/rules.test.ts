import { questionDay } from './rules';

const TODAY = '2026-11-26';
const promise = (state: 'promised' | 'said_done' | 'kept' | 'not_kept', dueOn: string) => ({ state, dueOn });

test('it is asked on the last day of what is not kept, and never before today', () => {
  expect(questionDay([promise('promised', '2026-12-15'), promise('promised', '2026-12-01')], TODAY)).toBe('2026-12-15');
  expect(questionDay([promise('kept', '2026-12-15'), promise('said_done', '2026-12-01')], TODAY)).toBe('2026-12-01');
  expect(questionDay([promise('kept', '2026-12-15')], TODAY)).toBe(TODAY);
  expect(questionDay([promise('not_kept', '2026-11-20'), promise('kept', '2026-12-15')], TODAY)).toBe(TODAY);
});
