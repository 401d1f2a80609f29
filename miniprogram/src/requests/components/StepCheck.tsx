import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { type DeputyPage, divisions } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/kernel/names';
import { ProblemError } from '../../../../shared/kernel/problems';
import { CATEGORY_NAMES } from '../../../../shared/requests/words';
import { useOnce } from '../../platform/act';
import { draftOf, settleDraft } from '../../platform/drafts';
import { arrivedBefore, isPassing, sayUnsent } from '../../platform/faults';
import { onSent, sendDraft } from '../../platform/outgoing';
import { usePerson } from '../../platform/person';
import { placeIn } from '../../platform/place';
import { useCall } from '../../platform/query';
import { scrollTo } from '../../platform/scroll';
import { canSignIn, verifyPhone } from '../../platform/session';
import { refresh } from '../../platform/store';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PhoneButton } from '../../ui/PhoneButton';
import { PhotoStrip } from '../../ui/PhotoPicker';
import { ownDirection } from '../../ui/Press';
import { Seal } from '../../ui/Seal';
import { Summary } from '../../ui/Summary';
import { ArrivedNotice, SeeArrived } from './Arrived';
import { AwayWords, sayNotJoined } from './Away';
import { keepReceipt, type Receipt } from './receipt';
import { leaveSteps, onTop } from './useBackKey';
import type { Writing } from './useDraft';

async function showReceipt(reply: Receipt): Promise<void> {
  await leaveSteps();
  await Taro.redirectTo({ url: `/requests/pages/sent/index?id=${reply.id}` });
}

const FAULT = 'not-sent';
const WAITS_FOR_YOU = '现在没有网，还没送出。写的都在手机里，有网了再点一次。';
const GOES_BY_ITSELF = '现在送不出去。写的都存在手机里了，有网就自动送出，只送一次。';

type Props = {
  writing: Writing;
  deputy: DeputyPage | null;
  onStep: (step: number) => void;
  onWhom: () => void;
  onBack: () => void;
};

