import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Reply } from '../../../../../../shared/kernel/procedure';
import { slips } from '../../../../../../shared/voting/contract';
import { useCall } from '../../../../platform/query';
import { sayDay } from '../../../../platform/say';
import { Button } from '../../../../ui/Button';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { BookMap } from '../../components/BookMap';
import { IssueSlip } from '../../components/IssueSlip';
import { PrintBook } from '../../components/PrintBook';
import { SlipDays } from '../../components/SlipDays';
import { SlipTable } from '../../components/SlipTable';
import '../../components/Running.css';
import '../../components/Slips.css';

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
  const [chosen, setChosen] = useState<string>();
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const go = (page: 'appraisal' | 'entry') => Taro.redirectTo({ url: `${CONSOLE_PAGES[page]}?id=${id}` });
  const station = data.stations.find((one) => one.id === chosen) ?? data.stations[0];
  return (
    <>
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
      <div className="slips space-above-3">
        <div className="stack">
          <section className="panel" aria-label="每一张都有下落">
            <h2 className="heading">每一张都有下落</h2>
            {station ? (
              <SlipTable stations={data.stations} chosen={station.id} onChoose={setChosen} />
            ) : (
              <p className="secondary">还没有印过纸票。</p>
            )}
            <p className="note space-above-2">
              发票时在名册上打一个勾：领过纸票。不记领的是哪一张。关票后，这张表随结果一起公布。
            </p>
          </section>
          {data.open && (
            <div className="two-columns">
              {admin && <PrintBook id={id} />}
              <IssueSlip id={id} stations={data.stations} />
            </div>
          )}
        </div>
        <div className="stack">
          {station && <BookMap station={station} />}
          <Spoiled spoiled={data.spoiled} />
          <SlipDays {...data} />
        </div>
      </div>
    </>
  );
}

function Spoiled({ spoiled }: Pick<Reply<typeof slips>, 'spoiled'>) {
  if (!spoiled.length) return null;
  return (
    <section className="panel" aria-label="作废的">
      <h2 className="heading">作废的</h2>
      <p className="secondary">不撕不扔，两人签字，夹回本子里。</p>
      <ul className="slip-list space-above-2">
        {spoiled.map(({ serial, on, reason, by }) => (
          <li key={serial}>
            <div className="row between wrap">
              <b className="slip-serial">{serial}</b>
              <span className="note">{by.length > 1 ? by.join('、') : `${by.join('')}，等第二位`}</span>
            </div>
            <p className="secondary">{`${sayDay(on)} · ${reason}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
