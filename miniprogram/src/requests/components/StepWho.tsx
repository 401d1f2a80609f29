import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { deputyTitle } from '../../../../shared/directory/rules';
import { usePerson } from '../../platform/person';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { SeeTable } from '../../ui/SeeTable';
import type { StepProps } from './useDraft';

const OPENNESS = [
  { value: 'handlers', words: '只给办事的人看' },
  { value: 'public', words: '大家也能看', note: '联络站看过再登公开栏，不写名字' },
] as const;

/** What others can see, beside the choice. The name may be left out altogether. */
export function StepWho({ draft, deputy, change }: StepProps) {
  const { input } = draft;
  const { me } = usePerson({ signIn: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name that is known, once it is known
  useEffect(() => {
    if (me?.name && input.name === undefined) change({ name: me.name });
  }, [me?.name]);
  const title = deputyTitle(deputy.name);
  const names = [
    {
      value: 'deputy' as const,
      words: '代表和联络站能看',
      note: input.name?.trim() ? `写的是：${input.name.trim()}` : '没有写名字',
    },
    { value: 'station' as const, words: '代表也不看，只联络站知道' },
  ];
  const deputySees = input.nameFor === 'deputy';
  return (
    <>
      <Text className="title">谁能看到？</Text>
      <Text className="head mt5">这件事</Text>
      <View className="mt3">
        <Choice
          label="这件事谁能看到"
          options={OPENNESS}
          value={input.openness ?? null}
          onChoose={(openness) => change({ openness })}
        />
      </View>
      <Text className="head mt5">我的名字</Text>
      <View className="mt3">
        <Choice
          label="我的名字谁能看到"
          options={names}
          value={input.nameFor ?? null}
          onChoose={(nameFor) => change({ nameFor })}
        />
      </View>
      <View className="mt3">
        <Field
          label="怎么称呼您（可不写）"
          placeholder="比如：陈大姐"
          maxLength={20}
          value={input.name ?? ''}
          onInput={(name) => change({ name })}
        />
      </View>
      <Text className="head mt5">这样选，就是</Text>
      <View className="mt3">
        <SeeTable
          rows={[
            { who: '联络站', matter: true, name: true, phone: false },
            { who: title, matter: true, name: deputySees, phone: false },
            { who: '别人', matter: input.openness === 'public', name: false, phone: false },
          ]}
        />
      </View>
      <View className="row top mt3">
        <Icon name="lock" />
        <Text className="sub grow">电话加了锁，代表和别人都看不到。</Text>
      </View>
    </>
  );
}
