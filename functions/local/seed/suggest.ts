import type { Input } from '../../../shared/kernel/procedure';
import type { assign as assignContract, draft as draftContract } from '../../../shared/suggestions/contract';
import type { Suggestion } from '../../../shared/suggestions/shown';
import { giveOpinion } from '../../assignments/parts/give-opinion';
import { part } from '../../assignments/parts/list';
import { show as showAssignment } from '../../assignments/reading/show';
import type { Call, Person } from '../../platform/call';
import { sign } from '../../suggestions/cosigner/sign';
import { draft } from '../../suggestions/lead/draft';
import { submit } from '../../suggestions/lead/submit';
import { assign } from '../../suggestions/office/assign';
import { show } from '../../suggestions/reading/show';
import { callAsDeputy, deputyNamed } from './call-as';
import { departmentsNamed } from './departments';
import { DEMO_PEOPLE } from './people';
import { type Helper, type Id, type Teller, togetherOf } from './teller';

type Written = Pick<Input<typeof draftContract>, 'title' | 'facts' | 'proposal'>;
type Begun = Written & {
  lead: string;
  daysAgo: number;
  occasion?: 'session';
  origin?: Input<typeof draftContract>['origin'];
  /** Who signs it the day after, and who is asked and has not said anything. */
  signed?: string[];
  asked?: string[];
  requests?: Id[];
};
type Act = (call: Call<Person>, seen: Suggestion) => Promise<unknown>;
type Held = { id: string; version: number };

/** One formal suggestion from its draft on; what is said of it next happens on the day it says, as whoever it names: a deputy by name, others by their key. */
export function suggest(teller: Teller, begun: Begun) {
  const { lead, daysAgo, signed = [], asked = [], requests = [], ...words } = begun;
  const as = (who: string, day: number) =>
    DEMO_PEOPLE.some(({ key }) => key === who) ? teller.as(who, day) : callAsDeputy(teller.at(day), who);
  let id = '';
  const by = (who: string, day: number, act: Act) => {
    teller.on(day, async () => {
      const call = as(who, day);
      await act(call, await show(call, { id }));
    });
    return told;
  };
  const told = {
    by,
    handIn: (day: number) => by(lead, day, (call, { textVersion }) => submit(call, { id, textVersion })),
    /** `words` for the department; somebody works on it beside it. */
    assign: (day: number, department: string, said?: Input<typeof assignContract>['words'], helper?: Helper) =>
      by('admin', day, (call, { version }) => {
        const [departmentId = ''] = departmentsNamed([department]);
        return assign(call, { id, version, departmentId, words: said, together: togetherOf(helper) });
      }),
    /** What somebody of a department does with what it has. */
    byDepartment: (
      who: string,
      day: number,
      act: (call: Call<Person>, held: Held, seen: Suggestion) => Promise<unknown>,
    ) =>
      by(who, day, async (call, seen) => {
        const { id: held, version } = await showAssignment(call, { id: seen.assignmentId ?? '' });
        await act(call, { id: held, version }, seen);
      }),
    /** … and with its part in what another one leads. */
    advise: (who: string, day: number, opinion: string) =>
      by(who, day, async (call, { partId }) => {
        const { version } = await part(call, { id: partId ?? '' });
        await giveOpinion(call, { id: partId ?? '', version, words: opinion });
      }),
  };
  teller.on(daysAgo, async () => {
    const cosigners = [...signed, ...asked].map(deputyNamed);
    const usual = { occasion: 'between', origin: 'visit', disclosure: 'full', wantsContact: true } as const;
    const brought = requests.map((one) => one());
    ({ id } = await draft(as(lead, daysAgo), { ...usual, ...words, cosigners, requests: brought }));
  });
  for (const one of signed) by(one, daysAgo - 1, (call, { textVersion }) => sign(call, { id, textVersion }));
  return told;
}
