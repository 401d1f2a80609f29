import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { clean, lengthOf, PhoneNumber } from '../../../../shared/kernel/text';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Steps } from '../../ui/Steps';
import { EnterCheck } from './EnterCheck';
import { EnterKind } from './EnterKind';
import { EnterSee } from './EnterSee';
import { EnterVillage } from './EnterVillage';
import { EnterWho } from './EnterWho';
import { EnterWhom, type Villages } from './EnterWhom';
import { EnterWords } from './EnterWords';
import type { Receipt } from './receipt';
import type { Entering, Writing } from './useEntering';

const FEWEST = 10;
const MOST = 2000;
const LAST = 4;
const PHONE_BAD = '手机号是 11 位数字，请再看一看。';

function wordsFault(words: string): string | null {
  const count = lengthOf(clean(words));
  if (count < FEWEST) return `再多写几个字，至少 ${FEWEST} 个字。`;
  return count > MOST ? `太长了，最多 ${MOST} 个字。` : null;
}

function phoneFault({ input }: Entering): string | null {
  const phone = input.contactPhone?.trim();
  return phone && !PhoneNumber.safeParse(phone).success ? PHONE_BAD : null;
}

/** What keeps a step from being left, said beside the button. */
const WHY: ((entering: Entering) => string | null)[] = [
  (entering) => (clean(entering.input.name ?? '') ? phoneFault(entering) : '先写怎么称呼他。'),
  ({ input }) => wordsFault(input.words ?? ''),
  ({ input }) => (input.category ? null : '选一类，选错了没关系。'),
  ({ input, undecided }) => (!input.village ? '先选是哪个村的事。' : undecided ? '选一位代表，或者“哪位都行”。' : null),
  () => null,
];

/** Where it was left, but not past a step that still lacks something. */
function startOf(entering: Entering): number {
  const lacking = WHY.findIndex((why) => why(entering));
  return lacking < 0 ? entering.step : Math.min(entering.step, lacking);
}

type Props = { writing: Writing; villages: Villages; onEntered: (receipt: Receipt) => void };

/** One thing at a time: who, what, of which kind, to whom, who sees it; then all of it once more, read out. */
export function EnterSteps({ writing, villages, onEntered }: Props) {
  const { entering, change } = writing;
  const [started] = useState(() => startOf(entering));
  const [before, setBefore] = useState(() => begunFor(entering));
  const [step, setStep] = useState(started);
  const [pressed, setPressed] = useState(false);
  const [picking, setPicking] = useState(false);
  const [adding, setAdding] = useState(false);
  const [slipFault, setSlipFault] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step starts at its top
  useEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [step, picking]);
  const goTo = (next: number) => {
    setPressed(false);
    setStep(next);
    writing.goTo(next);
  };
  const back = () => (step > 0 ? goTo(step - 1) : leave());
  const throwAway = () => {
    writing.clear();
    setBefore(null);
    setPressed(false);
    setStep(0);
  };
  const slipTaken = (words: string) => {
    setSlipFault(words);
    goTo(0);
  };
  if (picking)
    return (
      <EnterVillage
        chosen={entering.input.village}
        onBack={() => setPicking(false)}
        onChoose={(code) => {
          writing.changeVillage(code);
          setPicking(false);
        }}
      />
    );
  if (step > LAST)
    return <EnterCheck writing={writing} onStep={goTo} onBack={back} onSlipTaken={slipTaken} onEntered={onEntered} />;
  const why = adding ? '照片还在放进来，等一等。' : (WHY[step]?.(entering) ?? null);
  const changeWho: typeof change = (fields) => {
    if ('slipNumber' in fields) setSlipFault(null);
    change(fields);
  };
  return (
    <Page>
      <NavBar title="替人登记" back={back} />
      <View className="main">
        <Steps step={step + 1} of={LAST + 1} />
        {before && step === started && !adding && <Unfinished name={before} onThrow={throwAway} />}
        {step === 0 && (
          <EnterWho
            entering={entering}
            change={changeWho}
            slipFault={slipFault}
            phoneFault={pressed ? phoneFault(entering) : null}
          />
        )}
        {step === 1 && (
          <EnterWords entering={entering} change={change} onPictures={writing.changePictures} onBusy={setAdding} />
        )}
        {step === 2 && <EnterKind entering={entering} change={change} />}
        {step === 3 && (
          <EnterWhom
            entering={entering}
            villages={villages}
            onVillage={writing.changeVillage}
            onPickVillage={() => setPicking(true)}
            onWhom={writing.changeWhom}
          />
        )}
        {step === LAST && <EnterSee entering={entering} change={change} />}
      </View>
      <ActionBar why={pressed && why !== PHONE_BAD ? why : null}>
        <Button grow onPress={() => (why ? setPressed(true) : goTo(step + 1))}>
          {step === LAST ? '念一遍，再送出' : '下一步'}
        </Button>
      </ActionBar>
    </Page>
  );
}

/** For whom something of another day is here; null when nothing is. */
function begunFor({ input }: Entering): string | null {
  if (!input.name?.trim() && !input.words?.trim()) return null;
  return input.name?.trim() || '邻居';
}

function Unfinished({ name, onThrow }: { name: string; onThrow: () => void }) {
  return (
    <View className="before-title">
      <Notice icon="pen">
        <Text className="block">{`上次替${name}记的，还没送出。可以接着写。`}</Text>
        <View className="row mt2">
          <Button small kind="line" onPress={onThrow}>
            扔掉，重新写
          </Button>
        </View>
      </Notice>
    </View>
  );
}

function leave(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/me/index' });
}
