import { sql } from 'kysely';
import type { Picture } from '../../../shared/kernel/pictures';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, OTHER_COUNTY, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { exifOf, jpegOf, pngOf, SECRET, sendForm, sentPicture } from '../../testing/pictures';

/** Pictures from the phone to the notice board: sent, rebuilt, kept, attached, checked by WeChat or by a person, seen, swept. */
const api = testApi();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SIZE = { width: 48, height: 32 };
let chen: TestPhone;
let xu: TestPhone;
let clerk: TestPhone;

beforeEach(async () => {
  api.storageFaults.away = false;
  await api.standIn.mend();
  await signIn();
  // What the test before left behind waits for nothing.
  await api.runSchedules();
  await verdicts();
  await fetch(`${api.url}/stand-in/picture-checks`, { method: 'DELETE' });
});

/** Tokens last a quarter of an hour. */
async function signIn(): Promise<void> {
  [chen, xu, clerk] = (await Promise.all(['chen', 'xu', 'clerk'].map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
  ];
}

/** WeChat pushes its verdict on what waits, or on one; what the server answered. */
const verdicts = (asked: { suggest?: string; times?: number; traceId?: string } = {}) =>
  api.standIn.post<{ answers: number[] }>('/picture-checks', asked);

/** As the pushed event reaches the verb. */
async function verdictOn(traceId: string, suggest: string): Promise<boolean> {
  const { recordPictureVerdict } = await import('../../pictures/record-picture-verdict');
  const result = { suggest, label: '100' };
  return recordPictureVerdict(api.services, { Event: 'wxa_media_check', trace_id: traceId, result });
}

const checks = async () =>
  ((await (await fetch(`${api.url}/stand-in/picture-checks`)).json()) as { checks: { traceId: string; url: string }[] })
    .checks;

async function rowOf(id: string) {
  return api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('picture').selectAll().where('jurisdiction', '=', COUNTY).where('id', '=', id).executeTakeFirst(),
  );
}
const stateOf = async (id: string) => (await rowOf(id))?.state;
const stored = (id: string) => api.services.storage.get(`pictures/${COUNTY}/${id}`, 3_000_000);
const original = (id: string) => api.services.storage.get(`incoming/${COUNTY}/${id}`, 3_000_000);

async function waiting(): Promise<number> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ count: number }>`select count(*) from outbox where topic = 'requests.check-pictures'`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

const submitWith = (pictures: string[], changes = {}) =>
  chen.call(requests.submit, matterFor('徐示例', { pictures, ...changes }));
const seenBy = async (phone: TestPhone, id: string) => phone.call(requests.follow, { id });
const opens = async ({ url }: Picture) => url !== null && (await fetch(url)).status === 200;

