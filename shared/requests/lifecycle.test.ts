import {
  type Act,
  ANSWERS,
  actsOf,
  clocksOf,
  EVENT_KINDS,
  type EventKind,
  type Facts,
  knowsName,
  mayRead,
  NUMBER_READERS,
  refusal,
  rowOf,
  SIDES,
  type Side,
  STAGES,
  stageOf,
  VIEWERS,
  viewersOf,
  wayOf,
} from './lifecycle';
import {
  ANSWERED,
  ENDED,
  ENDS,
  isIn,
  OPEN,
  QUESTIONED,
  STATE_NAMES,
  UNDER_WAY,
  UNFINISHED,
  WAITING_FOR_RESIDENT,
} from './states';

const NEW: Facts = {
  state: 'with_deputy',
  outcome: null,
  round: 1,
  nameFor: 'deputy',
  contact: 'own',
  taken: false,
  free: false,
  term: 'runs',
  publication: null,
  wordsPassed: true,
  inDoubt: false,
  silenceIsOver: false,
  canWithdrawRating: false,
  canReopen: false,
  deputyIsOwn: false,
  department: 'none',
  returns: 0,
  asks: 'none',
  promised: false,
  questionIsOver: false,
  handover: 'none',
  onPaper: false,
  merged: false,
  numbered: false,
  hotlineFrom: null,
  isOffice: false,
  self: { isOwn: false, hasAnswered: false, hasAnsweredThisRound: false, hasSpoken: false },
};
const OWN = { ...NEW.self, isOwn: true };
const may = (changes: Partial<Facts>, ...sides: Side[]): Act[] => actsOf({ ...NEW, ...changes }, sides).sort();
const resident = ['resident', 'speaker'] as const;

test('the groups part the states, and nothing is in none', () => {
  // What no list of a resident asks for would be nowhere.
  const parts = [UNDER_WAY, WAITING_FOR_RESIDENT, ENDED].flat();
  expect([...parts].sort()).toEqual([...STATE_NAMES].sort());
  expect([OPEN, QUESTIONED, ANSWERED, UNFINISHED]).toEqual([
    ['with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline', 'asked'],
    ['asked'],
    ['answered'],
    ['with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline', 'asked', 'answered'],
  ]);
  expect(isIn('closed', ENDED)).toBe(true);
});

test('what ends a matter is how it ended, but for what did before', () => {
  const ending = EVENT_KINDS.filter((kind) =>
    Object.values(rowOf(kind).from).some((ways) =>
      [ways ?? []].flat().some(({ to }) => to !== 'same' && isIn(to, ENDED)),
    ),
  );
  expect([...ending, 'partly'].sort()).toEqual([...ENDS].sort());
});

test('what a resident may do follows from where the matter is', () => {
  expect(may({}, ...resident)).toEqual(['supplement', 'withdraw']);
  expect(may({ taken: true }, ...resident)).toEqual(['supplement']);
  expect(may({ round: 2 }, ...resident)).toEqual(['supplement']);
  expect(may({ state: 'answered' }, ...resident)).toEqual(['rate', 'supplement']);
  expect(may({ state: 'closed', outcome: 'lapsed' }, ...resident)).toEqual(['rate']);
  expect(may({ state: 'closed', outcome: 'solved', publication: 'published' }, ...resident)).toEqual([
    'withdrawConsent',
  ]);
  expect(may({ state: 'closed', outcome: 'solved' }, ...resident)).toEqual([]);
});

test('what was said to be solved can be taken back for a while, or said not to be so', () => {
  const solved = { state: 'closed', outcome: 'solved' } as const;
  expect(may({ ...solved, canReopen: true, canWithdrawRating: true }, ...resident)).toEqual([
    'reopen',
    'withdrawRating',
  ]);
  expect(may({ ...solved, canReopen: true }, ...resident)).toEqual(['reopen']);
  expect(may({ ...solved, canReopen: true, canWithdrawRating: true }, 'deputy', 'station')).not.toContain('reopen');
  const facts = { ...NEW, ...solved, canReopen: true, canWithdrawRating: true };
  expect(wayOf('rating_withdrawn', facts)).toMatchObject({ to: 'answered', clock: 'keep', silence: 'start' });
  expect(wayOf('not_solved_after_all', facts)).toMatchObject({ to: 'with_deputy', clock: 'restart' });
  expect(refusal('not_solved', facts, resident)).toBe('request_closed');
});

