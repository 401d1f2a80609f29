import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { deputyTitle } from '../../../../shared/kernel/names';
import { NAME } from '../../../../shared/kernel/text';
import { boardRules } from '../../../../shared/requests/contract';
import { useCountyKind } from '../../platform/kind';
import { usePerson } from '../../platform/person';
import { usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { SeeTable } from '../../ui/SeeTable';
import { PublicPreview } from './PublicPreview';
import type { StepProps } from './useDraft';
import '../../ui/lock.scss';

/** What others can see, beside the choice. The name may be left out altogether. */
export function StepWho({ draft, deputy, change }: StepProps) {
  const kind = useCountyKind();
  const { input, pictures } = draft;
  const { me } = usePerson({ signIn: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name that is known, once it is known
  useEffect(() => {
    if (me?.name && input.name === undefined) change({ name: me.name });
  }, [me?.name]);
  const readOnly = useCall(boardRules, {}).data?.readOnly ?? false;
  const isPublic = input.openness === 'public';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known that it can't be
  useEffect(() => {
    if (readOnly && isPublic) change({ openness: 'handlers' });
  }, [readOnly]);
  const place = usePlace();
  const title = deputyTitle(deputy?.name ?? null);
  const withPictures = pictures.length > 0 ? '，照片也登' : '';
  const openness = [
    { value: 'handlers' as const, words: '只给办事的人看' },
    ...(readOnly
      ? []
      : [{ value: 'public' as const, words: '大家也能看', note: `联络站看过再登公开栏${withPictures}，不写名字` }]),
  ];
  const names = [
    {
      value: 'deputy' as const,
      words: '代表和联络站能看',
      note: input.name?.trim() ? `写的是：${input.name.trim()}` : '没有写名字',
    },
    { value: 'station' as const, words: '代表也不看，只联络站知道' },
  ];
  const deputySees = input.nameFor === 'deputy';
  const named = (sees: boolean) => (input.name?.trim() ? sees : null);
  const covers = deputy === null || deputy.awayUntil !== null;
  return (
    <>
      <Text className="title">谁能看到？</Text>
      <Text className="heading space-above-5">这件事</Text>
      <View className="space-above-3">
        <Choice
          label="这件事谁能看到"
          options={openness}
          value={input.openness ?? null}
          onChoose={(chosen) => change({ openness: chosen })}
        />
      </View>
      {readOnly && <Text className="note block space-above-2">公开栏现在只给看，先不登新的。</Text>}
      {isPublic && (
        <PublicPreview
          words={input.words ?? ''}
          name={input.name}
          villageName={place?.village === input.village ? place?.villageName : undefined}
        />
      )}
      <Text className="heading space-above-5">我的名字</Text>
      <View className="space-above-3">
        <Choice
          label="我的名字谁能看到"
          options={names}
          value={input.nameFor ?? null}
          onChoose={(nameFor) => change({ nameFor })}
        />
      </View>
      <View className="space-above-3">
        <Field
          label="怎么称呼您（可不写）"
          placeholder="比如：陈大姐"
          maxLength={NAME[1]}
          value={input.name ?? ''}
          onInput={(name) => change({ name })}
        />
      </View>
      <Text className="heading space-above-5">这样选，就是</Text>
      <View className="space-above-3">
        <SeeTable
          rows={[
            { who: `联络站、${kind}人大`, matter: true, name: named(true), phone: false },
            { who: deputy ? title : '接的代表', matter: true, name: named(deputySees), phone: false },
            ...(covers ? [{ who: '村里别的代表', matter: true, name: named(false), phone: false }] : []),
            { who: '别人', matter: isPublic, name: named(false), phone: false },
          ]}
        />
      </View>
      {!covers && (
        <Text className="secondary block space-above-3">{`${title}不在的时候，村里别的代表也看得到这件事，好替着接，看不到名字。`}</Text>
      )}
      <View className="row top space-above-3">
        <Icon name="lock" />
        <Text className="secondary grow">电话加了锁，代表和别人都看不到。</Text>
      </View>
    </>
  );
}
