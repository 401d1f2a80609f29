import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { report } from '../../../../../../shared/appraisals/contract';
import { me } from '../../../../../../shared/identity/contract';
import { useCall } from '../../../../platform/query';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { Select } from '../../../ui/Select';
import { CrumbOf } from '../../components/CrumbOf';
import { ReportPage } from '../../components/ReportPage';
import '../../components/Report.scss';
import '../../components/Running.css';

const WHOLE = 'county';

/** 评议报告 (45): of a station for its clerks; of any of them, and of the county, for the office. */
export default function AppraisalReport() {
  const { id = '', station = '' } = useRouter().params;
  return (
    <Frame at="appraisals" title="评议报告" whole head={(office) => <CrumbOf id={id} office={office} />}>
      {({ admin }) =>
        admin ? <Chosen id={id} station={station || WHOLE} admin /> : <OfClerk id={id} station={station} />
      }
    </Frame>
  );
}

/** The first of the stations they are of. */
function OfClerk({ id, station }: { id: string; station: string }) {
  const roles = useCall(me, {}).data?.roles;
  if (!roles) return <Skeleton cards={3} />;
  const own = roles.find(({ role }) => role === 'clerk')?.stationId ?? '';
  return <Chosen id={id} station={station || own} />;
}

function Chosen({ id, station, admin }: { id: string; station: string; admin?: boolean }) {
  const [chosen, setChosen] = useState(station);
  const which = { id, ...(chosen === WHOLE ? {} : { station: chosen }) };
  const { data, error, refetch } = useCall(report, which);
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const places = [
    ...(admin ? [{ value: WHOLE, words: '全县' }] : []),
    ...data.stations.map(({ id, name }) => ({ value: id, words: name })),
  ];
  return (
    <>
      {places.length > 1 && (
        <div className="running-bar">
          <Select label="哪个站的报告" value={chosen} options={places} onChoose={setChosen} />
        </div>
      )}
      <ReportPage key={chosen} which={which} shown={data} />
    </>
  );
}
