import { dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { screen as contract } from '../../shared/requests/contract';
import { type Names, namesOf } from '../directory/public';
import { openidOf } from '../identity/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { verdictOn } from './check-words';
import { ensureNotOwnAnswer } from './own-answer';
import { lockRequest, selectRequest, selectWordsAfter, updateRequest } from './queries';
import { record } from './record';
import { tellResident } from './tell';

/**
 * A person at the station agrees to the notice board, or not, with the reason (公开审核). Only words that WeChat has passed, or a person
 * cleared, can be published; what stands on the board is what the clerk sees here, without names. What the clerk wrote anew WeChat sees
 * first too; where it is not sure, the clerk is the person who decides.
 * @throws ProblemError `words_risky`; `wechat_away` while WeChat can't be asked
 */
export async function screen(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { id, publish, title, words, answer, reason } = input;
  const names = await namesOf(call);
  if (publish) await checkAnew(call, names, id, [title, words, answer]);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && viewersOf(request, call, names).includes('station'), 'not_found');
    // A clerk may be a deputy too: on their own answer another decides.
    await ensureNotOwnAnswer(tx, call, request);
    ensure(request.publication, 'not_to_screen');
    if (!publish && !reason)
      throw new ProblemError('invalid_input', [{ path: 'reason', message: '写一句为什么不公开，居民会看到。' }]);
    const checked = request.text_check === 'pass' || request.text_check === 'cleared';
    ensure(!publish || checked, 'words_not_checked');
    const publication = publish ? ('published' as const) : ('declined' as const);
    const board = publish
      ? {
          public_title: title ?? request.title,
          public_words: words ?? request.words,
          public_answer: answer || null,
          published_on: request.published_on ?? dayOf(now),
        }
      : { published_on: null };
    await updateRequest(tx, jurisdiction, id, { publication, ...board, changed_at: now });
    await record(tx, call, request, { kind: publication, words: reason ?? null });
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason };
    await audit(tx, { jurisdiction, action: `request_${publication}`, ...entry, now });
    const body = publish ? '登上公开栏了，没有您的名字' : `没有登公开栏：${reason}`;
    const news = { jurisdiction, kind: `request_${publication}` as const, requestId: id, title: request.title, now };
    await tellResident(tx, request, { ...news, body });
    return { publication };
  });
}

/** Has WeChat look at what a clerk wrote for the board and nobody said before. */
async function checkAnew(call: Call<Person>, names: Names, id: string, texts: (string | undefined)[]): Promise<void> {
  const { jurisdiction, caller } = call;
  const { known, openid } = await call.read(async (tx) => {
    const request = await selectRequest(tx, jurisdiction, id);
    ensure(request && viewersOf(request, call, names).includes('station'), 'not_found');
    const { title, words, public_title, public_words, public_answer } = request;
    const said = (await selectWordsAfter(tx, jurisdiction, id, null)).map((event) => event.words);
    return {
      known: [title, words, public_title, public_words, public_answer, ...said],
      openid: await openidOf(tx, jurisdiction, caller.personId),
    };
  });
  for (const content of texts) {
    if (!content || known.includes(content)) continue;
    const { suggest } = await verdictOn(call, { content, openid });
    ensure(suggest !== 'risky', 'words_risky');
  }
}
