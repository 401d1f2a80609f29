import { useRouter } from '@tarojs/taro';
import { trial } from '../../../../../../shared/appraisals/contract';
import { TRIALS } from '../../../../../../shared/appraisals/limits';
import { useCall } from '../../../../platform/query';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { Phone } from '../../components/Phone';

/** 试投: whoever was sent the link fills in the whole questionnaire once, before it opens. */
export default function Try() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="试投">
      {() => <Ballot id={id} />}
    </Frame>
  );
}

function Ballot({ id }: { id: string }) {
  const { data, error, refetch } = useCall(trial, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const { title, version, questions, subjects, asks, people } = data;
  return (
    <div className="frame-column narrow-column">
      <h2 className="title">{title}</h2>
      <p className="secondary">{`还没开票。试过 ${people} 位，要 ${TRIALS} 位，其中一位用长辈版。`}</p>
      <div className="space-above-3">
        <Phone id={id} version={version} questions={questions} subjects={subjects} asks={asks} why={null} />
      </div>
    </div>
  );
}
