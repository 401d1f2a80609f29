import { SETTLED } from '../../../shared/appraisals/states';
import { ensure } from '../../../shared/kernel/problems';
import {
  countedQuestions,
  type Definition,
  ELECTORATE_WORDS,
  type Electorate,
  optionsOf,
} from '../../../shared/voting/definition';
import { COUNTY, type CountAt, readCounts } from '../../../shared/voting/results';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { countsOf, pollById } from '../../voting/public';
import { type Campaign, selectCampaign } from '../queries';

/** A published appraisal: what was asked, and the numbers everybody sees. */
export type Published = { campaign: Campaign; definition: Definition; at: CountAt };

/** @throws ProblemError `not_found`, `campaign_not_published` */
export async function publishedOf(tx: Tx, { jurisdiction }: Call, id: string): Promise<Published> {
  const campaign = await selectCampaign(tx, jurisdiction, id);
  ensure(campaign, 'not_found');
  ensure(SETTLED.includes(campaign.state), 'campaign_not_published');
  const poll = await pollById(tx, jurisdiction, id);
  ensure(poll, 'campaign_not_published');
  const definition = JSON.parse(poll.definition) as Definition;
  return { campaign, definition, at: readCounts(await countsOf(tx, jurisdiction, id)) };
}

const HIDDEN = '人太少，不公布';

/** What was published of a department for the whole county, a line for each question and electorate. */
export function figuresOf({ definition, at }: Published, departmentId: string): string[] {
  const subject = definition.subjects.findIndex(({ id }) => id === departmentId);
  if (subject < 0) return [];
  return definition.electorates.flatMap((electorate: Electorate) =>
    countedQuestions(definition).map((question, number) => {
      const said = optionsOf(question).map((option, answer) => {
        const count = at({ electorate, station: COUNTY, subject, question: number }, answer + 1);
        return `${option} ${count ?? HIDDEN}`;
      });
      const all = said.every((one) => one.endsWith(HIDDEN)) ? HIDDEN : said.join('，');
      return `${ELECTORATE_WORDS[electorate]}，${question.words}${all}`;
    }),
  );
}
