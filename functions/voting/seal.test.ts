import type { Ballot } from '../../shared/voting/ballot';
import { canonical } from '../../shared/voting/definition';
import { textOf } from './seal';

test('the text of a ballot is its canonical JSON, however its keys stand', () => {
  const sheets = [
    { subject: 'a', answers: '12', words: '路“坏”了' },
    { answers: '00', subject: 'b' },
  ];
  const ballot: Ballot = { id: 'f0', electorate: 'residents', station: null, channel: 'phone', sheets };
  expect(textOf(ballot)).toBe(canonical(ballot));
  expect(textOf({ ...ballot, station: 's' })).toBe(canonical({ ...ballot, station: 's' }));
});
