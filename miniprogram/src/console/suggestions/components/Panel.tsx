import { show } from '../../../../../shared/suggestions/contract';
import { printLetter } from '../../../../../shared/suggestions/contract/office';
import { act, useOnce } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { isLost } from '../../../platform/store';
import { OneSuggestion } from '../../../suggestions/components/OneSuggestion';
import { Button } from '../../../ui/Button';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';
import { toast } from '../../ui/Toast';

/** The same as on a phone: what somebody at the desk may do is offered by the same table. */
export function Panel({ id }: { id: string }) {
  const { data, error, refetch } = useCall(show, { id });
  if (isLost(error)) return <State scene="empty" title="没找到这件建议" words="可能换了部门，或者代表撤回了。" />;
  if (data)
    return (
      <>
        {data.answer && <Letter id={id} />}
        <OneSuggestion suggestion={data} />
      </>
    );
  return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
}

/** The answer as a letter, to print, or to seal and send. The link is shown and not followed by itself, because browsers stop windows nobody clicked for. */
function Letter({ id }: { id: string }) {
  const { busy, once } = useOnce((error) => toast(sayFault(error)));
  const make = (as: 'pdf' | 'docx') => () =>
    once(async () => {
      const { url } = await act(printLetter, { id, as });
      toast('答复函做好了，10 分钟内打开。', { words: as === 'pdf' ? '打开答复函' : '存到这台电脑', url });
    });
  return (
    <div className="row space-above-2">
      <Button small kind="line" busy={busy && '正在做…'} onPress={make('pdf')}>
        打印答复函
      </Button>
      <Button small kind="line" busy={busy && '正在做…'} onPress={make('docx')}>
        答复函 .docx
      </Button>
    </div>
  );
}
