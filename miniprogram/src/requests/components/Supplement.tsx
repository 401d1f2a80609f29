import type { RequestPage } from '../../../../shared/requests/contract';
import { supplement } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { isIn, QUESTIONED } from '../../../../shared/requests/states';
import { Act } from './Act';

/** The resident writes more (补充几句), in the page; a question that waits is answered by it. Who entered it says it for them. */
export function Supplement({
  request: { id, state, viewer, departmentName, handover },
  onDone,
}: {
  request: RequestPage;
  onDone: () => void;
}) {
  const answers = isIn(state, QUESTIONED) && !handover;
  const forThem = viewer === 'entrant' ? '替他' : '';
  return (
    <Act
      procedure={supplement}
      id={id}
      title={answers ? `${forThem}回答${departmentName ? '部门' : '代表'}` : `${forThem}补充几句`}
      placeholder={answers ? '知道多少写多少' : '还想说什么'}
      length={LENGTHS.supplement}
      photos
      send={answers ? '送出回答' : '加上去'}
      onDone={onDone}
    />
  );
}
