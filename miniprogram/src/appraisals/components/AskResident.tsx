import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Summary } from '../../../../shared/appraisals/current';
import { SHUT_OUT_WORDS } from '../../../../shared/appraisals/shut-out';
import { usePerson } from '../../platform/person';
import { type Place, usePlace } from '../../platform/place';
import { sayEnd } from '../../platform/say';
import { canSignIn } from '../../platform/session';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PhoneButton } from '../../ui/PhoneButton';
import { ChooseVillage } from './ChooseVillage';
import { sayNotTaken, useTaking } from './useTaking';
import { VillageCell } from './VillageCell';
import { Ways } from './Ways';

type Age = 'adult' | 'minor';
const AGES = [
  { value: 'adult', words: '我满 18 岁' },
  { value: 'minor', words: '还没满' },
] as const;

/** With these nobody gets further by pressing again. */
const SHUT_OUT = ['under_age', 'not_of_county', 'not_on_roll'] as const;

/** A resident says which village is theirs and that they are 18, and confirms the phone: one number has one ballot. */
export function AskResident({ appraisal: { id, title, closesAt } }: { appraisal: Summary }) {
  const known = usePlace();
  const taking = useTaking(id);
  // `null`: in another county.
  const [place, setPlace] = useState<Place | null | undefined>(known ?? undefined);
  const [choosing, setChoosing] = useState(false);
  const [age, setAge] = useState<Age | null>(null);
  const choose = (next: Place | null) => {
    setPlace(next);
    setChoosing(false);
  };
  if (choosing) return <ChooseVillage chosen={place ?? null} onChoose={choose} onBack={() => setChoosing(false)} />;
  const refused = SHUT_OUT.some((code) => code === taking.code) ? taking.error?.message : undefined;
  const shutOut = place === null ? SHUT_OUT_WORDS.not_of_county : age === 'minor' ? SHUT_OUT_WORDS.under_age : refused;
  const lack = !place ? '先选您住的村。' : !age ? '先点一下，满 18 岁了没有。' : null;
  return (
    <Page>
      <NavBar title="评一评" back />
      <View className="main">
        <Text className="title space-above-4">{title}</Text>
        <Text className="secondary block space-above-1">{`到 ${sayEnd(closesAt)}为止。一次评一个部门，随时能停，下次接着评。`}</Text>
        <Text className="heading space-above-5">您住在哪个村？</Text>
        <VillageCell place={place} onPress={() => setChoosing(true)} />
        <Text className="heading space-above-5">您满 18 岁了吗？</Text>
        <View className="space-above-3">
          <Choice<Age> label="您满 18 岁了吗" options={AGES} value={age} onChoose={setAge} />
        </View>
        {shutOut && <Ways why={shutOut} />}
        {!shutOut && <Asked error={taking.error} needsPhone={taking.code === 'phone_needed'} />}
      </View>
      {!shutOut && canSignIn() && <Take taking={taking} village={place?.village} lack={lack} />}
    </Page>
  );
}

/** What the press will ask for, and what went wrong with the last one. */
function Asked({ error, needsPhone }: { error: Error | null; needsPhone: boolean }) {
  const { asking, me } = usePerson();
  return (
    <View className="space-above-4">
      {!canSignIn() ? (
        <Notice tone="wait">要在微信里投。打开微信小程序“连心站”，就能评。</Notice>
      ) : error && !needsPhone ? (
        <Notice tone="wait">{sayNotTaken(error)}</Notice>
      ) : (
        !asking &&
        (needsPhone || !me?.maskedPhone) && (
          <Notice icon="shield">
            <Text className="strong block">领票要确认一下手机号。</Text>
            一个号只有一张票。名字、号码和您选的分开存。
            <Text className="block space-above-2">不满 14 岁的，请和家长一起评，用家长的手机号确认。</Text>
          </Notice>
        )
      )}
    </View>
  );
}

type TakeProps = { taking: ReturnType<typeof useTaking>; village: string | undefined; lack: string | null };

function Take({ taking: { busy, code, fail, take }, village, lack }: TakeProps) {
  const { asking, me } = usePerson();
  const [pressed, setPressed] = useState(false);
  const saying = busy && '正在领票…';
  const needsPhone = !asking && (code === 'phone_needed' || !me?.maskedPhone);
  return (
    <ActionBar why={pressed ? lack : null}>
      {needsPhone && !lack ? (
        <PhoneButton
          busy={saying}
          onCode={(phoneCode) => take(village, phoneCode)}
          onRefused={(offline) => fail(offline ?? new Error('没有确认手机号，票还没领。'))}
        >
          用微信手机号确认，开始评
        </PhoneButton>
      ) : (
        <Button grow busy={saying} onPress={() => (lack ? setPressed(true) : take(village))}>
          开始评
        </Button>
      )}
    </ActionBar>
  );
}
