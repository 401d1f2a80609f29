import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { printLetter as contract } from '../../../shared/suggestions/contract/office';
import { sayNumber } from '../../../shared/suggestions/words';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { DOCX_TYPE } from '../../platform/print/docx';
import { PDF_TYPE } from '../../platform/print/pdf';
import { selectSuggestion } from '../queries';
import { showOne } from '../reading/show';
import { letterDocx } from './letter-docx';
import { letterPdf } from './letter-pdf';

/** What whoever asks may read of the answer; nothing of what deputies think of it. */
export async function printLetter(
  call: Call<Person>,
  { id, as = 'pdf' }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { countyName } = await countyDirectoryOf(call);
  const { title, occasion, number, lead, cosigners, answer, classes } = await call.read(async (tx) => {
    const row = await selectSuggestion(tx, call.jurisdiction, id);
    ensure(row, 'not_found');
    return showOne(tx, call, row);
  });
  ensure(answer && number, 'not_answered_yet');
  const called = sayNumber(occasion, number);
  const letter = {
    countyName,
    called,
    title,
    deputies: [lead, ...cosigners].map(({ name }) => name),
    ...answer,
    className: classes[answer.resultClass],
    printedOn: dayOf(call.now),
  };
  const file = { extension: as, fileName: `${called}答复.${as}` };
  if (as === 'docx') return handOut(call, { ...file, bytes: letterDocx(letter), type: DOCX_TYPE });
  return handOut(call, { ...file, bytes: await letterPdf(letter), type: PDF_TYPE, opens: true });
}