test('only “solved” closes; what is open stays with the deputy', () => {
  const answered = { ...NEW, state: 'answered' as const };
  expect(wayOf('solved', answered).to).toBe('closed');
  for (const said of ['partly', 'not_solved'] as const)
    expect(wayOf(said, answered)).toMatchObject({ to: 'with_deputy', clock: 'restart', silence: 'stop' });
});

test('who entered it speaks until its resident has signed in, and prints', () => {
  expect(may({}, 'entrant', 'speaker')).toEqual(['print', 'supplement', 'withdraw']);
  expect(may({}, 'entrant')).toEqual(['print']);
});

test('the phone is corrected by who entered it and its station until somebody confirmed, and by nobody whose answer it is', () => {
  for (const contact of ['none', 'left'] as const) {
    expect(may({ contact }, 'entrant')).toEqual(['correctContact', 'print']);
    expect(may({ contact }, 'station')).toContain('correctContact');
    expect(may({ contact, state: 'closed', outcome: 'solved' }, 'entrant')).toContain('correctContact');
    expect(may({ contact }, 'station', 'deputy')).not.toContain('correctContact');
    expect(may({ contact, self: { ...NEW.self, hasAnswered: true } }, 'entrant')).not.toContain('correctContact');
  }
  const others = ['resident', 'speaker', 'deputy', 'colleague', 'contact', 'clock'] as const;
  expect(refusal('contact_corrected', { ...NEW, contact: 'left' }, others)).toBe('not_found');
  expect(refusal('contact_corrected', { ...NEW, contact: 'confirmed' }, ['entrant'])).toBe('contact_confirmed');
  expect(refusal('contact_corrected', NEW, ['station'])).toBe('not_found');
});

test('whose phone it is say whether it is theirs, while it is nobody’s, and read nothing before', () => {
  const left = { ...NEW, contact: 'left' as const };
  for (const event of ['contact_linked', 'contact_declined'] as const) {
    expect(refusal(event, left, ['contact'])).toBeNull();
    for (const contact of ['own', 'none', 'confirmed'] as const)
      expect(refusal(event, { ...NEW, contact }, ['contact'])).toBe('not_found');
    const others = ['resident', 'speaker', 'entrant', 'station', 'deputy', 'colleague', 'clock'] as const;
    expect(refusal(event, left, others)).toBe('not_found');
    expect(wayOf(event, left)).toEqual({ to: 'same', clock: 'keep', silence: 'keep' });
  }
  expect(viewersOf(left, ['contact'])).toEqual([]);
  expect(actsOf(left, ['contact'])).toEqual([]);
});

test('a deputy answers, asks and passes on while an answer is owed, and may say more afterwards', () => {
  expect(may({}, 'deputy')).toEqual(['answer', 'ask', 'note', 'pass', 'refer']);
  for (const state of ['with_station', 'with_department'] as const) expect(may({ state }, 'deputy')).toEqual(['note']);
  expect(may({ state: 'asked' }, 'deputy')).toEqual(['answer', 'note', 'pass']);
  expect(may({ state: 'answered' }, 'deputy')).toEqual(['answer', 'note']);
  expect(may({ state: 'closed', outcome: 'solved' }, 'deputy')).toEqual(['note']);
  expect(may({ term: 'ended' }, 'deputy')).toEqual([]);
});

test('a colleague takes what is free, the station assigns, moderates and reviews', () => {
  expect(may({ free: true }, 'colleague')).toEqual(['take']);
  expect(may({ free: false }, 'colleague')).toEqual([]);
  expect(may({ free: true, state: 'answered' }, 'colleague')).toEqual([]);
  const station = may({ publication: 'pending', inDoubt: true }, 'station');
  expect(station).toEqual([
    'awaitHotline',
    'hideWords',
    'merge',
    'moderate',
    'note',
    'numberHotline',
    'print',
    'reassign',
    'reviewContent',
    'seePhone',
    'sendToOffice',
  ]);
});

