import { sql } from 'kysely';
import { contexts } from '../contexts';
import { testDatabase } from '../testing/server';

/**
 * No table is forgotten when a person asks what is kept of them, or has it erased (个人信息保护法 第四十五、四十七条). Every table of the schema stands here: what of a
 * person it holds, which context shows it, and which erases it; or why not. A new table, and a new column that looks like one of a person, fails
 * until somebody has thought of it.
 */
const store = testDatabase();

type Holds = 'words' | 'number' | 'name' | 'id';
/** The context that shows or erases it; or why nobody does. */
type By = keyof typeof contexts | { why: string };
type Kept = { holds: readonly Holds[]; shown: By; erased: By };

const NOBODY = 'nothing of a person';
const PUBLIC = 'who holds a public office, and what is official of it (代表法 第五十八条): no private person';
const BY_OFFICE =
  'who did it in office, by id alone: the law wants it kept, and the id is nobody’s once the person is forgotten';
const OFFICIAL = 'words of an authority, which are no private person’s';
const OF_DEPUTIES =
  'what deputies do in office is recorded (代表法 第五十八条): it names the deputy of the roster, and the id is nobody’s once the person is forgotten';
const nothing = { holds: [], shown: { why: NOBODY }, erased: { why: NOBODY } } as const;
const publicOnes = { holds: ['name'], shown: { why: PUBLIC }, erased: { why: PUBLIC } } as const;
const byOffice = (...more: Holds[]): Kept => ({
  holds: ['id', ...more],
  shown: { why: more.length ? OFFICIAL : BY_OFFICE },
  erased: { why: BY_OFFICE },
});

const TABLES: Record<string, Kept> = {
  person: { holds: ['name', 'number', 'id'], shown: 'identity', erased: 'identity' },
  membership: { holds: ['name', 'number', 'id'], shown: 'identity', erased: 'identity' },
  session: { holds: ['id'], shown: 'identity', erased: 'identity' },
  session_token: {
    holds: [],
    shown: { why: 'hashes of what a phone keeps' },
    erased: { why: 'goes with its session' },
  },
  second_factor: { holds: ['id'], shown: 'identity', erased: 'identity' },
  second_factor_backup: { holds: ['id'], shown: 'identity', erased: { why: 'goes with its second factor' } },
  desk_sign_in: { holds: ['id'], shown: { why: 'lives for five minutes' }, erased: 'identity' },
  audit_log: {
    holds: ['id', 'words'],
    shown: 'identity',
    erased: {
      why: 'at least six months, and nobody can change it (网络安全法 第二十一条): the id is nobody’s once the person is forgotten',
    },
  },
  audit_link: nothing,
  audit_unlinked: nothing,
  idempotency: { holds: ['id', 'words'], shown: { why: 'replies that were read already' }, erased: 'identity' },
  daily_count: { holds: ['id'], shown: { why: 'how often, today' }, erased: { why: 'forgotten every night' } },
  outbox: {
    holds: ['id'],
    shown: { why: 'what is about to be done' },
    erased: { why: 'ids alone, gone once it is done' },
  },
  request: { holds: ['words', 'name', 'number', 'id'], shown: 'requests', erased: 'requests' },
  request_event: {
    holds: ['words', 'name', 'id'],
    shown: 'requests',
    erased: {
      why: 'the way a matter went is kept (信访工作条例 第二十二条): without the resident’s name, and nobody can change it; a name in it is of who looked at a phone in office',
    },
  },
  request_search: {
    holds: ['words'],
    shown: { why: 'the words of the request once more' },
    erased: { why: 'as the words themselves' },
  },
  request_apart: byOffice(),
  request_figure: nothing,
  request_figure_change: nothing,
  board_matter: {
    holds: ['words'],
    shown: { why: 'the public words of the request once more' },
    erased: { why: 'as the public words themselves: no name is in them' },
  },
  board_report: { holds: ['words', 'id'], shown: 'requests', erased: 'requests' },
  picture: {
    holds: ['id'],
    shown: 'pictures',
    erased: { why: 'part of the matter that is kept; what was never sent is swept' },
  },
  media_check: nothing,
  notification: { holds: ['words', 'id'], shown: 'notifications', erased: 'notifications' },
  subscription: { holds: ['id'], shown: { why: 'how many messages WeChat may still bring' }, erased: 'notifications' },
  text_message: {
    holds: [],
    shown: { why: 'of whoever has no account, and so nobody asks with; the number is not in it' },
    erased: { why: 'goes by itself after ninety days' },
  },
  promise_follower: { holds: ['id'], shown: 'promises', erased: 'promises' },
  promise: { holds: ['words'], shown: { why: OFFICIAL }, erased: { why: OFFICIAL } },
  promise_event: byOffice('words'),
  promise_report: nothing,
  promise_report_paper: { holds: ['words'], shown: { why: OFFICIAL }, erased: { why: OFFICIAL } },
  promise_report_receipt: { holds: ['words', 'id'], shown: 'promises', erased: { why: OF_DEPUTIES } },
  promise_report_event: byOffice('words'),
  opinion: { holds: ['words'], shown: { why: OFFICIAL }, erased: { why: OFFICIAL } },
  opinion_event: byOffice('words'),
  assignment: nothing,
  assignment_event: byOffice(),
  recusal: { holds: ['words', 'id'], shown: 'assignments', erased: 'assignments' },
  assignment_part: { holds: ['words'], shown: { why: OFFICIAL }, erased: { why: OFFICIAL } },
  assignment_part_event: byOffice('words'),
  suggestion: { holds: ['words'], shown: 'suggestions', erased: { why: OF_DEPUTIES } },
  suggestion_cosigner: { holds: ['words'], shown: 'suggestions', erased: { why: OF_DEPUTIES } },
  suggestion_request: {
    holds: [],
    shown: { why: 'which requests are in it' },
    erased: { why: 'ids of requests alone' },
  },
  suggestion_event: { holds: ['words', 'id'], shown: 'suggestions', erased: { why: OF_DEPUTIES } },
  campaign: { holds: ['words'], shown: { why: OFFICIAL }, erased: { why: OFFICIAL } },
  campaign_event: byOffice(),
  campaign_report: byOffice('words'),
  campaign_report_reader: byOffice(),
  ballot: {
    holds: [],
    shown: 'voting',
    erased: { why: 'a ballot is nobody’s: no name is in it, and it is counted (decision 28)' },
  },
  poll_roll: { holds: [], shown: 'voting', erased: { why: 'an HMAC of a phone, whose key is destroyed at the close' } },
  poll_words: {
    holds: ['words', 'id'],
    shown: 'voting',
    erased: { why: 'words of a ballot, which is nobody’s; the ids are of who screened them in office' },
  },
  poll_leaf: nothing,
  poll_count: nothing,
  poll_turnout: nothing,
  poll_key: nothing,
  poll: nothing,
  poll_screener: byOffice(),
  poll_slip: byOffice('words'),
  poll_slip_book: nothing,
  poll_slip_entry: byOffice(),
  poll_issue: byOffice(),
  slip_series: nothing,
  deputy: publicOnes,
  deputy_away: { holds: [], shown: { why: PUBLIC }, erased: { why: PUBLIC } },
  deputy_code: nothing,
  mandate: nothing,
  station: publicOnes,
  department: publicOnes,
  ward: nothing,
  ward_village: nothing,
  ward_unit: nothing,
  station_village: nothing,
  setting_change: byOffice('words'),
  boundary: nothing,
  former_division: nothing,
  schedule_run: { holds: [], shown: { why: 'which process runs a schedule' }, erased: { why: NOBODY } },
  county: nothing,
  division: nothing,
  migration: nothing,
};

