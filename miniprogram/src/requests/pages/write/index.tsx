import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { deputy as deputyProcedure } from '../../../../../shared/directory/contract';
import { type Draft, draftOf, drafts, MOST_DRAFTS, useDrafts } from '../../../platform/drafts';
import { currentPlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Away } from '../../components/Away';
import { ToWhom } from '../../components/ToWhom';
import { useDraftAddress } from '../../components/useBackKey';
import { beginDraft, useDraft, villageFor, type Whom } from '../../components/useDraft';
import { WriteSteps } from '../../components/WriteSteps';

const toMine = () => Taro.switchTab({ url: '/pages/mine/index' });

function leave(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/home/index' });
}

/** 说件事: what lies on the phone under `draft`, or something new to `deputy`, or first to whom. */
export default function Write() {
  const { params } = useRouter();
  // As the page was opened: in a browser they become those of the page that lies on top.
  const [{ deputy, draft }] = useState(params);
  const [begun, setBegun] = useState<Draft | null>(() => (draft ? (draftOf(draft) ?? null) : null));
  const [whom, setWhom] = useState<string | null>(deputy ?? null);
  const [full] = useState(() => !draft && drafts().length >= MOST_DRAFTS);
  if (begun) return <WriteOn key={begun.id} begun={begun} asked={!deputy && !draft} onOther={setBegun} />;
  if (draft)
    return <Way title="这件不在手机里了" words={'送出了的，\n在“我的事”里看得到。'} go="去我的事" onGo={toMine} />;
  if (full)
    return (
      <Way
        title={`手机里存了 ${MOST_DRAFTS} 件没送的`}
        words={'先送出几件，或者扔掉几件，\n再写新的。'}
        go="去我的事"
        onGo={toMine}
      />
    );
  const any = (village?: string) => setBegun(beginDraft(null, village ?? currentPlace()?.village));
  if (whom) return <Begin id={whom} onBegin={setBegun} onAny={() => any()} onOther={() => setWhom(null)} />;
  return <ToWhom onChoose={(one, village) => (one ? setWhom(one.id) : any(village))} onBack={leave} />;
}

type BeginProps = { id: string; onBegin: (draft: Draft) => void; onAny: () => void; onOther: () => void };

/** Before the first word it has to be known whether this deputy serves and is there. */
function Begin({ id, onBegin, onAny, onOther }: BeginProps) {
  const { data, error, refetch } = useCall(deputyProcedure, { id });
  const ready = data?.serving && !data.awayUntil;
  const begin = () => data && onBegin(beginDraft(data, villageFor(data)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known
  useEffect(() => {
    if (ready) begin();
  }, [ready]);
  if (data && !data.serving) return <Ended onOther={onOther} />;
  if (data && !ready) return <Away deputy={data} onAny={onAny} onOther={onOther} onAnyway={begin} onBack={leave} />;
  return <Loading error={data ? null : error} onRetry={refetch} />;
}

type WriteOnProps = { begun: Draft; asked: boolean; onOther: (draft: Draft) => void };

/** `asked`: the page began with the question to whom, so back leads there. */
function WriteOn({ begun, asked, onOther }: WriteOnProps) {
  const writing = useDraft(begun);
  const { deputyId, village } = writing.draft.input;
  const { data, error, refetch } = useCall(
    deputyProcedure,
    { id: deputyId ?? '' },
    { enabled: deputyId !== undefined },
  );
  const [choosing, setChoosing] = useState<'change' | 'before' | null>(null);
  const kept = useDrafts().some(({ id }) => id === begun.id);
  useDraftAddress(begun.id, kept);
  const choose = (whom: Whom, of: string) => {
    writing.changeWhom(whom, of);
    setChoosing(null);
  };
  if (choosing)
    return (
      <ToWhom
        village={choosing === 'change' ? village : undefined}
        onChoose={choose}
        onBack={choosing === 'change' ? () => setChoosing(null) : leave}
      />
    );
  if (deputyId && !data) return <Loading error={error} onRetry={refetch} />;
  if (deputyId && data && !data.serving) return <Ended onOther={() => setChoosing('change')} />;
  return (
    <WriteSteps
      writing={writing}
      deputy={(deputyId && data) || null}
      onWhom={() => setChoosing('change')}
      onLeave={asked ? () => setChoosing('before') : leave}
      onOther={onOther}
    />
  );
}

function Ended({ onOther }: { onOther: () => void }) {
  return <Way title="这位代表的任期到了" words={'您可以换一位\n现在的代表。'} go="换一位代表" onGo={onOther} />;
}

function Loading({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  return (
    <Page>
      <NavBar title="说件事" back />
      {error ? (
        <ProblemPage error={error} onRetry={onRetry} />
      ) : (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
    </Page>
  );
}

/** Why one can't write here, and where to go. */
function Way({ title, words, go, onGo }: { title: string; words: string; go: string; onGo: () => void }) {
  return (
    <Page>
      <NavBar title="说件事" back />
      <Empty help title={title} words={words} action={{ words: go, onPress: onGo }} />
    </Page>
  );
}
