import { useState } from 'react';
import { type Membership, memberships } from '../../../../../../shared/identity/contract';
import type { TextTo } from '../../../../../../shared/notifications/texts';
import { sayText, TextTag, useTexts } from '../../../../identity/components/TextTag';
import { usePaused } from '../../../../platform/paused';
import { usePages } from '../../../../platform/query';
import { sayDay } from '../../../../platform/say';
import { OfflineError } from '../../../../platform/send';
import { Button } from '../../../../ui/Button';
import { NetBar } from '../../../../ui/NetBar';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { SearchBox } from '../../../../ui/SearchBox';
import { Segment } from '../../../../ui/Segment';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { Tag } from '../../../../ui/Tag';
import { Frame } from '../../../ui/Frame';
import { useKept } from '../../../ui/useKept';
import { FactorTag, sayFactor } from '../../components/factor';
import { GrantDialog } from '../../components/GrantDialog';
import { InviteDialog } from '../../components/InviteDialog';
import { OwnFactor } from '../../components/OwnFactor';
import { Recusals } from '../../components/Recusals';
import { ResetFactorDialog } from '../../components/ResetFactorDialog';
import { type OfficeRole, ROLE_WORDS } from '../../components/roles';
import { WithdrawDialog } from '../../components/WithdrawDialog';
import '../../../ui/people.css';
import './index.css';
import '../../../../ui/check.scss';

const ROLES = (Object.keys(ROLE_WORDS) as OfficeRole[]).map((value) => ({ value, words: ROLE_WORDS[value] }));

type Does = 'invite' | 'withdraw' | 'reset';
type Opened = { kind: 'grant' } | { kind: Does; membership: Membership };

/** 身份: who is what in the county now. */
export default function Roles() {
  return (
    <Frame at="roles" title="谁有什么身份" office>
      {() => <List />}
    </Frame>
  );
}

function List() {
  const [role, setRole] = useKept<OfficeRole>('roles role', 'clerk');
  const [words, setWords] = useKept('roles words', '');
  const [opened, setOpened] = useState<Opened | null>(null);
  const wanted = usePaused(words.trim());
  const list = usePages(memberships, { role, words: wanted || undefined });
  const { items, error } = list;
  const texts = useTexts(role === 'department');
  const close = () => setOpened(null);
  return (
    <div className="frame-column">
      <Segment label="哪种身份" options={ROLES} value={role} onChoose={setRole} />
      <div className="row wrap space-above-3">
        <div className="grow search-wide">
          <SearchBox value={words} placeholder="名字" onInput={setWords} />
        </div>
        <OwnFactor />
        <Button icon="plus" onPress={() => setOpened({ kind: 'grant' })}>
          加一位
        </Button>
      </div>
      {error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      {error && !items.length && <ProblemPage error={error} onRetry={() => list.refetch()} />}
      {!error && list.isPending && <Skeleton cards={3} />}
      {!error && !list.isPending && !items.length && (
        <State
          scene="empty"
          title={wanted ? '没找到' : `还没有${ROLE_WORDS[role]}的人`}
          words={wanted ? '换个名字试试，或者换一种身份。' : '点“加一位”，或者在名册的表格里填。'}
        />
      )}
      {items.length > 0 && (
        <ul className="people space-above-3" aria-label={ROLE_WORDS[role]}>
          {items.map((one) => (
            <Person
              key={one.id}
              membership={one}
              text={texts.get(one.id)}
              onOpen={(kind) => setOpened({ kind, membership: one })}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="space-above-3">
          <Button kind="second" wide busy={list.isFetchingNextPage && '正在取…'} onPress={list.fetchNextPage}>
            再看一些
          </Button>
        </div>
      )}
      <Recusals />
      {opened?.kind === 'grant' && <GrantDialog role={role} onClose={close} />}
      {opened?.kind === 'invite' && <InviteDialog membership={opened.membership} onClose={close} />}
      {opened?.kind === 'reset' && <ResetFactorDialog membership={opened.membership} onClose={close} />}
      {opened?.kind === 'withdraw' && <WithdrawDialog membership={opened.membership} onClose={close} />}
    </div>
  );
}

type PersonProps = {
  membership: Membership;
  /** The last short message, of whoever gets any. */
  text: TextTo['last'] | undefined;
  onOpen: (kind: Does) => void;
};

function Person({ membership, text, onOpen }: PersonProps) {
  const {
    name,
    maskedPhone,
    stationName,
    villageName,
    departmentName,
    source,
    bound,
    grantedOn,
    secondFactor: factor,
  } = membership;
  const who = name ?? '没写名字';
  return (
    <li className="person">
      <div className="grow">
        <b>{who}</b> <span className="secondary">{maskedPhone ?? '没有手机号'}</span>
        <span className="secondary block">
          {[
            stationName ?? villageName ?? departmentName,
            source === 'roster' ? '名册里的' : '这里加的',
            `${sayDay(grantedOn)}起`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {factor && <span className="secondary block">{sayFactor(factor)}</span>}
        {text !== undefined && <span className="secondary block">{sayText(text)}</span>}
      </div>
      <FactorTag factor={factor} />
      {text !== undefined && <TextTag last={text} />}
      {bound ? (
        <Tag icon="check" tone="ok">
          用上了
        </Tag>
      ) : (
        <Tag icon="clock" tone="wait">
          还没来过
        </Tag>
      )}
      <div className="row">
        {!bound && (
          <Button kind="line" small label={`给${who}邀请码`} onPress={() => onOpen('invite')}>
            邀请码
          </Button>
        )}
        {factor?.since && (
          <Button kind="line" small label={`重置${who}的动态码`} onPress={() => onOpen('reset')}>
            重置
          </Button>
        )}
        <Button kind="line" small label={`收回${who}的身份`} onPress={() => onOpen('withdraw')}>
          收回
        </Button>
      </div>
    </li>
  );
}