describe('sending', () => {
  test('a picture is kept without where it was taken, under a link that opens it and nothing else', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    expect(await sendForm(form, jpegOf(SIZE, [exifOf(6)]))).toBe(204);
    const picture = await chen.call(requests.keepPicture, { id });
    expect(picture).toMatchObject({ id, checked: false, width: 32, height: 48 });
    const answer = await fetch(picture.url ?? '');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes(SECRET)).toBe(false);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(await original(id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ type: 'image/jpeg', bytes: bytes.length, state: 'checking' });
  });

  test('kept again, and twice at once, it is the same reply and one check', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, pngOf(SIZE));
    const before = await waiting();
    const both = await Promise.all([1, 2].map(() => chen.call(requests.keepPicture, { id })));
    expect(both[0]).toEqual(both[1]);
    expect(await chen.call(requests.keepPicture, { id })).toEqual(both[0]);
    expect(await waiting()).toBe(before + 1);
  });

  test('kept by the same call while this one fetches what was sent, it is the same reply', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, pngOf(SIZE));
    const get = api.services.storage.get.bind(api.services.storage);
    const first = jest.fn<Promise<unknown>, []>(() => chen.call(requests.keepPicture, { id }));
    const fetching = jest.spyOn(api.services.storage, 'get').mockImplementationOnce(async (...of) => {
      await first();
      return get(...of);
    });
    const second = await chen.call(requests.keepPicture, { id });
    fetching.mockRestore();
    expect(second).toEqual(await first.mock.results[0]?.value);
  });

  test('what was sent again after it was kept changes nothing', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, pngOf(SIZE));
    await chen.call(requests.keepPicture, { id });
    await sendForm(form, jpegOf(SIZE));
    expect(await chen.call(requests.keepPicture, { id })).toMatchObject(SIZE);
    expect(
      Buffer.from((await stored(id)) ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test('not sent yet, it is missing; sent then, it is kept', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    expect(await chen.problem(requests.keepPicture, { id })).toBe('picture_missing');
    await sendForm(form, jpegOf(SIZE));
    expect(await chen.call(requests.keepPicture, { id })).toMatchObject(SIZE);
  });

  test.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['half a picture', jpegOf(SIZE).subarray(0, 100)],
  ])('%s is refused, again too, and nobody can see it', async (_, bytes) => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    expect(await sendForm(form, bytes)).toBe(204);
    for (let time = 0; time < 2; time += 1) {
      const { body } = await chen.send(requests.keepPicture, { id });
      expect(body).toMatchObject({ code: 'picture_bad', detail: expect.stringMatching(/^这.*请换/) });
    }
    expect(await stored(id)).toBeNull();
    expect(await chen.problem(requests.submit, matterFor('徐示例', { pictures: [id] }))).toBe('picture_missing');
  });

  test('more than 2 MB is refused by the storage, and so is a form of another day', async () => {
    const { form } = await chen.call(requests.beginPicture, {});
    expect(await sendForm(form, Buffer.alloc(2 * 1024 * 1024 + 1))).toBe(400);
    api.clock.advance(11 * MINUTE);
    expect(await sendForm(form, jpegOf(SIZE))).toBe(403);
  });

  test('somebody else’s, another county’s and nobody’s picture is not there', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, jpegOf(SIZE));
    expect(await xu.problem(requests.keepPicture, { id })).toBe('not_found');
    const abroad = await api.signedIn('chen', OTHER_COUNTY);
    expect(await abroad.problem(requests.keepPicture, { id }, { county: OTHER_COUNTY })).toBe('not_found');
    expect(await chen.problem(requests.keepPicture, { id: '00000000-0000-7000-8000-000000000000' })).toBe('not_found');
    const newcomer = await api.signedIn('xin');
    expect(await newcomer.problem(requests.beginPicture, {})).toBe('phone_needed');
  });

  test('with the storage away nothing is half kept, and it works when it is back', async () => {
    const { id, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, jpegOf(SIZE));
    api.storageFaults.away = true;
    expect(await chen.problem(requests.keepPicture, { id })).toBe('storage_away');
    expect(await stateOf(id)).toBe('sending');
    api.storageFaults.away = false;
    expect(await chen.call(requests.keepPicture, { id })).toMatchObject(SIZE);
    expect(api.log.join('\n')).not.toContain(`incoming/${COUNTY}`);
  });
});

