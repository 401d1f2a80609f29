import { useState } from 'react';
import { printReport } from '../../../../../../shared/promises/contract/office';
import { report, reports } from '../../../../../../shared/promises/report/contract';
import { act } from '../../../../platform/act';
import { useCall } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { isLost } from '../../../../platform/store';
import { OneReport } from '../../../../promises/components/OneReport';
import { ReportList } from '../../../../promises/components/ReportList';
import { Button } from '../../../../ui/Button';
import { NetBar } from '../../../../ui/NetBar';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { ExportButton } from '../../../ui/ExportButton';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { Select } from '../../../ui/Select';
import { useAddress } from '../../../ui/useAddress';
import { useFile } from '../../../ui/useFile';
import { useKeys } from '../../../ui/useKeys';
import { ExportReports } from '../../components/ExportReports';
import { sayYear } from '../../components/say-year';

/** 年终承诺报告 at the desk: a department hands its own in, the office sees who has, and sends back. */
export default function Reports() {
  return (
    <Frame at="promises" title="年终承诺报告">
      {({ admin, department }) =>
        admin || department ? (
          <Whole admin={admin} />
        ) : (
          <State scene="empty" title="这里是部门和人大办公室用的" words="联络站看过的，都在部门的报告里。" />
        )
      }
    </Frame>
  );
}

function Whole({ admin }: { admin: boolean }) {
  const [{ id, year }, choose] = useAddress(CONSOLE_PAGES.reports, ['id', 'year'] as const);
  const [exporting, setExporting] = useState(false);
  const list = useCall(reports, year ? { year } : {});
  const shown = list.data?.year ?? null;
  const canExport = admin && !id && shown !== null;
  useKeys({
    e: canExport ? () => setExporting(true) : undefined,
    escape: id ? () => choose({ id: undefined }) : undefined,
  });
  if (id)
    return (
      <div className="frame-column">
        <Button kind="text" small onPress={() => choose({ id: undefined })}>
          回到单子
        </Button>
        <One id={id} />
      </div>
    );
  if (!list.data)
    return list.error ? <ProblemPage error={list.error} onRetry={() => list.refetch()} /> : <Skeleton cards={3} />;
  const { years, reports: all } = list.data;
  return (
    <div className="frame-column">
      {list.error instanceof OfflineError && <NetBar seenAt={list.dataUpdatedAt} />}
      {exporting && shown !== null && <ExportReports year={shown} onClose={() => setExporting(false)} />}
      {shown === null ? (
        <State scene="empty" title="还没有年终报告" words={'到了十月一日，\n答应过事情的部门，各有一份要交。'} />
      ) : (
        <>
          <div className="row between wrap">
            <Select
              label="哪一年"
              value={String(shown)}
              options={years.map((one) => ({ value: String(one), words: `${one} 年` }))}
              onChoose={(next) => choose({ year: next })}
            />
            {canExport && (
              <span className="row">
                <ExportButton onPress={() => setExporting(true)} />
              </span>
            )}
          </div>
          <p className="secondary space-above-2">{sayYear(all)}</p>
          <ReportList reports={all} onOpen={(next) => choose({ id: next })} />
        </>
      )}
    </div>
  );
}

function One({ id }: { id: string }) {
  const { data, error, refetch } = useCall(report, { id });
  if (isLost(error)) return <State scene="empty" title="没找到这份报告" words="可能换了部门。" />;
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  return (
    <>
      {data.handedInOn !== null && <Paper id={id} />}
      <OneReport report={data} ledger={CONSOLE_PAGES.promises} />
    </>
  );
}

/** The report as a document, to seal and keep. */
function Paper({ id }: { id: string }) {
  const { busy, make } = useFile();
  const print = () => make(() => act(printReport, { id }), '报告做好了，10 分钟内打开。');
  return (
    <div className="row space-above-2">
      <Button small kind="line" busy={busy && '正在做…'} onPress={print}>
        报告 .docx
      </Button>
    </div>
  );
}
