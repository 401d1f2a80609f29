import { useState } from 'react';
import { sayAction } from '../../../../../../shared/identity/audit';
import { type AuditLine, auditLog } from '../../../../../../shared/identity/contract';
import { exportAudit } from '../../../../../../shared/identity/contract/office';
import { AUDIT_GROUPS, type AuditGroup } from '../../../../../../shared/kernel/audit';
import { addDays, dayOf } from '../../../../../../shared/kernel/days';
import { act } from '../../../../platform/act';
import { useToday } from '../../../../platform/clock';
import { usePages } from '../../../../platform/query';
import { sayDate, sayTime } from '../../../../platform/say';
import { OfflineError } from '../../../../platform/send';
import { Button } from '../../../../ui/Button';
import { DayField } from '../../../../ui/DayField';
import { NetBar } from '../../../../ui/NetBar';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { ExportDialog } from '../../../ui/ExportDialog';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { Select } from '../../../ui/Select';
import { addressOf, useAddress } from '../../../ui/useAddress';
import { useKeys } from '../../../ui/useKeys';
import { AuditCheck } from '../../components/AuditCheck';
import '../../../ui/people.css';
import './index.css';
import '../../../../ui/check.scss';
import { ExportButton } from '../../../ui/ExportButton';

const GROUP_WORDS: Record<AuditGroup, string> = {
  phones: '看过电话',
  exports: '导出、打印',
  roles: '身份',
  entry: '登录、没让进',
  matters: '居民的事',
  appraisals: '评议',
  county: '名册、县里的',
  own: '自己的资料',
};
const GROUPS = AUDIT_GROUPS.map((value) => ({ value, words: GROUP_WORDS[value] }));

/** The law asks for six months at least; nothing is ever taken out. */
const LOOKED_BACK_DAYS = 3_660;

/** 日志: who looked at what and did what, and why. */
export default function Audit() {
  return (
    <Frame at="audit" title="日志" office>
      {() => <Log />}
    </Frame>
  );
}

function Log() {
  const [chosen, choose] = useAddress(CONSOLE_PAGES.audit, ['group', 'from', 'to'] as const);
  const group = AUDIT_GROUPS.find((one) => one === chosen.group);
  const { from, to } = chosen;
  const filter = { ...(group && { group }), ...(from && { from }), ...(to && { to }) };
  const list = usePages(auditLog, filter);
  const { items, error } = list;
  const today = useToday();
  const [exporting, setExporting] = useState(false);
  useKeys({ e: () => setExporting(true) });
  const first = addDays(today, -LOOKED_BACK_DAYS);
  return (
    <div className="frame-column">
      <div className="audit-bar">
        <Select
          label="看哪些"
          value={group ?? ''}
          empty="全部"
          options={GROUPS}
          onChoose={(value) => choose({ group: value || undefined })}
        />
        <DayField
          label="从哪天起"
          value={from ?? null}
          first={first}
          last={to ?? today}
          onChoose={(day) => choose({ from: day ?? undefined })}
        />
        <DayField
          label="到哪天"
          value={to ?? null}
          first={from ?? first}
          last={today}
          onChoose={(day) => choose({ to: day ?? undefined })}
        />
        <div className="audit-export">
          <ExportButton onPress={() => setExporting(true)} />
        </div>
      </div>
      {exporting && (
        <ExportDialog
          title="导出屏上的日志"
          holds="选出来的这些，哪天几点、谁、做了什么、为什么"
          lacks="居民的名字、电话、原话"
          make={() => act(exportAudit, filter)}
          onClose={() => setExporting(false)}
        />
      )}
      {error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      {error && !items.length && <ProblemPage error={error} onRetry={() => list.refetch()} />}
      {!error && list.isPending && <Skeleton cards={3} />}
      {!error && !list.isPending && !items.length && (
        <State scene="empty" title="这些里头没有" words="换一类，或者换几天看看。" />
      )}
      {items.length > 0 && (
        <ul className="people" aria-label={group ? GROUP_WORDS[group] : '全部'}>
          {items.map((line) => (
            <Line key={line.id} line={line} />
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
      <AuditCheck />
    </div>
  );
}

/** A resident's matter is one press away; of everything else the log only knows which one it was. */
function Line({ line: { at, by, action, reason, objectKind, objectId } }: { line: AuditLine }) {
  const when = new Date(at);
  return (
    <li className="person">
      <span className="audit-when">{`${sayDate(dayOf(when))} ${sayTime(when)}`}</span>
      <span className="audit-what">
        <b>{by}</b> <span>{sayAction(action)}</span>
        {reason && (
          <span className="secondary block" dir="auto">
            {`理由：${reason}`}
          </span>
        )}
      </span>
      {objectKind === 'request' && objectId && (
        <a className="audit-matter" href={`#${addressOf(CONSOLE_PAGES.worklist, { box: 'open', id: objectId })}`}>
          看这件事
        </a>
      )}
    </li>
  );
}