describe('attaching', () => {
  test('pictures go with the words in the order chosen, each to its own event', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 9; count += 1) ids.push(await sentPicture(chen));
    const chosen = [...ids].reverse();
    const { id } = await submitWith(chosen);
    const more = await sentPicture(chen);
    await chen.call(requests.supplement, { id, words: '又拍了一张。', pictures: [more] });
    const answered = await sentPicture(xu);
    await xu.call(requests.answer, { id, words: '修好了，您看照片。', pictures: [answered] });
    const page = await seenBy(xu, id);
    expect(page.pictures.map((picture) => picture.id)).toEqual(chosen);
    const ofEvent = (kind: string) => page.events.find((event) => event.kind === kind)?.pictures.map((one) => one.id);
    expect([ofEvent('supplemented'), ofEvent('answered'), ofEvent('submitted')]).toEqual([[more], [answered], []]);
    for (const picture of page.pictures) expect(await opens(picture)).toBe(true);
  });

  test('one not kept, somebody else’s, one twice or one already used sends nothing', async () => {
    const [mine, theirs] = [await sentPicture(chen), await sentPicture(xu)];
    const { id: unsent } = await chen.call(requests.beginPicture, {});
    const before = (await chen.call(requests.mine, { state: 'with_deputy' })).items.length;
    const end = (pictures: string[]) => chen.problem(requests.submit, matterFor('徐示例', { pictures }));
    expect(await end([mine, unsent])).toBe('picture_missing');
    expect(await end([mine, theirs])).toBe('picture_missing');
    expect(await end([mine, mine])).toBe('picture_taken');
    const { id } = await submitWith([mine]);
    expect(await end([mine])).toBe('picture_taken');
    expect(await chen.problem(requests.supplement, { id, words: '再补一张。', pictures: [mine] })).toBe(
      'picture_taken',
    );
    expect((await chen.call(requests.mine, { state: 'with_deputy' })).items.length).toBe(before + 1);
    expect(await chen.problem(requests.submit, matterFor('徐示例', { pictures: Array(10).fill(mine) }))).toBe(
      'invalid_input',
    );
  });

  test('what is entered for somebody has the pictures of who entered it, and nobody else’s', async () => {
    const jian = await api.signedIn('jian');
    const entry = (pictures: string[]) => ({ ...matterFor('徐示例', { pictures }), name: '余大伯' });
    const [own, theirs] = [await sentPicture(jian), await sentPicture(chen)];
    const { id: unsent } = await jian.call(requests.beginPicture, {});
    for (const other of [theirs, unsent])
      expect(await jian.problem(requests.enterFor, entry([own, other]))).toBe('picture_missing');
    expect(await jian.problem(requests.enterFor, entry(Array(10).fill(own)))).toBe('invalid_input');
    const key = 'a-key-of-one-entry-0001';
    const { id } = await jian.call(requests.enterFor, entry([own]), { key });
    expect((await jian.call(requests.enterFor, entry([own]), { key })).id).toBe(id);
    for (const phone of [jian, xu, clerk]) {
      const { pictures } = await seenBy(phone, id);
      expect(pictures.map((picture) => picture.id)).toEqual([own]);
      expect(await opens(pictures[0] as Picture)).toBe(true);
    }
    expect(await jian.problem(requests.enterFor, entry([own]))).toBe('picture_taken');
  });

  test('the same words sent again with the same key take the pictures once', async () => {
    const picture = await sentPicture(chen);
    const input = matterFor('徐示例', { pictures: [picture] });
    const key = 'a-key-of-one-submission';
    const [first, again] = [
      await chen.call(requests.submit, input, { key }),
      await chen.call(requests.submit, input, { key }),
    ];
    expect(again).toEqual(first);
    expect((await seenBy(chen, first.id)).pictures).toHaveLength(1);
  });

  test('of two requests at once one has the picture', async () => {
    const picture = await sentPicture(chen);
    const ends = await Promise.allSettled([1, 2].map(() => submitWith([picture])));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ends.find((end) => end.status === 'rejected')).toMatchObject({ reason: { code: 'picture_taken' } });
  });
});

