import { useState } from 'react';
import type { PartKind } from '../../../../../shared/assignments/part/values';
import { askedIn, type Row, whyNotAsked } from '../../../../../shared/assignments/part/words';
import { departments } from '../../../../../shared/directory/contract';
import { lengthOf } from '../../../../../shared/kernel/text';
import { assign } from '../../../../../shared/suggestions/contract';
import { LENGTHS } from '../../../../../shared/suggestions/limits';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import { useCall } from '../../../platform/query';
import { useForm } from '../../../platform/useForm';
import { toast } from '../../ui/Toast';

/** Under this name the office itself is chosen. */
export const OFFICE = 'office';
type Written = {
  leadId: string | null;
  kind: PartKind;
  rows: Row[];
  complex: boolean;
  why: string;
  watcher: string;
  words: string;
};

/** What is filled in to assign a suggestion, and why it can't be sent yet. */
export function useAssign({ id, version, title, watcherId, committees = [], assigning }: Suggestion) {
  const { data } = useCall(departments, {}, { enabled: assigning !== undefined });
  const roll = data?.departments ?? [];
  const blank: Written = {
    leadId: null,
    kind: 'advice',
    rows: [],
    complex: false,
    why: '',
    watcher: watcherId ?? OFFICE,
    words: '',
  };
  const form = useForm<Written>(`suggestion given ${id}`, blank, { refreshes: ['suggestions', 'notifications'] });
  const [pressed, setPressed] = useState(false);
  const { value } = form;
  // Which was chosen another day may be on the roll no more.
  const lead = roll.find((one) => one.id === value.leadId) ?? null;
  const rows = value.rows.filter(
    (row) => row.departmentId !== lead?.id && roll.some((one) => one.id === row.departmentId),
  );
  const watcher = committees.find((one) => one.id === value.watcher)?.id ?? null;
  const complex = value.complex && assigning?.complexDueOn != null;
  const nameOf = (of: string) => roll.find((one) => one.id === of)?.name ?? '';
  const [words, reason] = [value.words.trim(), value.why.trim()];
  const why = !lead
    ? '先选主办。'
    : ((value.kind === 'part' && !rows.length ? '各办各的，再选至少一家。' : whyNotAsked(rows, nameOf)) ??
      (complex && isOff(reason, LENGTHS.reason) ? '复杂，要写一句为什么，代表看得到。' : null) ??
      (words && isOff(words, LENGTHS.words) ? '交办时说的，太短或者太长。' : null));
  const send = () => {
    setPressed(true);
    if (why || !lead) return;
    void form.send(
      assign,
      {
        id,
        version,
        departmentId: lead.id,
        watcherId: watcher,
        ...(words ? { words } : {}),
        ...(complex ? { complexReason: reason } : {}),
        ...(rows.length ? { together: { kind: value.kind, parts: askedIn(rows) } } : {}),
      },
      () => toast(`“${title}”交给${lead.name}了`),
    );
  };
  return { ...form, roll, lead, rows, watcher: watcher ?? OFFICE, complex, why: pressed ? why : null, send };
}
export type Assigning = ReturnType<typeof useAssign>;

const isOff = (words: string, [least, most]: readonly [number, number]) =>
  lengthOf(words) < least || lengthOf(words) > most;
