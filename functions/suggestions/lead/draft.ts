import { v7 } from 'uuid';
import type { Reply } from '../../../shared/kernel/procedure';
import type { draft as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { putAttachments } from '../attachments';
import { insertEvent, insertSuggestion, replaceRequests, type SuggestionRow, upsertCosigners } from '../queries';
import { showOne } from '../reading/show';
import { tell } from '../tell';
import { checkWritten, type Written, wordsOf } from './write';

export async function draft(call: Call<Person>, written: Written): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    await checkWritten(tx, call, written, { cosigners: [], requests: [] });
    const id = v7();
    const lead = caller.deputyId as string;
    const row: SuggestionRow = {
      jurisdiction,
      id,
      lead_id: lead,
      ...wordsOf(written),
      year: null,
      number: null,
      text_version: 1,
      state: 'draft',
      outcome: null,
      round: 1,
      department_id: null,
      marked: false,
      watcher_id: null,
      assign_by: null,
      handled_with: null,
      answered_with: null,
      own_due_on: null,
      first_assigned_on: null,
      due_on: null,
      extended: false,
      complex_reason: null,
      reminded: null,
      answered_on: null,
      comment_by: null,
      rate_by: null,
      rating_reminded: false,
      result_class: null,
      attitude: null,
      result: null,
      redirected_to: null,
      version: 1,
      submitted_on: null,
      closed_on: null,
      created_at: now,
      changed_at: now,
    };
    await insertSuggestion(tx, row);
    await upsertCosigners(
      tx,
      [...new Set(written.cosigners)].map((deputy_id, position) => ({
        jurisdiction,
        suggestion_id: id,
        deputy_id,
        state: 'asked',
        position,
        round: 0,
        attitude: null,
        result: null,
        words: null,
        changed_at: now,
      })),
    );
    await replaceRequests(tx, jurisdiction, id, [...new Set(written.requests)]);
    await putAttachments(tx, call, id, written.pictures);
    await insertEvent(tx, {
      jurisdiction,
      suggestion_id: id,
      id: v7(),
      round: 1,
      kind: 'created',
      side: 'lead',
      person_id: caller.personId,
      deputy_id: lead,
      department_id: null,
      words: null,
      detail: '{}',
      at: now,
    });
    await tell(tx, call, 'created', { before: row, after: row, words: null });
    return showOne(tx, call, row);
  });
}
