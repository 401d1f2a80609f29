import { useState } from 'react';
import { LENGTHS, MOST_MONTHS } from '../../../../../shared/suggestions/limits';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import { faultAt, sayFault } from '../../../platform/faults';
import { Until } from '../../../suggestions/components/Until';
import { Card } from '../../../ui/Card';
import { Choice } from '../../../ui/Choice';
import { Fault } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { Segment } from '../../../ui/Segment';
import { WordArea } from '../../../ui/WordArea';
import { DepartmentPick } from '../../ui/DepartmentPick';
import { TogetherRows } from '../../ui/TogetherRows';
import { useKeys } from '../../ui/useKeys';
import { type Assigning, OFFICE } from './useAssign';

const KINDS = [
  { value: 'advice' as const, words: '一家主办' },
  { value: 'part' as const, words: '各办各的' },
];
type Props = { suggestion: Suggestion; at: NonNullable<Suggestion['assigning']>; form: Assigning };

/** 43a, 交给谁办: the department that leads, who works on it with them, how long it takes, and who watches over it. */
export function AssignCard({ suggestion, at, form }: Props) {
  const { value, change, roll, lead, rows, watcher, complex, error, why } = form;
  const [adding, setAdding] = useState(false);
  useKeys({ g: lead ? () => setAdding(true) : undefined });
  const { committees = [] } = suggestion;
  const dueOn = complex ? (at.complexDueOn ?? at.dueOn) : at.dueOn;
  return (
    <Card className="assign-card">
      <h2 className="heading">交给谁办</h2>
      <div className="space-above-2">
        <Segment label="怎么办" options={KINDS} value={value.kind} onChoose={(kind) => change({ kind })} />
      </div>
      <div className="space-above-3">
        <DepartmentPick
          calm
          label="主办"
          departments={roll}
          value={lead?.id ?? null}
          onChoose={(leadId) => change({ leadId })}
        />
      </div>
      {lead && (
        <div className="space-above-3">
          <b>{value.kind === 'advice' ? '协办' : '一起办'}</b>{' '}
          <span className="note">
            {value.kind === 'advice' ? '给主办意见，答复由主办写' : '每家写明办哪一份，都办完了主办来答复'}
          </span>
          <TogetherRows
            departments={roll}
            taken={[lead.id]}
            rows={rows}
            at="together.parts"
            error={error}
            adding={adding}
            onAdding={setAdding}
            onChange={(next) => change({ rows: next })}
          />
        </div>
      )}
      <Until suggestion={suggestion} dueOn={dueOn} calendarGap={at.calendarGap}>
        {at.complexDueOn !== null && (
          <div className="space-above-2">
            <Segment
              label="多久答"
              options={[
                { value: 'plain' as const, words: `${at.months} 个月` },
                { value: 'complex' as const, words: `复杂，${MOST_MONTHS} 个月` },
              ]}
              value={complex ? 'complex' : 'plain'}
              onChoose={(next) => change({ complex: next === 'complex' })}
            />
          </div>
        )}
        {complex && (
          <div className="space-above-2">
            <WordArea
              short
              label="为什么复杂，代表看得到"
              placeholder="要等什么批，要过几道手续"
              maxLength={LENGTHS.reason[1]}
              value={value.why}
              fault={faultAt(error, 'complexReason')}
              onInput={(next) => change({ why: next })}
            />
          </div>
        )}
      </Until>
      {committees.length > 0 && (
        <div className="space-above-4">
          <b>督办</b>
          <div className="space-above-2">
            <Choice
              label="督办"
              options={[
                ...committees.map(({ id, name }) => ({ value: id, words: `${name}盯着`, note: '超时由办公室告诉它' })),
                { value: OFFICE, words: '办公室盯着' },
              ]}
              value={watcher}
              onChoose={(next) => change({ watcher: next })}
            />
          </div>
        </div>
      )}
      <div className="space-above-3">
        <WordArea
          short
          label="交办时说一句"
          placeholder="可以不写"
          maxLength={LENGTHS.words[1]}
          value={value.words}
          fault={faultAt(error, 'words')}
          onInput={(words) => change({ words })}
        />
      </div>
      <Fault>{why}</Fault>
      {error && (
        <div className="space-above-3">
          <Notice tone="wait">{sayFault(error)}</Notice>
        </div>
      )}
    </Card>
  );
}
