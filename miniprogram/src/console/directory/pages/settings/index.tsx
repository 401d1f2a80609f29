import { useEffect, useState } from 'react';
import { settings as sheetProcedure } from '../../../../../../shared/directory/contract/office';
import { dashboard } from '../../../../../../shared/requests/contract';
import { useCall } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { Button } from '../../../../ui/Button';
import { Group } from '../../../../ui/Group';
import { NetBar } from '../../../../ui/NetBar';
import { Notice } from '../../../../ui/Notice';
import { Press } from '../../../../ui/Press';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { stepIn } from '../../../ui/stepIn';
import { useAddress } from '../../../ui/useAddress';
import { useKeys } from '../../../ui/useKeys';
import { useNarrow } from '../../../ui/useNarrow';
import { SettingPanel } from '../../components/SettingPanel';
import { SettingsTable } from '../../components/SettingsTable';
import { SettingsWaiting, useWithdraw } from '../../components/SettingsWaiting';
import '../../components/Settings.scss';

const ALL = '全部';
const CALENDAR = 'calendar';

/** 规矩: what the county decides for itself, and who changes it; two people agree to each change. */
export default function Settings() {
  return (
    <Frame
      at="settings"
      title="县里的规矩"
      office
      whole
      head={() => <span className="frame-at">改一条，写一条为什么，两个人点</span>}
    >
      {() => <Sheet />}
    </Frame>
  );
}

function Sheet() {
  const { data, error, isPending, refetch, dataUpdatedAt } = useCall(sheetProcedure, {});
  const due = useCall(dashboard, {}).data?.calendarGap;
  const [chosen, choose] = useAddress(CONSOLE_PAGES.settings, ['group', 'setting'] as const);
  const [editing, setEditing] = useState(false);
  const narrow = useNarrow();
  const withdrawing = useWithdraw();
  const { settings = [], waiting = [] } = data ?? {};
  const groups = [...new Set(settings.map(({ group }) => group))];
  const shown = settings.filter(({ group }) => !chosen.group || group === chosen.group);
  const setting = settings.find(({ name }) => name === chosen.setting);
  const waits = waiting.find((change) => change.setting === setting?.name);
  const first = shown[0]?.name;
  // On a wide window one is always open beside the table.
  useEffect(() => {
    if (!narrow && !setting && first) choose({ setting: first });
  });
  const show = (name: string | undefined) => {
    setEditing(false);
    choose({ setting: name });
  };
  const edit = () => setEditing(setting !== undefined && !waits);
  const step = stepIn(
    shown.map(({ name }) => ({ id: name })),
    setting?.name ?? null,
    show,
  );
  const writeCalendar = () => {
    choose({ group: undefined, setting: CALENDAR });
    setEditing(!waiting.some((change) => change.setting === CALENDAR));
  };
  const mine = [waits, ...waiting].find((change) => change?.acts.includes('withdraw'));
  const year = data?.calendarGap.year;
  // What another process counted may be older than what was agreed to a moment ago.
  const counted = due && due.year === year ? due.due : 0;
  const isGap = year !== undefined && (data?.calendarGap.near || counted > 0);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    enter: edit,
    z: mine && (() => withdrawing.withdraw(mine.id)),
    h: isGap ? writeCalendar : undefined,
    escape: editing ? () => setEditing(false) : narrow && setting ? () => show(undefined) : undefined,
  });
  if (!data)
    return (
      <div className="settings">
        {error ? <ProblemPage error={error} onRetry={refetch} /> : isPending && <Skeleton cards={4} />}
      </div>
    );
  return (
    <div className="settings">
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {isGap && <Gap year={year} due={counted} onWrite={writeCalendar} />}
      <SettingsWaiting waiting={waiting} withdrawing={withdrawing} onShow={show} />
      <div className="settings-columns">
        {!(narrow && setting) && (
          <>
            <Group role="tablist" label="哪一类" className="panel settings-groups">
              {[ALL, ...groups].map((group) => {
                const on = group === (chosen.group ?? ALL);
                return (
                  <Press
                    key={group}
                    role="tab"
                    on={on}
                    className={`settings-tab ${on ? 'on' : ''}`}
                    onPress={() => {
                      setEditing(false);
                      choose({ group: group === ALL ? undefined : group, setting: undefined });
                    }}
                  >
                    {group}
                  </Press>
                );
              })}
            </Group>
            <section className="panel settings-list" aria-label="规矩">
              <SettingsTable
                settings={shown}
                waiting={new Set(waiting.map((change) => change.setting))}
                chosen={setting?.name}
                onPress={(name) => (name === setting?.name ? edit() : show(name))}
              />
              <p className="note keys-note settings-keys" aria-hidden="true">
                <Kbd>J</Kbd> <Kbd>K</Kbd> 上下 <Kbd>↵</Kbd> 改 <Kbd>Z</Kbd> 撤回没点的
              </p>
            </section>
          </>
        )}
        {setting && (
          <section className="panel" aria-label="这一条">
            {narrow && (
              <Button kind="text" small onPress={() => show(undefined)}>
                回到单子
              </Button>
            )}
            <SettingPanel
              key={setting.name}
              setting={setting}
              waiting={waits}
              editing={editing}
              onEdit={edit}
              onClose={() => setEditing(false)}
            />
          </section>
        )}
      </div>
    </div>
  );
}

function Gap({ year, due, onWrite }: { year: number; due: number; onWrite: () => void }) {
  return (
    <Notice tone="wait">
      <div className="row between wrap">
        <span className="grow settings-gap">
          <b>{`${year} 年的放假表还没有。`}</b>
          {due ? `${year} 年到期的 ${due} 件，先按法定节日和周末算。` : `要算到 ${year} 年的，先按法定节日和周末算。`}
          国务院的通知出来以后，请管连心站系统的人装上新的一版；等不及的，在这里写上。
        </span>
        <Button kind="line" small onPress={onWrite}>
          写放假的日子 <Kbd>H</Kbd>
        </Button>
      </div>
    </Notice>
  );
}