test('nobody is both sides (decision 14)', () => {
  const doubted = { publication: 'pending', inDoubt: true } as const;
  const answered = { ...NEW.self, hasAnswered: true };
  expect(may({ ...doubted, self: answered }, 'entrant', 'station', 'speaker')).toEqual([
    'awaitHotline',
    'merge',
    'note',
    'numberHotline',
    'print',
    'reassign',
    'sendToOffice',
  ]);
  expect(may({ ...doubted }, 'deputy', 'station')).toEqual([
    'answer',
    'ask',
    'awaitHotline',
    'merge',
    'note',
    'numberHotline',
    'pass',
    'print',
    'reassign',
    'refer',
    'sendToOffice',
  ]);
  const spoke = { ...NEW.self, hasSpoken: true };
  expect(may({ free: true, self: spoke }, 'station', 'colleague')).not.toContain('take');
  expect(may({ self: spoke }, 'deputy')).toEqual(['ask', 'note', 'pass', 'refer']);
  expect(may({ self: OWN }, 'resident', 'speaker', 'deputy')).toEqual(['supplement', 'withdraw']);
  expect(refusal('answered', { ...NEW, self: OWN }, ['resident', 'speaker', 'deputy'])).toBe('own_matter');
  expect(refusal('solved', { ...NEW, state: 'answered', self: { ...OWN, hasAnsweredThisRound: true } }, resident)).toBe(
    'own_answer',
  );
});

test('what is handled with another is answered there, and not where it lies; its resident adds, and takes it back while nobody looked', () => {
  const merged = { merged: true };
  expect(stageOf({ ...NEW, ...merged })).toBe('merged');
  expect(may(merged, 'deputy')).toEqual(['note']);
  expect(may(merged, 'colleague')).toEqual([]);
  expect(viewersOf({ ...NEW, ...merged, free: true }, ['colleague'])).toEqual([]);
  expect(may(merged, ...resident)).toEqual(['supplement', 'withdraw']);
  expect(may({ ...merged, taken: true }, ...resident)).toEqual(['supplement']);
  expect(may(merged, 'station')).toEqual(['hideWords', 'note', 'numberHotline', 'print', 'seePhone', 'unmerge']);
  expect(refusal('answered', { ...NEW, ...merged }, ['deputy'])).toBe('is_merged');
  expect(refusal('taken', { ...NEW, ...merged }, ['colleague'])).toBe('is_merged');
  expect(refusal('merged', { ...NEW, ...merged }, ['station'])).toBe('is_merged');
  expect(refusal('merged', { ...NEW, ...merged }, ['clock'])).toBeNull();
  expect(refusal('gained', { ...NEW, ...merged }, ['station'])).toBe('is_merged');
  const along = { ...NEW, ...merged, along: true };
  for (const [event, side] of [
    ['answered', 'deputy'],
    ['department_answered', 'department'],
  ] as const) {
    expect(refusal(event, along, [side])).toBeNull();
    expect(wayOf(event, along)).toMatchObject({ to: 'answered', clock: 'stop', silence: 'start' });
  }
  expect(refusal('answered', { ...along, self: OWN }, ['deputy'])).toBe('own_matter');
});

test('a station puts together what is not answered; what a department has can only lead; answered, it stays together', () => {
  expect(may({}, 'station')).toContain('merge');
  expect(may({ state: 'with_department', department: 'serves' }, 'station')).toContain('merge');
  expect(refusal('merged', { ...NEW, state: 'with_department' }, ['station'])).toBe('department_leads');
  expect(refusal('gained', { ...NEW, state: 'with_department' }, ['station'])).toBeNull();
  for (const state of ['asked', 'closed'] as const) expect(may({ state }, 'station')).not.toContain('merge');
  expect(refusal('merged', { ...NEW, state: 'answered' }, ['station'])).toBe('not_waiting_for_answer');
  expect(refusal('unmerged', { ...NEW, state: 'answered' }, ['station'])).toBe('merge_answered');
  for (const side of ['deputy', 'department', 'resident', 'colleague'] as const)
    for (const event of ['merged', 'gained', 'unmerged', 'kept_apart'] as const)
      expect(refusal(event, { ...NEW, merged: event === 'unmerged' }, [side])).toBe('not_found');
});

