import Taro, { useRouter } from '@tarojs/taro';
import { slips } from '../../../../../../shared/voting/contract';
import { useCall } from '../../../../platform/query';
import { Button } from '../../../../ui/Button';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { SlipEntry } from '../../components/SlipEntry';

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
    <>
      <div className="row wrap">
        <h2 className="title grow">{data.title}</h2>
        <Button kind="text" onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.slips}?id=${id}` })}>
          回纸票本
        </Button>
      </div>
      <p className="secondary">票箱封着，录了也看不到结果。没有计时，没有谁录得多谁录得少。</p>
      <SlipEntry id={id} {...data} />
    </>
  );
}
