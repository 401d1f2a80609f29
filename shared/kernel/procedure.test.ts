import * as z from 'zod/mini';
import { hasBody, pathNames, problemsOf, procedure } from './procedure';

const base = procedure({
  name: 'tests.get',
  summary: '试',
  method: 'GET',
  path: '/tests/{id}/of/{other}',
  who: 'anyone',
  input: z.strictObject({ id: z.string(), other: z.string() }),
  reply: z.object({}),
  problems: ['not_found'],
  rate: 'public',
});

test('what a procedure can end in follows from what it asks for', () => {
  const open = ['invalid_input', 'county_unknown', 'county_retired', 'too_many', 'internal', 'database_away'];
  const session = ['not_signed_in', 'session_ended', 'not_allowed', 'other_county'];
  expect(problemsOf(base)).toEqual([...open, 'not_found']);
  expect(problemsOf({ ...base, who: ['deputy'] })).toEqual([...open, ...session, 'not_found']);
  expect(problemsOf({ ...base, method: 'POST', who: ['resident'], phone: true, idempotent: true })).toEqual([
    ...open,
    ...session,
    'phone_needed',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'too_large',
    'unsupported_media',
    'not_found',
  ]);
});

test('names in the path are found in their order; only POST and PUT have a body', () => {
  expect(pathNames(base)).toEqual(['id', 'other']);
  expect(['GET', 'DELETE', 'POST', 'PUT'].map((method) => hasBody({ ...base, method: method as 'GET' }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