/** How a column of a person is called. */
const COLUMNS: [Holds, RegExp][] = [
  ['id', /^(person|resident|owner)_id$|^(entered|marked|decided|spoil|changed)_by$|^who$|^openid$/],
  ['number', /^(phone|contact)_(cipher|hash)$/],
  ['words', /^(words|body|reason|public_words|public_answer|form|spoil_reason)$/],
  ['name', /^name$/],
];
/** Whose name it is when it is no person's. */
const NAMES_OF_THINGS = ['county', 'division', 'ward', 'ward_unit', 'schedule_run', 'migration'];

const columns = () =>
  store.owner.withoutTenant(async (tx) => {
    const { rows } = await sql<{ table: string; column: string }>`
      select c.relname::text as table, a.attname::text as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1, 2`.execute(tx);
    return rows;
  });

test('every table of the schema is on the list, and nothing else', async () => {
  const tables = [...new Set((await columns()).map(({ table }) => table))];
  expect(Object.keys(TABLES).sort()).toEqual(tables);
});

test('a column that is called as one of a person is said to hold it', async () => {
  const unsaid = (await columns()).flatMap(({ table, column }) =>
    COLUMNS.flatMap(([holds, called]) => {
      const isThing = holds === 'name' && NAMES_OF_THINGS.includes(table);
      return called.test(column) && !isThing && !TABLES[table]?.holds.includes(holds)
        ? [`${table}.${column}: ${holds}`]
        : [];
    }),
  );
  expect(unsaid).toEqual([]);
});

const ownDataOf = async (context: keyof typeof contexts) =>
  (await (await contexts[context]?.())?.plug.ownData?.())?.ownData;

test('who is said to show a table, or to erase it, does; and where nobody does, it is said why', async () => {
  for (const [table, { shown, erased }] of Object.entries(TABLES)) {
    for (const by of [shown, erased])
      if (typeof by === 'object') expect([table, by.why.length > 8]).toEqual([table, true]);
    if (typeof shown === 'string')
      expect([table, (await ownDataOf(shown))?.parts]).toEqual([table, expect.any(Function)]);
    if (typeof erased === 'string')
      expect([table, (await ownDataOf(erased))?.erase]).toEqual([table, expect.any(Function)]);
  }
});