/** Every combination of what the table asks about, as far as it can be. */
function everyFacts(): Facts[] {
  const bool = [true, false];
  return STAGES.flatMap((stage) =>
    bool.flatMap((free) =>
      bool.flatMap((taken) =>
        (['runs', 'ended', 'nobody'] as const).flatMap((term) =>
          bool.flatMap((isOwn) =>
            bool.map((doubted) => ({
              ...NEW,
              state: stage === 'lapsed' ? ('closed' as const) : stage === 'merged' ? ('with_deputy' as const) : stage,
              merged: stage === 'merged',
              outcome: stage === 'lapsed' ? ('lapsed' as const) : stage === 'closed' ? ('solved' as const) : null,
              free,
              taken,
              term,
              inDoubt: doubted,
              publication: doubted ? ('pending' as const) : null,
              self: { ...NEW.self, isOwn },
            })),
          ),
        ),
      ),
    ),
  );
}

test('a side that no row names may do nothing, and reads nothing', () => {
  const nobody = ['reporter' as Side];
  for (const facts of everyFacts()) {
    expect(actsOf(facts, nobody)).toEqual([]);
    expect(viewersOf(facts, nobody)).toEqual([]);
  }
  expect(EVENT_KINDS.filter((kind) => mayRead(kind, 'reporter' as 'resident'))).toEqual([]);
});

test('only the resident’s side rates, adds and takes back; what is closed by their word long ago stays closed', () => {
  const theirs: EventKind[] = ['solved', 'partly', 'not_solved', 'supplemented', 'withdrawn', 'consent_withdrawn'];
  theirs.push('rating_withdrawn', 'not_solved_after_all');
  const others: Side[] = ['entrant', 'deputy', 'colleague', 'station', 'clock'];
  for (const facts of everyFacts()) {
    for (const event of theirs) expect(refusal(event, facts, others)).toBe('not_found');
    if (stageOf(facts) !== 'closed') continue;
    const moved = EVENT_KINDS.filter((kind) => refusal(kind, facts, Object.keys(SIDES) as Side[]) === null);
    for (const kind of moved) expect(wayOf(kind, facts).to).toBe('same');
  }
});

test('notes stay between the deputy and the station; what was approved is the station’s own', () => {
  const readers = (kind: EventKind) => VIEWERS.filter((viewer) => mayRead(kind, viewer));
  expect(readers('noted')).toEqual(['deputy', 'station']);
  expect(readers('approved')).toEqual(['station']);
  const ofMatter = VIEWERS.filter((viewer) => viewer !== 'department');
  const kept = EVENT_KINDS.filter((kind) => ofMatter.some((viewer) => !readers(kind).includes(viewer)));
  expect(kept).toEqual([
    'sent_to_office',
    'released',
    'diverted',
    'question_asked',
    'question_refused',
    'extension_asked',
    'extension_refused',
    'hotline_numbered',
    'hotline_unnumbered',
    'noted',
    'approved',
    'phone_seen',
    'words_hidden',
    'words_shown',
  ]);
  // What a department asks the resident reads once the station passed it on, and why it did not never.
  expect(readers('question_asked')).toEqual(['deputy', 'station', 'department']);
});

test('a department reads what was said and done of the matter, and nothing of whose phone it is or what is public', () => {
  expect(EVENT_KINDS.filter((kind) => !mayRead(kind, 'department'))).toEqual([
    'contact_linked',
    'contact_declined',
    'contact_corrected',
    'opened',
    'read',
    'sent_to_office',
    'released',
    'diverted',
    'hotline_numbered',
    'hotline_unnumbered',
    'kept_apart',
    'noted',
    'lapse_told',
    'published',
    'declined',
    'approved',
    'withheld',
    'photo_left_off',
    'photo_let_on',
    'consent_withdrawn',
    'phone_seen',
    'words_hidden',
    'words_shown',
  ]);
  expect(may({ state: 'with_department', department: 'serves' }, 'department')).toEqual([]);
});

