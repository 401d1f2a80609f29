import { supplement } from '../../../../shared/requests/contract';
import { Act } from './Act';

/** The resident writes more (补充几句), in the page; a question the deputy asked is answered by it. */
export function Supplement({ id, answers, onDone }: { id: string; answers: boolean; onDone: () => void }) {
  return (
    <Act
      procedure={supplement}
      input={{ id }}
      title={answers ? '回答代表' : '补充几句'}
      placeholder={answers ? '知道多少写多少' : '还想说什么'}
      fewest={2}
      most={1000}
      send={answers ? '送出回答' : '加上去'}
      onDone={onDone}
    />
  );
}
