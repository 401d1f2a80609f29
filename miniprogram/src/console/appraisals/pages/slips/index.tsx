import Taro, { useRouter } from '@tarojs/taro';
import { slips } from '../../../../../../shared/voting/contract';
import { useCall } from '../../../../platform/query';
import { Button } from '../../../../ui/Button';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { IssueSlip } from '../../components/IssueSlip';
import { PrintBook } from '../../components/PrintBook';
import { SlipTable } from '../../components/SlipTable';
import '../../components/Running.css';

/** 纸票本 (44b): where every slip is, printing a book, handing one out. */
export default function Slips() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="纸票本">
      {({ admin }) => <Books id={id} admin={admin} />}
    </Frame>
  );
}

function Books({ id, admin }: { id: string; admin: boolean }) {
  const { data, error, refetch } = useCall(slips, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const go = (page: 'appraisal' | 'entry') => Taro.redirectTo({ url: `${CONSOLE_PAGES[page]}?id=${id}` });
  return (
    <div className="frame-column">
      <div className="row wrap">
        <h2 className="title grow slips-title">{data.title}</h2>
        <Button kind="text" onPress={() => go('appraisal')}>
          回这次评议
        </Button>
        {data.open && (
          <Button icon="pen" onPress={() => go('entry')}>
            录纸票
          </Button>
        )}
      </div>
      <section className="panel space-above-3" aria-label="每一张都有下落">
        <h2 className="heading">每一张都有下落</h2>
        {data.stations.length ? <SlipTable stations={data.stations} /> : <p className="secondary">还没有印过纸票。</p>}
        <p className="note space-above-2">
          发票时在名册上打一个勾：领过纸票。不记领的是哪一张。关票后，这张表随结果一起公布。
        </p>
      </section>
      {data.open && (
        <div className="two-columns space-above-3">
          {admin && <PrintBook id={id} />}
          <IssueSlip id={id} stations={data.stations} />
        </div>
      )}
      {data.spoiled.length > 0 && (
        <section className="panel space-above-3" aria-label="作废的">
          <h2 className="heading">作废的</h2>
          <p className="secondary">不撕不扔，两人签字，夹回本子里。</p>
          <ul className="space-above-2">
            {data.spoiled.map(({ serial, reason, by }) => (
              <li key={serial} className="row between wrap">
                <b>{serial}</b>
                <span className="grow secondary">{reason}</span>
                <span>{by.length > 1 ? by.join('、') : `${by.join('')}，等第二位`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
