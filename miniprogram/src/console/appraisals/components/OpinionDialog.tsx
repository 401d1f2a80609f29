import { useState } from 'react';
import { type rectification, sendOpinion } from '../../../../../shared/appraisals/rectification';
import { addDays, type Day } from '../../../../../shared/kernel/days';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { lengthOf } from '../../../../../shared/kernel/text';
import { askAgain } from '../../../../../shared/promises/contract';
import { LENGTHS, MOST_DAYS } from '../../../../../shared/promises/limits';
import { useAct } from '../../../platform/act';
import { useToday } from '../../../platform/clock';
import { DayField } from '../../../ui/DayField';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';

export type Rectified = Reply<typeof rectification>['departments'][number];
type Props = { id: string; department: Rectified; dueOn: Day; onClose: () => void };

/** What the office says to a department, with the numbers it stands on; the second time it is that the answer was not enough. */
export function OpinionDialog({ id, department: { id: departmentId, name, figures, opinion }, dueOn, onClose }: Props) {
  const today = useToday();
  const [words, setWords] = useState('');
  const [day, setDay] = useState<Day | null>(dueOn);
  const first = useAct(sendOpinion, ['appraisals', 'promises']);
  const again = useAct(askAgain, ['appraisals', 'promises']);
  const send = () => {
    const said = { words: words.trim(), dueOn: day ?? dueOn };
    if (opinion) return again.send({ id: opinion.id, version: opinion.version, ...said }, onClose);
    return first.send({ id, departmentId, ...said }, onClose);
  };
  const why = lengthOf(words.trim()) < LENGTHS.opinion[0] ? '先写意见。' : day ? null : '先选哪天前答。';
  return (
    <Dialog
      wide
      title={opinion ? `请${name}重新报告` : `给${name}的评议意见`}
      sub={opinion ? '只能要一次。原来答应的事照样算数。' : '连同公布的数一起送去，大家也看得到。'}
      main={opinion ? '要求重新报告' : '送去'}
      why={why}
      busy={(first.isPending || again.isPending) && '正在送…'}
      error={first.error ?? again.error}
      onMain={send}
      onClose={onClose}
    >
      {!opinion &&
        figures.map((line) => (
          <p key={line} className="note">
            {line}
          </p>
        ))}
      <div className="space-above-3">
        <WordArea
          label="意见"
          placeholder="哪些事大家不满意，要它答什么"
          maxLength={LENGTHS.opinion[1]}
          value={words}
          onInput={setWords}
        />
      </div>
      <div className="space-above-3">
        <DayField label="哪天前答" value={day} first={today} last={addDays(today, MOST_DAYS)} onChoose={setDay} />
      </div>
    </Dialog>
  );
}
