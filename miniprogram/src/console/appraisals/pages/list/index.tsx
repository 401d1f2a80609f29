import Taro from '@tarojs/taro';
import { current, prepared } from '../../../../../../shared/appraisals/contract';
import { useCall } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { Icon } from '../../../../ui/Icon';
import { NetBar } from '../../../../ui/NetBar';
import { Press } from '../../../../ui/Press';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { Tag } from '../../../../ui/Tag';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { Begin } from '../../components/Begin';
import { sayClose } from '../../components/closing';
import { NEXT_STEPS, STATE_LOOKS } from '../../components/words';
import './index.css';

/** 评议: every appraisal of the county; a station sees those that are open or over. */
export default function Appraisals() {
  return (
    <Frame at="appraisals" title="评议">
      {({ admin }) => <List admin={admin} />}
    </Frame>
  );
}

function List({ admin }: { admin: boolean }) {
  const list = useCall(admin ? prepared : current, {});
  const all = list.data?.appraisals ?? [];
  return (
    <div className="frame-column">
      {admin && <Begin all={all} known={list.data !== undefined} />}
      {list.error instanceof OfflineError && list.data && <NetBar seenAt={list.dataUpdatedAt} />}
      {list.error && !list.data && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && <Skeleton cards={3} />}
      {list.data && !all.length && (
        <State
          scene="empty"
          title={admin ? '还没有评议过' : '现在没有评议'}
          words={admin ? '点“新建一次”，问卷先放好几条常用的。' : '人大办公室开了票，这里就有。'}
        />
      )}
      {all.length > 0 && (
        <ul className="appraisals space-above-3" aria-label="各次评议">
          {all.map((one) => (
            <Row key={one.id} {...one} />
          ))}
        </ul>
      )}
    </div>
  );
}

type Appraisal = { id: string; title: string; state: keyof typeof STATE_LOOKS; closesAt: string };

function Row({ id, title, state, closesAt }: Appraisal) {
  const { words, icon, tone } = STATE_LOOKS[state];
  return (
    <li>
      <Press
        role="link"
        className="appraisals-row"
        onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.appraisal}?id=${id}` })}
      >
        <span className="grow">
          <b>{title}</b>
          <span className="secondary block">{`${sayClose(closesAt)} 关票`}</span>
        </span>
        <Tag icon={icon} tone={tone}>
          {words}
        </Tag>
        <span className="text-accent">{NEXT_STEPS[state]}</span>
        <Icon name="right" />
      </Press>
    </li>
  );
}