test('the station finds a department; after two returns the office does; what comes back goes on where it was answered', () => {
  const toAssign = { state: 'with_station' } as const;
  expect(may(toAssign, 'station')).toEqual([
    'assign',
    'awaitHotline',
    'giveBack',
    'hideWords',
    'merge',
    'note',
    'numberHotline',
    'print',
    'seePhone',
    'sendToOffice',
  ]);
  expect(may({ ...toAssign, returns: 1 }, 'station')).toContain('assign');
  expect(refusal('assigned', { ...NEW, ...toAssign, returns: 2 }, ['station'])).toBe('office_decides');
  expect(may({ ...toAssign, returns: 2, isOffice: true }, 'station')).toContain('assign');
  expect(may({ state: 'with_department', department: 'serves' }, 'station')).toEqual([
    'hideWords',
    'merge',
    'note',
    'numberHotline',
    'print',
    'seePhone',
    'takeBack',
  ]);
  const answered = { ...NEW, state: 'answered' } as const;
  for (const event of ['not_solved', 'partly'] as const) {
    expect(wayOf(event, { ...answered, department: 'serves' }).to).toBe('with_department');
    expect(wayOf(event, { ...answered, department: 'ended' }).to).toBe('with_station');
    expect(wayOf(event, answered).to).toBe('with_deputy');
  }
  // From hand to hand the clock goes on.
  for (const event of ['referred', 'assigned', 'accepted', 'given_back'] as const)
    expect([...new Set(clocksOf(event))]).toEqual(['keep']);
  // Where a question waited, the days that were left go on.
  for (const event of ['returned', 'taken_back'] as const) expect(clocksOf(event)).toEqual(['keep', 'resume']);
});

test('a department’s question goes to the resident through the station, and comes back to the department', () => {
  const held = { ...NEW, state: 'with_department', department: 'serves' } as const;
  const asking = { ...held, asks: 'question' } as const;
  expect(may(held, 'station')).not.toContain('decideAsked');
  expect(may(asking, 'station')).toContain('decideAsked');
  expect(refusal('extension_granted', asking, ['station'])).toBe('nothing_asked');
  expect(wayOf('question_forwarded', asking)).toMatchObject({ to: 'asked', clock: 'pause', silence: 'ask' });
  const asked = { ...held, state: 'asked' } as const;
  expect(wayOf('supplemented', asked)).toMatchObject({ to: 'with_department', clock: 'resume' });
  expect(wayOf('supplemented', { ...asked, department: 'ended' })).toMatchObject({ to: 'with_station' });
  expect(wayOf('supplemented', { ...asked, department: 'none' })).toMatchObject({ to: 'with_deputy' });
  // Silence gives it back; what a deputy asked it puts away.
  expect(refusal('question_unanswered', asked, ['clock'])).toBe('not_found');
  expect(refusal('question_unanswered', { ...asked, questionIsOver: true }, ['clock'])).toBeNull();
  expect(refusal('lapsed', { ...asked, silenceIsOver: true }, ['clock'])).toBe('not_now');
  expect(refusal('lapsed', { ...asked, department: 'none', silenceIsOver: true }, ['clock'])).toBeNull();
  for (const event of ['answered', 'passed'] as const)
    expect(refusal(event, asked, ['deputy'])).toBe('not_with_deputy');
  expect(refusal('reassigned', asked, ['station'])).toBe('not_now');
  expect(wayOf('extension_granted', { ...held, asks: 'extension' })).toMatchObject({ to: 'same', clock: 'extend' });
});

test('the name is for whom the resident chose, and for no colleague', () => {
  const known = (nameFor: 'deputy' | 'station') => VIEWERS.filter((viewer) => knowsName(viewer, { nameFor }));
  expect(known('deputy')).toEqual(['resident', 'deputy', 'entrant', 'station']);
  expect(known('station')).toEqual(['resident', 'entrant', 'station']);
});

test('every way leads to a state there is, and a clock that ran is never started again but by a new round', () => {
  for (const kind of EVENT_KINDS)
    for (const way of Object.values(rowOf(kind).from).flat()) {
      expect([...STATE_NAMES, 'same']).toContain(way.to);
      if (way.clock === 'start') expect(Object.keys(rowOf(kind).from)).toEqual(['unsent']);
      if (way.clock === 'restart') expect(UNDER_WAY).toContain(way.to);
    }
});

test('what was promised is asked about by the clock alone, while it is answered and nobody was asked', () => {
  const waits = { ...NEW, state: 'answered' as const, promised: true };
  for (const event of ['question_due', 'question_moved'] as const) {
    expect(refusal(event, waits, ['clock'])).toBeNull();
    expect(wayOf(event, waits)).toEqual({ to: 'same', clock: 'keep', silence: 'start' });
    expect(refusal(event, { ...waits, promised: false }, ['clock'])).toBe('not_found');
    for (const state of STATE_NAMES.filter((one) => one !== 'answered'))
      expect(refusal(event, { ...waits, state }, ['clock'])).not.toBeNull();
    const others = ['resident', 'speaker', 'entrant', 'station', 'deputy', 'colleague', 'department'] as const;
    expect(refusal(event, waits, others)).toBe('not_found');
  }
});

