import Taro, { useRouter } from '@tarojs/taro';
import { slips } from '../../../../../../shared/voting/contract';
import { useCall } from '../../../../platform/query';
import { Button } from '../../../../ui/Button';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Tag } from '../../../../ui/Tag';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { SlipEntry } from '../../components/SlipEntry';
import { SLIP_TAGS, SLIP_WORDS } from '../../components/slip-words';
import '../../components/Slips.css';

/** 录纸票 (44c): a slip is typed in with the keyboard, by two people where the appraisal says so. */
export default function Entry() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="录纸票">
      {() => <Type id={id} />}
    </Frame>
  );
}

function Type({ id }: { id: string }) {
  const { data, error, refetch } = useCall(slips, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  return (
    <div className="frame-column">
      <div className="row wrap">
        <h2 className="title grow">{data.title}</h2>
        <Button kind="text" onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.slips}?id=${id}` })}>
          回纸票本
        </Button>
      </div>
      <p className="secondary">票箱封着，录了也看不到结果。没有计时，没有谁录得多谁录得少。</p>
      <div className="two-columns space-above-3">
        <SlipEntry id={id} twice={data.twice} />
        <section className="panel" aria-label="收回的">
          <h2 className="heading">{`收回的 ${data.waiting.length} 张`}</h2>
          <ul className="slip-list space-above-2">
            {data.waiting.map(({ serial, state, mine }) => (
              <li key={serial} className="row between">
                <b className="slip-serial">{serial}</b>
                <span className="row">
                  {mine && <span className="note">您录过</span>}
                  <Tag {...SLIP_TAGS[state]}>{SLIP_WORDS[state]}</Tag>
                </span>
              </li>
            ))}
          </ul>
          <p className="note space-above-2">
            {data.twice ? '两个人各录一遍。一样才进票箱，不一样看纸票。' : '这次评议录一遍就进票箱。'}
          </p>
        </section>
      </div>
    </div>
  );
}
