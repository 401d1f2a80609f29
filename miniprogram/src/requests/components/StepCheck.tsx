import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { divisions } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/directory/rules';
import { ProblemError } from '../../../../shared/kernel/problems';
import { submit } from '../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../shared/requests/rules';
import { dropDraft } from '../../platform/drafts';
import { arrivedBefore, isPassing, onSent, sayFault } from '../../platform/outgoing';
import { usePerson } from '../../platform/person';
import { useAct, useCall } from '../../platform/query';
import type { RawInput } from '../../platform/send';
import { canSignIn, verifyPhone } from '../../platform/session';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PhoneButton } from '../../ui/PhoneButton';
import { Seal } from '../../ui/Seal';
import { Summary } from '../../ui/Summary';
import { keepReceipt, type Receipt } from './receipt';
import type { StepProps } from './useDraft';

function showReceipt(reply: Receipt): void {
  keepReceipt(reply);
  void Taro.redirectTo({ url: `/requests/pages/sent/index?id=${reply.id}` });
}

type Props = StepProps & {
  onStep: (step: number) => void;
  onBack: () => void;
  mark: (waits: boolean) => void;
  rekey: () => void;
};

/** All of it once more, each line with 改. Whoever sends for the first time confirms the phone with the same press. */
export function StepCheck({ draft, deputy, onStep, onBack, mark, rekey }: Props) {
  const { input } = draft;
  const { asking, me } = usePerson({ signIn: true });
  const villages = (useCall(divisions, {}).data?.towns ?? []).flatMap((town) => town.villages);
  const village = villages.find(({ code }) => code === input.village)?.name ?? '';
  const [fault, setFault] = useState<string | null>(draft.problem ?? null);
  const [confirming, setConfirming] = useState(false);
  const [phoneAsked, setPhoneAsked] = useState(false);
  const sending = useAct(submit, ['requests', 'identity']);
  const needsPhone = phoneAsked || !me?.maskedPhone;

  // It may go by itself while it is on the screen.
  useEffect(() => onSent((sent, reply) => sent.key === draft.key && showReceipt(reply)), [draft.key]);

  const send = async () => {
    setFault(null);
    try {
      const reply = await sending.mutateAsync({ input: input as RawInput<typeof submit>, key: draft.key });
      dropDraft(deputy.id);
      showReceipt(reply);
    } catch (error) {
      failed(error as Error);
    }
  };
  const failed = (error: Error) => {
    if (error instanceof ProblemError && error.code === 'phone_needed') setPhoneAsked(true);
    if (arrivedBefore(error)) {
      // Only the reply was lost; what was changed since is a matter of its own.
      rekey();
      return setFault('刚才那件已经送到了，在“我的事”里。改过的想再送一件，就再点一次。');
    }
    if (!isPassing(error)) return setFault(sayFault(error));
    // Without a confirmed phone it can't go by itself, so that is not promised.
    if (needsPhone) return setFault('现在没有网，还没送出。写的都在手机里，有网了再点一次。');
    mark(true);
    setFault('现在送不出去。写的都存在手机里了，有网就自动送出，只送一次。');
  };
  const confirm = async (code: string) => {
    setConfirming(true);
    try {
      await verifyPhone(code);
      setPhoneAsked(false);
      await send();
    } catch (error) {
      failed(error as Error);
    } finally {
      setConfirming(false);
    }
  };
  const busy = sending.isPending || confirming ? '正在送…' : false;
  const see = input.openness === 'public' ? '大家，联络站看过再登' : '只给办事的人';
  const name = input.name?.trim();
  const lines = [
    { label: '什么事', words: input.words, onChange: () => onStep(0) },
    { label: '在哪里', words: [village, input.where].filter(Boolean).join(' '), onChange: () => onStep(1) },
    { label: '哪一类', words: CATEGORY_NAMES[input.category ?? 'other'], onChange: () => onStep(2) },
    {
      label: '谁能看到',
      words: `事情：${see}\n名字：${name ? `${name}，${input.nameFor === 'deputy' ? '代表和联络站' : '只联络站'}` : '没写'}`,
      onChange: () => onStep(3),
    },
    {
      label: '送给',
      words: (
        <View className="row">
          <Text>{deputy.name}</Text>
          {deputy.mandates.map(({ level, seal }) => (
            <Seal key={level}>{seal}</Seal>
          ))}
        </View>
      ),
    },
  ];
  return (
    <Page>
      <NavBar title="看一遍" back={onBack} />
      <View className="main">
        <Text className="title mt4">这样送出，对吗？</Text>
        <View className="mt4">
          <Summary lines={lines} />
        </View>
        {needsPhone && !asking && canSignIn() && (
          <View className="mt4">
            <Notice icon="shield">
              <Text className="strong block">第一次送出，要确认一下手机号。</Text>
              法律规定说事要实名。号码加了锁存放，只要这一次。
            </Notice>
          </View>
        )}
        {!canSignIn() && (
          <View className="mt4">
            <Notice tone="wait">要在微信里送。打开微信小程序“连心站”，再写一遍就能送。</Notice>
          </View>
        )}
        {fault && (
          <View className="mt4">
            <Notice tone="wait">{fault}</Notice>
          </View>
        )}
      </View>
      {canSignIn() && (
        <ActionBar>
          {asking ? (
            <Button grow disabled>
              正在看您的手机号确认过没有
            </Button>
          ) : needsPhone ? (
            <PhoneButton
              busy={busy}
              onCode={confirm}
              onRefused={() => setFault('没有确认手机号，还没送出。写的都在手机里。')}
            >
              用微信手机号确认，送出
            </PhoneButton>
          ) : (
            <Button grow busy={busy} onPress={send}>
              {`送给${deputyTitle(deputy.name)}`}
            </Button>
          )}
        </ActionBar>
      )}
    </Page>
  );
}