describe('checking', () => {
  /** A request with one picture that WeChat was asked about. */
  async function asked(changes = {}) {
    const picture = await sentPicture(chen);
    const { id } = await submitWith([picture], changes);
    await api.runSchedules();
    return { id, picture };
  }

  test.each([
    ['pass', 'passed', true],
    ['review', 'review', false],
    ['risky', 'risky', false],
  ])('%s: %s', async (suggest, state, checked) => {
    const { id, picture } = await asked();
    expect(await stateOf(picture)).toBe('checking');
    expect(await verdicts({ suggest })).toEqual({ answers: [200] });
    expect(await stateOf(picture)).toBe(state);
    // Who handles the matter sees it whatever WeChat says.
    expect((await seenBy(xu, id)).pictures).toMatchObject([{ id: picture, checked, url: expect.any(String) }]);
    expect((await seenBy(clerk, id)).may.includes('reviewContent')).toBe(!checked);
  });

  test('the same event twice is one event', async () => {
    const { picture } = await asked();
    expect(await verdicts({ suggest: 'review', times: 3 })).toEqual({ answers: [200, 200, 200] });
    expect(await rowOf(picture)).toMatchObject({ state: 'review', label: '20001' });
  });

  test('a verdict that comes before its question was written down is sent again', async () => {
    const { picture } = await asked();
    const [check] = await checks();
    await api.store.owner.withoutTenant((tx) => tx.deleteFrom('media_check').execute());
    expect(await verdicts()).toEqual({ answers: [503] });
    expect(await stateOf(picture)).toBe('checking');
    await api.store.owner.withoutTenant((tx) =>
      tx
        .insertInto('media_check')
        .values({
          trace_id: check?.traceId ?? '',
          jurisdiction: COUNTY,
          picture_id: picture,
          created_at: api.clock.now(),
        })
        .execute(),
    );
    expect(await verdicts()).toEqual({ answers: [200] });
    expect(await stateOf(picture)).toBe('passed');
  });

  test('a later verdict can only make it worse, and nothing changes what a person decided', async () => {
    const { id, picture } = await asked();
    const [check] = await checks();
    await verdicts({ suggest: 'pass' });
    expect(await stateOf(picture)).toBe('passed');
    const heard = (suggest: string) => verdictOn(check?.traceId ?? '', suggest);
    expect(await heard('risky')).toBe(true);
    expect(await stateOf(picture)).toBe('risky');
    await heard('pass');
    expect(await stateOf(picture)).toBe('risky');
    await clerk.call(requests.reviewContent, { id, picture, decision: 'approved', reason: '看过了，是路灯。' });
    await heard('risky');
    expect(await stateOf(picture)).toBe('approved');
  });

  test('while WeChat is away nothing is lost', async () => {
    await api.standIn.faults({ away: true });
    const { id, picture } = await asked();
    await api.runSchedules();
    expect(await stateOf(picture)).toBe('checking');
    expect((await seenBy(xu, id)).pictures).toHaveLength(1);
    await api.standIn.mend();
    api.clock.advance(2 * MINUTE);
    await api.runSchedules();
    await verdicts();
    expect(await stateOf(picture)).toBe('passed');
  });

  test('a verdict that never comes is asked for three times, then a person looks', async () => {
    const { id, picture } = await asked();
    for (const times of [1, 2, 3]) {
      expect((await checks()).length).toBe(times);
      expect(await stateOf(picture)).toBe('checking');
      api.clock.advance(41 * MINUTE);
      await api.standIn.post('/visit', { person: 'chen' });
      await api.runSchedules();
    }
    expect((await checks()).length).toBe(3);
    expect(await rowOf(picture)).toMatchObject({ state: 'review', label: null });
    await signIn();
    expect((await clerk.call(requests.worklist, { box: 'to_review' })).items.map((item) => item.id)).toContain(id);
  });

  test('a late one counts, whichever of the questions it answers', async () => {
    const { picture } = await asked();
    api.clock.advance(41 * MINUTE);
    await api.standIn.post('/visit', { person: 'chen' });
    await api.runSchedules();
    const [first] = await checks();
    expect(await verdicts({ suggest: 'pass', traceId: first?.traceId })).toEqual({ answers: [200] });
    expect(await stateOf(picture)).toBe('passed');
    api.clock.advance(41 * MINUTE);
    await api.runSchedules();
    expect(await waiting()).toBe(0);
  });

  test('what WeChat could not open has no verdict and is asked again', async () => {
    const { picture } = await asked();
    api.storageFaults.away = true;
    expect(await verdicts()).toEqual({ answers: [200] });
    expect(await stateOf(picture)).toBe('checking');
    api.storageFaults.away = false;
    api.clock.advance(41 * MINUTE);
    await api.standIn.post('/visit', { person: 'chen' });
    await api.runSchedules();
    await verdicts();
    expect(await stateOf(picture)).toBe('passed');
  });

  test('whoever was here more than two hours ago is not asked about: a person looks', async () => {
    const picture = await sentPicture(chen);
    api.clock.advance(3 * 60 * MINUTE);
    await api.runSchedules();
    expect(await stateOf(picture)).toBe('review');
    expect(await checks()).toEqual([]);
  });

  test('no verdict and no line of the log or the outbox names a person or opens a picture', async () => {
    await asked();
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ payload: unknown }>`select payload from outbox where topic = 'requests.check-pictures'`.execute(tx),
    );
    for (const { payload } of rows) expect(Object.keys(payload as object).sort()).toEqual(['asked', 'pictureId']);
    expect(api.log.join('\n')).not.toMatch(/X-Amz-Signature|demo-openid/);
  });
});

