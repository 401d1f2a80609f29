import * as voting from '../../../shared/voting/contract';
import type { Span } from '../../../shared/voting/spans';
import type { Refusal } from '../../../shared/voting/states';
import type { TestApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { all, castAs, numbers, residents, takeAs } from './campaign';

/** A ballot for each, from somebody of the village, with these words of the subject. */
export async function castWords(
  api: TestApi,
  id: string,
  subject: string,
  written: readonly { words: string; village?: string }[],
): Promise<void> {
  const people = await residents(api, numbers(written.length));
  for (const [at, { words, village }] of written.entries()) {
    const phone = people[at] as TestPhone;
    const taken = await takeAs(phone, id, village);
    const sheets = all(taken, '111').map((sheet) => (sheet.subject === subject ? { ...sheet, words } : sheet));
    await castAs(phone, id, taken, sheets);
  }
}

/** Two screen everything: what a machine proposes goes, and what begins like this is refused. */
export async function markAll(
  id: string,
  { first, second }: { first: TestPhone; second: TestPhone },
  { refuse = {} }: { refuse?: Record<string, Refusal> } = {},
): Promise<void> {
  for (const phone of [first, second]) await phone.call(voting.screen, { id });
  for (;;) {
    const { items } = await first.call(voting.words, { id, state: 'waiting' });
    if (!items.length) return;
    for (const { id: word, version, words, proposed } of items) {
      const why = Object.entries(refuse).find(([begin]) => words?.startsWith(begin))?.[1];
      if (why) await first.call(voting.refuse, { id, word, version, reason: why });
      else {
        const marked = await first.call(voting.mark, { id, word, version, spans: proposed as Span[] });
        await second.call(voting.release, { id, word, version: marked.version });
      }
    }
  }
}