test('what is pending at the hotline is given to nobody here, and comes back to where it lay, by the same day', () => {
  const there = { state: 'with_hotline', numbered: true } as const;
  expect(may(there, 'station')).toEqual([
    'endHotline',
    'hideWords',
    'merge',
    'note',
    'numberHotline',
    'print',
    'seePhone',
  ]);
  expect(may(there, 'deputy')).toEqual(['note']);
  expect(may(there, 'department')).toEqual([]);
  expect(may(there, ...resident)).toEqual(['supplement']);
  expect(may({ ...there, free: true }, 'colleague')).toEqual([]);
  for (const event of ['assigned', 'given_back', 'reassigned'] as const)
    expect(refusal(event, { ...NEW, ...there }, ['station'])).toBe('not_now');
  expect(refusal('reassigned', { ...NEW, ...there }, ['clock'])).toBeNull();
  expect(refusal('merged', { ...NEW, ...there }, ['station'])).toBe('hotline_leads');
  expect(refusal('gained', { ...NEW, ...there }, ['station'])).toBeNull();
  expect(refusal('hotline_awaited', { ...NEW, ...there }, ['station'])).toBe('hotline_has_it');
  expect(refusal('hotline_awaited', { ...NEW, state: 'with_department' }, ['station'])).toBe('department_has_it');
  expect(refusal('hotline_awaited', { ...NEW, merged: true }, ['station'])).toBe('is_merged');
  for (const state of ['with_deputy', 'with_station'] as const) {
    expect(wayOf('hotline_awaited', { ...NEW, state })).toEqual({ to: 'with_hotline', clock: 'keep', silence: 'keep' });
    for (const event of ['hotline_failed', 'hotline_undone'] as const)
      expect(wayOf(event, { ...NEW, ...there, hotlineFrom: state })).toMatchObject({ to: state, clock: 'keep' });
  }
  expect(wayOf('hotline_answered', { ...NEW, ...there })).toEqual({ to: 'answered', clock: 'stop', silence: 'start' });
  expect(ANSWERS).toContain('hotline_answered');
});

test('whose matter it is does not say what the hotline answered; who entered it may, and does not speak for its resident then', () => {
  const there = { ...NEW, state: 'with_hotline' } as const;
  expect(refusal('hotline_answered', { ...there, self: OWN }, ['station'])).toBe('own_matter');
  expect(refusal('hotline_answered', { ...there, contact: 'confirmed', self: OWN }, ['station'])).toBe('own_matter');
  expect(refusal('hotline_answered', { ...there, contact: 'none', self: OWN }, ['entrant', 'station'])).toBeNull();
  const said = { ...NEW, state: 'answered', contact: 'none', self: { ...OWN, hasAnswered: true } } as const;
  expect(refusal('solved', said, ['entrant', 'station', 'speaker'])).toBe('own_answer');
});

test('its number at the hotline is for who has a part in it, and never for a department', () => {
  expect(NUMBER_READERS).not.toContain('department');
  expect(NUMBER_READERS).not.toContain('colleague');
  expect(refusal('hotline_unnumbered', NEW, ['station'])).toBe('no_hotline_number');
  expect(refusal('hotline_unnumbered', { ...NEW, numbered: true, state: 'with_hotline' }, ['station'])).toBe(
    'hotline_has_it',
  );
  expect(refusal('hotline_numbered', { ...NEW, state: 'closed', outcome: 'solved' }, ['station'])).toBe(
    'request_closed',
  );
});

test('what may be a report of wrongdoing is the office’s alone to decide; its resident may say more, or take it back', () => {
  const aside = { state: 'with_office', free: true, term: 'nobody' } as const;
  const office = { ...aside, isOffice: true };
  expect(may(office, 'station')).toEqual(['divert', 'note', 'print', 'release', 'seePhone']);
  expect(refusal('released', { ...NEW, ...aside }, ['station'])).toBe('office_decides');
  expect(may(aside, ...resident)).toEqual(['supplement', 'withdraw']);
  expect(may(aside, 'colleague')).toEqual([]);
  expect(viewersOf({ ...NEW, ...aside }, ['colleague', 'department'])).toEqual(['department']);
  expect(wayOf('released', { ...NEW, ...office })).toEqual({ to: 'with_deputy', clock: 'keep', silence: 'keep' });
  expect(wayOf('diverted', { ...NEW, ...office })).toMatchObject({ to: 'closed', clock: 'keep' });
  expect(refusal('sent_to_office', { ...NEW, state: 'with_department' }, ['station'])).toBe('department_has_it');
  expect(may({ state: 'closed', outcome: 'diverted' }, ...resident)).toEqual([]);
});