describe('seeing', () => {
  test('the deputy’s picture reaches the resident when it was checked, the resident’s the deputy at once', async () => {
    const { id } = await submitWith([await sentPicture(chen)]);
    const answered = await sentPicture(xu);
    await xu.call(requests.answer, { id, words: '修好了，您看照片。', pictures: [answered] });
    const ofAnswer = async () => (await seenBy(chen, id)).events.find(({ kind }) => kind === 'answered')?.pictures;
    expect(await ofAnswer()).toMatchObject([{ id: answered, url: null, checked: false }]);
    expect((await seenBy(chen, id)).pictures).toMatchObject([{ url: expect.any(String), checked: false }]);
    await api.runSchedules();
    await verdicts();
    expect(await ofAnswer()).toMatchObject([{ id: answered, url: expect.any(String), checked: true }]);
  });

  test('what a person withheld opens for the station alone, which may have been wrong', async () => {
    const picture = await sentPicture(chen);
    const { id } = await submitWith([picture]);
    await api.runSchedules();
    await verdicts({ suggest: 'risky' });
    await clerk.call(requests.reviewContent, { id, picture, decision: 'withheld', reason: '看得见别人的脸。' });
    for (const phone of [chen, xu])
      expect((await seenBy(phone, id)).pictures).toMatchObject([{ id: picture, url: null, checked: false }]);
    const atStation = await seenBy(clerk, id);
    expect(atStation.pictures).toMatchObject([{ id: picture, url: expect.any(String), checked: false }]);
    expect(atStation).toMatchObject({
      doubts: [{ picture, verdict: 'withheld' }],
      may: expect.arrayContaining(['reviewContent']),
    });
    await clerk.call(requests.reviewContent, { id, picture, decision: 'approved', reason: '上次点错了。' });
    expect((await seenBy(xu, id)).pictures).toMatchObject([{ id: picture, url: expect.any(String), checked: true }]);
    const again = { id, picture, decision: 'withheld', reason: '再想想。' } as const;
    expect(await clerk.problem(requests.reviewContent, again)).toBe('nothing_to_review');
  });

  /** A matter on the notice board with one picture, and the addresses that everybody and its deputy were given. */
  async function onBoard() {
    const picture = await sentPicture(chen);
    const { id } = await submitWith([picture], { openness: 'public' });
    await api.runSchedules();
    const [check] = await checks();
    await verdicts({ suggest: 'pass' });
    await clerk.call(requests.moderate, { id, publish: true });
    const item = (await api.nobody.call(requests.board, {})).items.find((one) => one.id === id);
    const links = [item?.pictures[0], (await seenBy(xu, id)).pictures[0]] as Picture[];
    for (const link of links) expect(await opens(link)).toBe(true);
    return { id, picture, links, traceId: check?.traceId ?? '' };
  }

  const lead = async (links: Picture[]) => Promise.all(links.map((link) => opens(link)));

  test('an address of a picture leads nowhere from the moment its matter leaves the board; who still may see it gets another', async () => {
    const { id, links } = await onBoard();
    await chen.call(requests.withdrawConsent, { id });
    expect(await lead(links)).toEqual([false, false]);
    expect(await lead((await seenBy(xu, id)).pictures)).toEqual([true]);
  });

  test('so it does when the station takes it off the board, or its resident takes back the whole matter', async () => {
    const declined = await onBoard();
    await clerk.call(requests.moderate, { id: declined.id, publish: false, reason: '照片里有门牌号。' });
    expect(await lead(declined.links)).toEqual([false, false]);
    const picture = await sentPicture(chen);
    const { id } = await submitWith([picture], { openness: 'public' });
    await api.runSchedules();
    await verdicts({ suggest: 'pass' });
    await clerk.call(requests.moderate, { id, publish: true });
    const { items } = await api.nobody.call(requests.board, {});
    const links = items.find((item) => item.id === id)?.pictures ?? [];
    expect(await lead(links)).toEqual([true]);
    await chen.call(requests.withdraw, { id });
    expect(await lead(links)).toEqual([false]);
  });

  test('a decision that hides nothing leaves the address as it is', async () => {
    const { id, picture, links } = await onBoard();
    await clerk.call(requests.reviewContent, { id, picture, decision: 'withheld', reason: '看得见门牌。' });
    const [ofDeputy] = (await seenBy(xu, id)).pictures as [Picture];
    expect(await lead([...links, ofDeputy])).toEqual([false, false, true]);
    await clerk.call(requests.reviewContent, { id, picture, decision: 'approved', reason: '已经看不出是谁。' });
    expect(await lead([ofDeputy])).toEqual([true]);
  });

  test('so does that of one which WeChat thinks badly of later, and of one that a person withholds then', async () => {
    const { id, picture, links, traceId } = await onBoard();
    await verdictOn(traceId, 'risky');
    await api.runSchedules();
    expect(await lead(links)).toEqual([false, false]);
    const ofDeputy = (await seenBy(xu, id)).pictures;
    await clerk.call(requests.reviewContent, { id, picture, decision: 'withheld', reason: '看得见别人的脸。' });
    expect(await lead(ofDeputy)).toEqual([false]);
    expect(await lead((await seenBy(clerk, id)).pictures)).toEqual([true]);
  });

  test('while the storage is away what was decided is decided, the log says what failed, and the clock goes on with it', async () => {
    const { id, links } = await onBoard();
    api.storageFaults.away = true;
    expect(await chen.call(requests.withdrawConsent, { id })).toEqual({ hidden: true });
    api.storageFaults.away = false;
    expect(api.log.join('\n')).toContain('"topic":"requests.move-pictures"');
    api.clock.advance(2 * MINUTE);
    await api.runSchedules();
    expect(await lead(links)).toEqual([false, false]);
    expect(await lead((await seenBy(xu, id)).pictures)).toEqual([true]);
  });

  test('on the notice board stand the request’s own checked pictures and no others', async () => {
    const [good, doubtful] = [await sentPicture(chen), await sentPicture(chen)];
    const { id } = await submitWith([good, doubtful], { openness: 'public' });
    const later = await sentPicture(chen);
    await chen.call(requests.supplement, { id, words: '又拍了一张。', pictures: [later] });
    await api.runSchedules();
    await clerk.call(requests.moderate, { id, publish: true });
    const board = async () =>
      (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id)?.pictures ?? [];
    expect(await board()).toEqual([]);
    const traces = await checks();
    const traceOf = async (picture: string) => traces.find(({ url }) => url.includes(picture))?.traceId;
    await verdicts({ suggest: 'pass', traceId: await traceOf(good) });
    await verdicts({ suggest: 'review', traceId: await traceOf(doubtful) });
    await verdicts({ suggest: 'pass', traceId: await traceOf(later) });
    api.clock.advance(MINUTE);
    expect(await board()).toMatchObject([{ id: good, checked: true, url: expect.any(String) }]);
    await clerk.call(requests.reviewContent, {
      id,
      picture: doubtful,
      decision: 'approved',
      reason: '看过了，是路灯。',
    });
    expect((await board()).map((picture) => picture.id)).toEqual([good, doubtful]);
    for (const picture of await board()) expect(await opens(picture)).toBe(true);
  });
});

