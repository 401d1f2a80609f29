import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { county as countyProcedure } from '../../../../shared/directory/contract';
import { type Me, me as meProcedure } from '../../../../shared/identity/contract';
import { useDisplay } from '../../platform/display';
import { useCall } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { canSignIn, hasSession, onSession } from '../../platform/session';
import { Button } from '../../ui/Button';
import { NetBar } from '../../ui/NetBar';
import { Page } from '../../ui/Page';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';
import { State } from '../../ui/State';
import { byWayOf } from './asked-page';
import { LeaveButton } from './LeaveButton';
import { leave } from './leave';
import { CONSOLE_PAGES, type ConsolePage } from './pages';
import { Rail, type Seats } from './Rail';
import { Toast } from './Toast';
import { useNarrow } from './useNarrow';
import './Frame.css';
import './panel.css';
import './compact.css';
import '../../ui/lock.scss';

export type Office = Seats & { at: string };

type Props = {
  at: ConsolePage;
  title: string;
  /** For the congress's office alone. */
  office?: boolean;
  /** What fills the window and scrolls by itself, instead of one column. */
  whole?: boolean;
  /** What stands in the bar behind the title, once it is known who sits here. */
  head?: (office: Office) => ReactNode;
  children: (office: Office) => ReactNode;
};

/** Every page of the console: who sits here, the rail, and what went well at the bottom. Whoever is not signed in is led to the code, and from there back. */
export function Frame({ at, title, office, whole, head, children }: Props) {
  const narrow = useNarrow();
  const { size } = useDisplay();
  const signedIn = useSyncExternalStore(onSession, hasSession);
  const known = signedIn || canSignIn();
  const { data: me, error, refetch, dataUpdatedAt } = useCall(meProcedure, {}, { enabled: known });
  useEffect(() => {
    if (!known) Taro.redirectTo({ url: byWayOf(CONSOLE_PAGES.signIn) });
  }, [known]);
  const { data: county } = useCall(countyProcedure, {});
  const seat = me ? seatOf(me, county?.name ?? '') : null;
  // What a role waits for is given on a page of its own, which leads back here.
  const asks = Boolean(me?.waiting?.length) && signedIn && (!seat || (office === true && !seat.admin));
  useEffect(() => {
    if (asks) askFactor();
  }, [asks]);
  const inside = () => {
    // What is written belongs to who sits here: not before that is known.
    if (!me || !signedIn)
      return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
    if (asks) return <Skeleton cards={3} />;
    if (!seat) return <NoRole />;
    if (!isOpenTo(at, seat)) return <Elsewhere seat={seat} />;
    if (office && !seat.admin) return <OfficeOnly />;
    return children(seat);
  };
  return (
    <Page className={`console ${narrow ? 'narrow' : size === 'normal' ? 'compact' : ''}`}>
      <div className="frame">
        <Rail at={at} seats={seat} />
        <div className="frame-work">
          <header className="frame-bar">
            <h1 className="frame-title">{title}</h1>
            {seat && head ? head(seat) : seat && <span className="frame-at">{seat.at}</span>}
            <span className="grow" />
            {me && seat && (
              <span className="frame-who">
                <span className="frame-face" aria-hidden="true">
                  {[...(me.name ?? '我')][0]}
                </span>
                <span className="frame-name">{me.name ?? me.maskedPhone}</span>
              </span>
            )}
            {me?.waiting && seat && (
              <Button kind="second" small icon="shield" onPress={askFactor}>
                多验一次
              </Button>
            )}
            {me && (
              <Button kind="text" small onPress={() => Taro.navigateTo({ url: '/identity/pages/sessions/index' })}>
                登录的设备
              </Button>
            )}
            {me && <LeaveButton />}
          </header>
          {/* Where the page is whole each of its parts says how old it is. */}
          {error instanceof OfflineError && me && !whole && <NetBar seenAt={dataUpdatedAt} />}
          <main className={whole && seat && (!office || seat.admin) ? 'frame-whole' : 'frame-main'}>{inside()}</main>
          <Toast />
        </div>
      </div>
    </Page>
  );
}

/** To the page of the second factor (动态码), and back to this one. */
function askFactor(): void {
  void Taro.redirectTo({ url: byWayOf(CONSOLE_PAGES.secondFactor) });
}

const OF_DEPARTMENTS: readonly ConsolePage[] = ['assigned', 'department', 'suggestion'];

/** 整改 is everybody's: who sits in a department has nothing else but it, what was assigned to them, and their department. */
function isOpenTo(at: ConsolePage, { department, station }: Seats): boolean {
  return at === 'promises' || (OF_DEPARTMENTS.includes(at) ? department : station);
}

/** Where a person sits: at their stations, in their departments, or in the congress's office, as far as no second factor is waited for. Null for anybody else. */
function seatOf({ roles, waiting = [], departments: all = [] }: Me, county: string): Office | null {
  const admin = !waiting.includes('admin') && roles.some(({ role }) => role === 'admin');
  const departments = waiting.includes('department') ? [] : all;
  const stations = roles.flatMap(({ role, stationName }) => (role === 'clerk' && stationName ? [stationName] : []));
  const places = [...(admin ? [`${county}人大办公室`] : stations), ...departments.map(({ name }) => name)];
  if (!places.length) return null;
  const seats = { admin, station: admin || stations.length > 0, department: departments.length > 0 };
  return { ...seats, at: places.join('、') };
}

/** Whoever came in where others work is led to where they do. */
function Elsewhere({ seat }: { seat: Office }) {
  useEffect(() => {
    Taro.redirectTo({ url: seat.station ? CONSOLE_PAGES.worklist : CONSOLE_PAGES.assigned });
  }, [seat.station]);
  return <Skeleton cards={3} />;
}

function NoRole() {
  return (
    <State
      scene="problem"
      title="这里是联络站用的"
      words={'您还没有联络站或者部门的身份。\n请人大办公室给您加上，再回来扫一次。'}
    >
      <Button onPress={leave}>换个人进来</Button>
    </State>
  );
}

function OfficeOnly() {
  return (
    <State scene="problem" title="这一页归人大办公室" words="联络站的事情在工作台上。">
      <Button onPress={() => Taro.redirectTo({ url: CONSOLE_PAGES.worklist })}>回工作台</Button>
    </State>
  );
}