test('to another level it goes by the resident’s word: the clock stands, silence gives it back, and they take it or do not', () => {
  const near = { isSame: false, serves: true, isOfVillage: true, isOwn: false, asksFirst: false };
  const higher = { ...near, asksFirst: true };
  expect(refusal('passed', { ...NEW, recipient: higher }, ['deputy'])).toBe('not_now');
  expect(refusal('reassigned', { ...NEW, recipient: higher }, ['station'])).toBe('not_now');
  // A successor has what the one before had.
  expect(refusal('reassigned', { ...NEW, recipient: higher }, ['clock'])).toBeNull();
  for (const [event, side] of [
    ['pass_proposed', 'deputy'],
    ['reassign_proposed', 'station'],
  ] as const) {
    expect(refusal(event, { ...NEW, recipient: higher }, [side])).toBeNull();
    expect(wayOf(event, NEW)).toEqual({ to: 'asked', clock: 'pause', silence: 'ask' });
    expect(refusal(event, { ...NEW, recipient: { ...higher, isOwn: true } }, [side])).toBe('own_matter');
    expect(refusal(event, { ...NEW, state: 'asked', recipient: higher }, [side])).toBe('asked_already');
  }
  const asked = { ...NEW, state: 'asked', handover: 'proposed' } as const;
  expect(may(asked, ...resident)).toEqual(['decideHandover', 'supplement']);
  expect(may(asked, 'deputy')).toEqual(['answer', 'note', 'pass']);
  expect(may(asked, 'colleague')).toEqual([]);
  for (const event of ['handover_agreed', 'handover_refused', 'handover_unanswered', 'handover_ended'] as const)
    expect(wayOf(event, asked)).toEqual({
      to: 'with_deputy',
      clock: 'resume',
      silence: 'stop',
      when: expect.any(Function),
    });
  expect(wayOf('supplemented', asked)).toEqual({
    to: 'same',
    clock: 'keep',
    silence: 'keep',
    when: expect.any(Function),
  });
  expect(refusal('lapsed', { ...asked, silenceIsOver: true }, ['clock'])).toBe('not_now');
  expect(refusal('lapse_told', asked, ['clock'])).toBe('not_now');
  expect(refusal('handover_unanswered', asked, ['clock'])).toBe('not_found');
  expect(refusal('handover_unanswered', { ...asked, questionIsOver: true }, ['clock'])).toBeNull();
  expect(refusal('handover_agreed', { ...asked, recipient: { ...higher, serves: false } }, ['speaker'])).toBe(
    'deputy_ended',
  );
  const changed = { olderRound: false, olderAnswer: false, olderProposal: true };
  expect(refusal('handover_agreed', { ...asked, seen: changed }, ['speaker'])).toBe('handover_changed');
  // What a deputy asks is no such question, nor what a department asks.
  for (const department of ['none', 'serves'] as const)
    expect(refusal('handover_agreed', { ...NEW, state: 'asked', department }, ['speaker'])).toBe('not_now');

  const given = { ...NEW, handover: 'given' } as const;
  expect(may(given, 'deputy')).toEqual(['answer', 'ask', 'declineHandover', 'note', 'pass', 'refer', 'take']);
  expect(may({}, 'deputy')).not.toContain('declineHandover');
  expect(refusal('handover_declined', { ...given, term: 'ended' }, ['deputy'])).toBe('term_over');
});

test('for a deputy of another level without an account the station speaks, and for nobody else', () => {
  const there = { ...NEW, onPaper: true };
  expect(may(there, 'station')).toEqual(expect.arrayContaining(['answerHigher', 'tellHigher']));
  expect(refusal('higher_answered', NEW, ['station'])).toBe('not_now');
  expect(refusal('higher_answered', { ...there, self: OWN }, ['station'])).toBe('own_matter');
  expect(wayOf('higher_answered', there)).toEqual({ to: 'answered', clock: 'stop', silence: 'start' });
  expect(ANSWERS).toContain('higher_answered');
});