describe('sweeping', () => {
  test('a picture whose words never came is gone after two days, file and row; one that was used stays', async () => {
    const [loose, used] = [await sentPicture(chen), await sentPicture(chen)];
    const { id: unsent, form } = await chen.call(requests.beginPicture, {});
    await sendForm(form, jpegOf(SIZE, [exifOf(1)]));
    await submitWith([used]);
    await api.runSchedules();
    expect(await stateOf(loose)).toBe('checking');
    api.clock.advance(2 * DAY + 1);
    await signIn();
    expect(await chen.problem(requests.submit, matterFor('徐示例', { pictures: [loose] }))).toBe('picture_missing');
    api.clock.advance(2 * 60 * MINUTE);
    await api.runSchedules();
    expect([await rowOf(loose), await rowOf(unsent)]).toEqual([undefined, undefined]);
    expect([await stored(loose), await original(unsent)]).toEqual([null, null]);
    expect(await rowOf(used)).toBeDefined();
    expect(await stored(used)).not.toBeNull();
  });

  test('one that was put under another address while it waited goes from there too', async () => {
    const id = await sentPicture(chen);
    await api.runSchedules();
    const [check] = await checks();
    await verdicts({ suggest: 'pass' });
    await verdictOn(check?.traceId ?? '', 'risky');
    await api.runSchedules();
    expect(await stored(`${id}-1`)).not.toBeNull();
    api.clock.advance(3 * DAY);
    await api.runSchedules();
    expect(await rowOf(id)).toBeUndefined();
    expect(await stored(`${id}-1`)).toBeNull();
  });

  test('more than one batch goes, and a storage that is away loses nothing', async () => {
    const old = api.clock.now();
    const owner = (await rowOf(await sentPicture(chen)))?.owner_id ?? '';
    const ids = Array.from({ length: 120 }, (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
    const row = { jurisdiction: COUNTY, owner_id: owner, state: 'sending' as const, created_at: old };
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .insertInto('picture')
        .values(ids.map((id) => ({ ...row, id })))
        .execute(),
    );
    api.clock.advance(3 * DAY);
    api.storageFaults.away = true;
    await api.runSchedules();
    expect(await rowOf(ids[0] ?? '')).toBeDefined();
    api.storageFaults.away = false;
    await api.runSchedules();
    expect([await rowOf(ids[0] ?? ''), await rowOf(ids[119] ?? '')]).toEqual([undefined, undefined]);
  });

  test('traces are kept for a week', async () => {
    await sentPicture(chen);
    await api.runSchedules();
    const [check] = await checks();
    const known = async () =>
      (
        await api.store.owner.withoutTenant((tx) =>
          tx
            .selectFrom('media_check')
            .select('trace_id')
            .where('trace_id', '=', check?.traceId ?? '')
            .execute(),
        )
      ).length;
    api.clock.advance(6 * DAY);
    await api.runSchedules();
    expect(await known()).toBe(1);
    api.clock.advance(DAY + 1);
    await api.runSchedules();
    expect(await known()).toBe(0);
  });
});

test('one photo is left off the notice board with the reason, before and after it is published; who handles the matter still sees it', async () => {
  const [face, heap] = [await sentPicture(chen), await sentPicture(chen)];
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { openness: 'public', pictures: [face, heap] }));
  await api.runSchedules();
  await verdicts({ suggest: 'pass' });
  const onBoard = async () =>
    (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id)?.pictures.map((one) => one.id);
  const leaveOff = { id, picture: face, decision: 'withheld', reason: '照片上有人脸和门牌。' } as const;
  await clerk.call(requests.reviewContent, leaveOff);
  expect(await clerk.problem(requests.reviewContent, leaveOff)).toBe('nothing_to_review');
  await clerk.call(requests.moderate, { id, publish: true });
  expect(await onBoard()).toEqual([heap]);
  for (const phone of [chen, xu, clerk]) {
    const { pictures } = await phone.call(requests.follow, { id });
    expect(pictures).toMatchObject([
      { id: face, checked: true, offBoard: true },
      { id: heap, checked: true },
    ]);
    expect(pictures.every(({ url }) => url)).toBe(true);
  }
  const { events } = await chen.call(requests.follow, { id });
  expect(events.find(({ kind }) => kind === 'photo_left_off')?.words).toBe('照片上有人脸和门牌。');
  await clerk.call(requests.reviewContent, { ...leaveOff, decision: 'approved', reason: '已经看不出是谁。' });
  expect(await onBoard()).toEqual([face, heap]);
  await clerk.call(requests.reviewContent, { ...leaveOff, picture: heap });
  expect(await onBoard()).toEqual([face]);
});
