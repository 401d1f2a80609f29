import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { STATE_NAMES as SETTING_STATES } from '../../shared/directory/setting-change/states';
import { PICTURE_CHECK, WORDS_CHECK } from '../../shared/kernel/content-check';
import { EVENT_KINDS as PROMISE_KINDS } from '../../shared/promises/lifecycle';
import { EVENT_KINDS as OPINION_KINDS } from '../../shared/promises/opinion/lifecycle';
import { STATE_NAMES as OPINION_STATES } from '../../shared/promises/opinion/states';
import { EXTENSIONS, STATE_NAMES as PROMISE_STATES, SIDES, WHYS } from '../../shared/promises/states';
import { EVENT_KINDS } from '../../shared/requests/lifecycle';
import { ENDS, PUBLICATIONS, STATE_NAMES } from '../../shared/requests/states';
import { EVENT_KINDS as SUGGESTION_KINDS } from '../../shared/suggestions/lifecycle';
import {
  COSIGNER_STATES,
  OUTCOMES,
  SIDES as SUGGESTION_SIDES,
  STATE_NAMES as SUGGESTION_STATES,
} from '../../shared/suggestions/states';
import { STATE_NAMES as SLIP_STATES } from '../../shared/voting/slips/states';
import { REFUSALS, STATE_NAMES as WORDS_STATES } from '../../shared/voting/states';
import { testDatabase } from '../testing/server';
import { LIFECYCLES_FILE, LIVES, lifecyclesDocument } from './lifecycles';

const store = testDatabase();

test('docs/lifecycles.md says what the tables say (npm run lifecycles writes it)', () => {
  expect(readFileSync(LIFECYCLES_FILE, 'utf8')).toBe(lifecyclesDocument());
});

test('every life is in it', () => {
  const shared = join(__dirname, '../../shared');
  const tables = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[/\\]lifecycle\.ts$/.test(file),
  );
  const lives = tables.map((file) => dirname(file)).filter((folder) => folder !== 'kernel');
  expect(lives.sort()).toEqual(Object.keys(LIVES).sort());
});

/** What a check constraint lists: `state in ('a', 'b')`. */
async function listed(constraint: string): Promise<string[]> {
  const client = new Client({ connectionString: store.url });
  await client.connect();
  const { rows } = await client
    .query<{ text: string }>('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [
      constraint,
    ])
    .finally(() => client.end());
  return [...(rows[0]?.text ?? '').matchAll(/'([a-z_]+)'/g)].map(([, word]) => word ?? '').sort();
}

/** Every state that transitions name. */
function statesOf(transitions: object): string[] {
  const steps = Object.values(transitions) as Record<string, string>[];
  return [...new Set(steps.flatMap((step) => [...Object.keys(step), ...Object.values(step)]))];
}

test.each<[string, readonly string[]]>([
  ['request_state_check', STATE_NAMES],
  ['request_outcome_check', ENDS],
  ['request_publication_check', PUBLICATIONS],
  ['request_event_kind_check', EVENT_KINDS],
  ['request_text_check_check', statesOf(WORDS_CHECK)],
  ['picture_state_check', statesOf(PICTURE_CHECK)],
  ['promise_state_check', PROMISE_STATES],
  ['promise_extension_check', EXTENSIONS],
  ['promise_why_check', WHYS],
  ['promise_event_kind_check', PROMISE_KINDS],
  ['promise_event_side_check', SIDES],
  ['poll_words_state_check', WORDS_STATES],
  ['poll_words_refused_for_check', REFUSALS],
  ['opinion_state_check', OPINION_STATES],
  ['opinion_event_kind_check', OPINION_KINDS],
  ['poll_slip_state_check', SLIP_STATES],
  ['setting_change_state_check', SETTING_STATES],
  ['suggestion_state_check', SUGGESTION_STATES],
  ['suggestion_outcome_check', OUTCOMES],
  ['suggestion_cosigner_state_check', COSIGNER_STATES],
  ['suggestion_event_kind_check', SUGGESTION_KINDS],
  ['suggestion_event_side_check', SUGGESTION_SIDES],
])('the database allows what the table knows, and nothing else: %s', async (constraint, words) => {
  expect(await listed(constraint)).toEqual([...words].sort());
});
