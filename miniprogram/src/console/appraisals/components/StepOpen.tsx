import { useState } from 'react';
import { approve, drop, open } from '../../../../../shared/appraisals/contract';
import { ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { sayRule, USUAL_OUTCOME } from '../../../../../shared/voting/outcome';
import { sayWeights } from '../../../../../shared/voting/weighted';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { sayClose } from './closing';
import { askedCount, saySlipsTwice } from './draft';
import { Tick } from './StepTrial';
import type { Prepared, Writing } from './useDraft';
import './Ticks.css';

type Props = { prepared: Prepared; writing: Writing; missing: readonly string[] };

/** 开票: two people, and what is frozen by it. */
export function StepOpen({ prepared, writing, missing }: Props) {
  const { id, acts, events } = prepared;
  const [asking, setAsking] = useState<'open' | 'drop' | null>(null);
  const first = useAct(approve, ['appraisals']);
  const { changed, version } = writing;
  const approvedBy = acts.includes('approve') ? null : nameOfLast(events, 'approved');
  const waits = !acts.includes('approve') && !acts.includes('open') && !missing.length && !changed;
  return (
    <div className="form-column">
      <p>开票要两个人：一位先点，另一位看过了再点。第二位点下去，下面这些一起冻住，谁也改不了。</p>
      <Frozen writing={writing} />
      {missing.length > 0 && (
        <Notice tone="wait">
          <b className="block">还差这些，才能开票：</b>
          <ul className="ticks">
            {missing.map((words) => (
              <Tick key={words} on={false}>
                {words}
              </Tick>
            ))}
          </ul>
        </Notice>
      )}
      {changed && <Notice tone="wait">有改过没存的。先存着，再开票。</Notice>}
      {acts.includes('open') && !changed && (
        <Notice
          tone="info"
          icon="shield"
        >{`${approvedBy ?? '第一位'}点过了，还差您。看过一遍，没有不对的再点。`}</Notice>
      )}
      {waits && <Notice tone="ok">您点过了，还差一位。请另一位管理员登录，点“评议”，再点“开票”。</Notice>}
      {first.error && <Notice tone="late">{sayFault(first.error)}</Notice>}
      <div className="row wrap">
        {acts.includes('open') ? (
          <Button disabled={changed} onPress={() => setAsking('open')}>
            开票
          </Button>
        ) : (
          <Button
            disabled={!acts.includes('approve') || changed}
            busy={first.isPending && '正在点…'}
            onPress={() => first.send({ id, version }, () => toast('您点过了，还差一位'))}
          >
            开票，我先点
          </Button>
        )}
        <span className="grow" />
        {acts.includes('drop') && (
          <Button kind="grave" small onPress={() => setAsking('drop')}>
            这次不办了
          </Button>
        )}
      </div>
      {asking && <Sure kind={asking} prepared={prepared} writing={writing} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** What stands still from the opening on. */
function Frozen({ writing: { draft } }: Pick<Props, 'writing'>) {
  return (
    <ul className="ticks" aria-label="一起冻住的">
      {[
        `问卷 ${draft.questions.length} 条`,
        `部门 ${draft.departments.length} 个，每人评 ${askedCount(draft)} 个`,
        `谁来评：${draft.electorates.map((one) => ELECTORATE_WORDS[one]).join('、')}，分开报`,
        `${sayClose(draft.closesAt)} 关票`,
        `不到 ${draft.threshold} 人的不公布`,
        ...(draft.weights ? [`折算：${sayWeights(draft.weights)}，放在两边的数旁边`] : []),
        `名目：${sayRule(draft.outcome ?? USUAL_OUTCOME)}`,
        saySlipsTwice(draft),
        '名册：代表一位一位记下；居民按那天验过手机的人数记',
      ].map((words) => (
        <Tick key={words} on>
          {words}
        </Tick>
      ))}
    </ul>
  );
}

const DOES = {
  open: {
    title: '真的开票吗',
    main: '开票',
    words: '点下去就开始投票，问卷、部门、名册都不能再改。',
    done: '开票了，从现在起能投',
  },
  drop: {
    title: '这次不办了吗',
    main: '不办了',
    words: '准备好的留着看，不能再改，也不能再开票。',
    done: '这次不办了',
  },
};

type SureProps = { kind: 'open' | 'drop'; prepared: Prepared; writing: Writing; onClose: () => void };

function Sure({ kind, prepared: { id }, writing, onClose }: SureProps) {
  const act = useAct(kind === 'open' ? open : drop, ['appraisals']);
  const { title, main, words, done } = DOES[kind];
  const send = () =>
    act.send({ id, version: writing.version }, () => {
      toast(done);
      onClose();
    });
  return (
    <Dialog
      title={title}
      main={main}
      busy={act.isPending && '正在办…'}
      error={act.error}
      foot="谁点的、什么时候，都会记下来。"
      onClose={onClose}
      onMain={send}
    >
      <p>{words}</p>
      {kind === 'open' && <Frozen writing={writing} />}
    </Dialog>
  );
}

function nameOfLast(events: Prepared['events'], kind: string): string | null {
  const all = events.filter((event) => event.kind === kind);
  return all[all.length - 1]?.name ?? null;
}
