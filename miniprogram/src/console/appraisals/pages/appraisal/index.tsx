import { useRouter } from '@tarojs/taro';
import { preparation, turnout } from '../../../../../../shared/appraisals/contract';
import { useCall } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { NetBar } from '../../../../ui/NetBar';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame, type Office } from '../../../ui/Frame';
import { Closing } from '../../components/Closing';
import { Crumb } from '../../components/Crumb';
import { Prepare } from '../../components/Prepare';
import { Results } from '../../components/Results';
import { Running } from '../../components/Running';
import { Written } from '../../components/Written';
import { VIEWS } from '../../components/words';

/** One appraisal, and what it is about now: preparing it, watching the box, counting, or what came of it. */
export default function Appraisal() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="评议" whole head={(office) => <Head id={id} office={office} />}>
      {({ admin }) => (admin ? <OfOffice key={id} id={id} /> : <OfStation key={id} id={id} />)}
    </Frame>
  );
}

function Head({ id, office: { admin } }: { id: string; office: Office }) {
  const own = useCall(preparation, { id }, { enabled: admin }).data;
  const seen = useCall(turnout, { id }, { enabled: !admin }).data;
  return (
    <Crumb title={own?.draft.title ?? seen?.title} state={own?.state ?? seen?.state} ballots={own?.count?.counted} />
  );
}

function OfOffice({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useCall(preparation, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const views = {
    prepare: () => <Prepare prepared={data} />,
    watch: () => <Running prepared={data} />,
    close: () => <Closing prepared={data} />,
    results: () => <Results id={id} prepared={data} />,
    over: () => <Written prepared={data} />,
  };
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {views[VIEWS[data.state]]()}
    </>
  );
}

/** A station sees how many there are, and what was published. */
function OfStation({ id }: { id: string }) {
  const { data, error, refetch } = useCall(turnout, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  return VIEWS[data.state] === 'results' ? <Results id={id} /> : <Running id={id} />;
}
