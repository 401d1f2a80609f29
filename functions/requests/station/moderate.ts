import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { moderate as contract } from '../../../shared/requests/contract';
import { publicForm } from '../../../shared/requests/public-form';
import { countyDirectoryOf } from '../../directory/public';
import { openidOf } from '../../identity/public';
import { writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { verdictOn } from '../content/check-words';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { sidesOf } from '../lifecycle/sides';
import { selectWordsAfter } from '../queries/events';
import { selectRequest } from '../queries/requests';
import { Settings } from '../settings';

type Moderated = Input<typeof contract>;

/**
 * A person at the station agrees to the notice board, or not, with the reason (公开审核). Only words that WeChat has passed, or a person
 * approved, can be published; what stands on the board is what the clerk sees here, without names. What the clerk wrote anew WeChat sees
 * first too; where it is not sure, the clerk is the person who decides.
 * @throws ProblemError `words_risky`; `wechat_away` while WeChat can't be asked
 */
export async function moderate(call: Call<Person>, input: Moderated): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { id, publish, reason } = input;
  if (publish) await checkAnew(call, input);
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    ensure(!publish || !directory.settings(Settings).boardReadOnly, 'board_read_only');
    const matter = await lockMatter(tx, call, directory, id, { event: input.seen, on: 'board' });
    const publication = publish ? ('published' as const) : ('declined' as const);
    const set = publish ? boardOf(matter, input) : {};
    await happen(tx, call, matter, publication, { words: reason ?? null, set });
    if (!publish && !reason)
      throw new ProblemError('invalid_input', [{ path: 'reason', message: '写一句为什么不公开，居民会看到。' }]);
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason };
    await audit(tx, { jurisdiction, action: `request_${publication}`, ...entry, now });
    return { publication };
  });
}

/** What is not said anew stays as a person agreed to it before: what was taken out once does not come back. */
function boardOf({ request }: Matter, { title, words, answer }: Moderated) {
  const { public_title, public_words, public_answer } = request;
  const form = publicForm(request);
  return {
    public_title: title ?? public_title ?? form.title,
    public_words: words ?? public_words ?? form.words,
    public_answer: answer === undefined ? public_answer : answer || null,
  };
}

/** Has WeChat look at what a clerk wrote for the board and nobody said before. */
async function checkAnew(call: Call<Person>, { id, title, words, answer }: Moderated): Promise<void> {
  const { jurisdiction, caller } = call;
  const directory = await countyDirectoryOf(call);
  const { known, openid } = await call.read(async (tx) => {
    const request = await selectRequest(tx, jurisdiction, id);
    ensure(request && sidesOf(request, call, directory).includes('station'), 'not_found');
    const said = (await selectWordsAfter(tx, jurisdiction, id, null)).map((event) => event.words);
    const { public_title, public_words, public_answer } = request;
    const hidden = Object.values(publicForm(request));
    return {
      known: [request.title, request.words, ...hidden, public_title, public_words, public_answer, ...said],
      openid: await openidOf(tx, jurisdiction, caller.personId),
    };
  });
  for (const content of [title, words, answer]) {
    if (!content || known.includes(content)) continue;
    const { suggest } = await verdictOn(call, { content, openid });
    ensure(suggest !== 'risky', 'words_risky');
  }
}