/** All of it once more, each line with 改. Whoever sends for the first time confirms the phone with the same press. */
export function StepCheck({ writing, deputy, onStep, onWhom, onBack }: Props) {
  const { draft, mark } = writing;
  const again = draft.arrived !== undefined;
  const { asking, me } = usePerson({ signIn: true });
  const [fault, say] = useState<{ words: string } | null>(again || !draft.problem ? null : { words: draft.problem });
  const [phoneAsked, setPhoneAsked] = useState(false);
  const needsPhone = phoneAsked || !me?.maskedPhone;

  const arrived = useRef<Receipt | null>(null);
  /** Where another page lies on top by now, that one stays; it is said when this one is seen again. */
  const arrive = async (reply: Receipt) => {
    keepReceipt(reply);
    arrived.current = reply;
    if (onTop()) await showReceipt(reply);
  };
  useDidShow(() => {
    if (arrived.current) void showReceipt(arrived.current);
  });

  // It may go by itself while it is on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft alone says which
  useEffect(() => onSent((sent, reply) => void (sent.id === draft.id && arrive(reply))), [draft.id]);

  // In 长辈版 it stands below what is seen; said again, it is said anew.
  useEffect(() => {
    if (fault) scrollTo(FAULT);
  }, [fault]);

  const failed = (error: Error) => {
    if (error instanceof ProblemError && error.code === 'phone_needed') setPhoneAsked(true);
    if (arrivedBefore(error)) {
      void refresh(['requests']);
      return writing.arrive(error);
    }
    // Without a confirmed phone it can't go by itself, so that is not promised.
    if (isPassing(error) && !needsPhone) mark(true);
    say({ words: sayUnsent(error, needsPhone ? WAITS_FOR_YOU : GOES_BY_ITSELF) });
  };
  const { busy, once } = useOnce(failed);
  const send = async () => {
    const tried = draftOf(draft.id) ?? draft;
    const reply = await sendDraft(tried);
    settleDraft(tried, null);
    void refresh(['requests', 'identity']);
    await arrive(reply);
  };
  const confirm = async (code: string) => {
    await verifyPhone(code);
    setPhoneAsked(false);
    await send();
  };
  const start = (work: () => Promise<void>) => {
    say(null);
    void once(work);
  };
  const saying = busy ? (draft.pictures.length ? '正在送照片和字…' : '正在送…') : false;
  return (
    <Page>
      <NavBar title="看一遍" back={onBack} />
      <View className="main">
        <Text className="title space-above-4">这样送出，对吗？</Text>
        <View className="space-above-4">
          <Whole writing={writing} deputy={deputy} busy={busy} onStep={onStep} onWhom={onWhom} />
        </View>
        {deputy?.awayUntil && (
          <View className="space-above-4">
            <Notice tone="wait" icon="clock">
              <AwayWords name={deputy.name} until={deputy.awayUntil} />
            </Notice>
          </View>
        )}
        {deputy && !deputy.joined && (
          <View className="space-above-4">
            <Notice>{sayNotJoined(deputy.name)}</Notice>
          </View>
        )}
        {needsPhone && !asking && canSignIn() && (
          <View className="space-above-4">
            <Notice icon="shield">
              <Text className="strong block">第一次送出，要确认一下手机号。</Text>
              法律规定说事要实名。号码加了锁存放，只要这一次。
              <Text className="block space-above-2">不满 14 岁的，请和家长一起说，用家长的手机号确认。</Text>
            </Notice>
          </View>
        )}
        {!canSignIn() && (
          <View className="space-above-4">
            <Notice tone="wait">要在微信里送。打开微信小程序“连心站”，再写一遍就能送。</Notice>
          </View>
        )}
        {again && <ArrivedNotice first={draft.arrived} />}
        {fault && (
          <View className="space-above-4" id={FAULT}>
            <Notice tone="wait">{fault.words}</Notice>
          </View>
        )}
      </View>
      {canSignIn() && (
        <ActionBar column={again}>
          {again && <SeeArrived first={draft.arrived} list="/pages/mine/index" />}
          {asking ? (
            <Button grow disabled>
              正在看您的手机号确认过没有
            </Button>
          ) : needsPhone ? (
            <PhoneButton
              busy={saying}
              onCode={(code) => start(() => confirm(code))}
              onRefused={(offline) =>
                offline ? failed(offline) : say({ words: '没有确认手机号，还没送出。写的都在手机里。' })
              }
            >
              用微信手机号确认，送出
            </PhoneButton>
          ) : (
            <Button grow kind={again ? 'line' : 'main'} busy={saying} onPress={() => start(send)}>
              {again ? '是另一件，另外送' : `送给${deputyTitle(draft.deputyName)}`}
            </Button>
          )}
        </ActionBar>
      )}
    </Page>
  );
}

type WholeProps = Omit<Props, 'onBack'> & { busy: boolean };

function Whole({ writing, deputy, busy, onStep, onWhom }: WholeProps) {
  const { input, pictures, sameTitle } = writing.draft;
  const village = placeIn(useCall(divisions, {}).data?.towns ?? [], input.village)?.villageName ?? '';
  const see = input.openness === 'public' ? '大家，联络站看过再登' : '只给办事的人';
  const name = input.name?.trim();
  const words = (
    <>
      <Text className="words" {...ownDirection}>
        {input.words}
      </Text>
      {pictures.length > 0 && <PhotoStrip pictures={pictures} sending={busy} />}
    </>
  );
  const whom = deputy ? (
    <View className="row">
      <Text>{deputy.name}</Text>
      {deputy.mandates.map(({ level, seal }) => (
        <Seal key={level}>{seal}</Seal>
      ))}
    </View>
  ) : (
    '村里的代表，谁先接谁回'
  );
  return (
    <Summary
      lines={[
        { label: '什么事', words, onChange: () => onStep(0) },
        ...(input.sameAs ? [{ label: '和这件一样', words: sameTitle, onChange: () => onStep(0) }] : []),
        { label: '在哪里', words: [village, input.where].filter(Boolean).join(' '), onChange: () => onStep(1) },
        { label: '哪一类', words: CATEGORY_NAMES[input.category ?? 'other'], onChange: () => onStep(2) },
        {
          label: '谁能看到',
          words: `事情：${see}\n名字：${name ? `${name}，${input.nameFor === 'deputy' ? '代表和联络站' : '只联络站'}` : '没写'}`,
          onChange: () => onStep(3),
        },
        { label: '送给', words: whom, onChange: onWhom },
      ]}
    />
  );
}
