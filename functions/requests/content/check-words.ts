import { type Verdict as VerdictKind, WORDS_CHECK } from '../../../shared/kernel/content-check';
import { following } from '../../../shared/kernel/lifecycle';
import { openidOf } from '../../identity/public';
import type { Call } from '../../platform/call';
import { drainTopic } from '../../platform/schedules';
import { mayPass, WeChatError } from '../../platform/wechat/errors';
import { detailOf, selectWordsAfter } from '../queries/events';
import { lockRequest, selectRequest, updateWordsCheck } from '../queries/requests';
import type { WordDoubt } from '../tables';

export const CHECK_WORDS = 'requests.check-words';

/**
 * Has WeChat check words that were sent (内容安全): the request's and whatever was said since. Until then, and after any verdict, only
 * the handlers see them; nothing is dropped. While WeChat is away the outbox keeps them and tries again.
 */
export async function checkWords(call: Call): Promise<void> {
  await drainTopic<Payload>(call, CHECK_WORDS, (payload) => check(call, payload));
}

type Payload = { requestId: string };
type Verdict = { suggest: VerdictKind; label: string | null };
type Said = { content: string; openid: string | null };
type SaidAt = Said & { event: string };

const SEVERITY = { pass: 0, review: 1, risky: 2 } as const satisfies Record<VerdictKind, number>;

async function check(call: Call, { requestId }: Payload): Promise<void> {
  const { jurisdiction } = call;
  const found = await call.read((tx) => unchecked(tx, jurisdiction, requestId));
  if (!found) return;
  let worst: Verdict = { suggest: 'pass', label: null };
  const doubts: WordDoubt[] = [];
  for (const { event, ...said } of found.said) {
    const verdict = await verdictOn(call, said);
    const isNew = doubts.every(({ id }) => id !== event);
    if (verdict.suggest !== 'pass' && isNew) doubts.push({ id: event, verdict: verdict.suggest });
    if (SEVERITY[verdict.suggest] > SEVERITY[worst.suggest]) worst = verdict;
  }
  await call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, requestId);
    if (!request || request.checked_through !== found.from) return;
    const checked = following(WORDS_CHECK, worst.suggest, request.text_check);
    const label = checked === worst.suggest ? { check_label: worst.label } : {};
    // More was said while WeChat was looking.
    const more = (await selectWordsAfter(tx, jurisdiction, requestId, found.through)).length > 0;
    const text_check = more ? following(WORDS_CHECK, 'said', checked) : checked;
    const word_doubts = JSON.stringify([...request.word_doubts, ...doubts]);
    const check = { checked_through: found.through, text_check, word_doubts, ...label };
    await updateWordsCheck(tx, jurisdiction, requestId, check);
  });
}

/** What WeChat thinks of it; `review` where it can't say. @throws WeChatError while it may be asked again later */
export async function verdictOn({ services }: Call, { content, openid }: Said): Promise<Verdict> {
  // Whoever said it has no account (somebody entered it for them): a person has to look.
  if (!openid) return { suggest: 'review', label: null };
  return services.wechat
    .checkText({ openid, content, scene: 'comment' })
    .then(({ suggest, label }) => ({ suggest, label: String(label) }))
    .catch((error: unknown) => {
      // Refused for good, for instance because they were here more than two hours ago: a person has to look.
      if (error instanceof WeChatError && !mayPass(error)) return { suggest: 'review' as const, label: null };
      throw error;
    });
}

/** What was said and not checked yet, one text a speaker's turn; null when there is nothing. */
async function unchecked(tx: Parameters<typeof selectRequest>[0], jurisdiction: string, requestId: string) {
  const request = await selectRequest(tx, jurisdiction, requestId);
  if (!request) return null;
  const events = await selectWordsAfter(tx, jurisdiction, requestId, request.checked_through);
  const last = events[events.length - 1];
  if (!last) return null;
  const said: SaidAt[] = [];
  for (const { id, kind, words, person_id, detail } of events) {
    // The first event stands for the request's own words.
    const content = kind === 'submitted' || kind === 'entered_for' ? [request.words, request.place].join('\n') : words;
    const openid = person_id && (await openidOf(tx, jurisdiction, person_id));
    if (content) said.push({ event: id, content, openid });
    // What others said stands in an answer, and nobody has looked at those words.
    for (const one of detailOf({ detail }).said ?? [])
      if (one.words) said.push({ event: id, content: one.words, openid });
  }
  return { from: request.checked_through, through: last.id, said };
}
