import { Text, View } from '@tarojs/components';
import { deputyTitle } from '../../../../shared/kernel/names';
import { boardRules } from '../../../../shared/requests/contract';
import { useCountyKind } from '../../platform/kind';
import { useCall } from '../../platform/query';
import { Choice } from '../../ui/Choice';
import { SeeTable } from '../../ui/SeeTable';
import { PublicPreview } from './PublicPreview';
import type { EnterProps } from './useEntering';

const OPENNESS = [
  { value: 'handlers', words: '只给办事的人看' },
  { value: 'public', words: '大家也能看', note: '联络站看过再登公开栏，不写名字' },
] as const;

const NAMES = [
  { value: 'deputy', words: '代表和联络站能看' },
  { value: 'station', words: '代表也不看，只联络站知道' },
] as const;

/** The choice is the neighbour's: it is read out to them. */
export function EnterSee({ entering, change }: EnterProps) {
  const kind = useCountyKind();
  const { openness = 'handlers', nameFor = 'deputy', deputyId } = entering.input;
  const readOnly = useCall(boardRules, {}).data?.readOnly ?? false;
  const title = deputyId ? deputyTitle(entering.deputyName) : '接的代表';
  return (
    <>
      <Text className="title">谁能看到？</Text>
      <Text className="secondary block space-above-1">问他一声，照他说的点。</Text>
      <Text className="heading space-above-5">这件事</Text>
      <View className="space-above-3">
        <Choice
          label="这件事谁能看到"
          options={readOnly ? OPENNESS.slice(0, 1) : OPENNESS}
          value={openness}
          onChoose={(chosen) => change({ openness: chosen })}
        />
      </View>
      {readOnly && <Text className="note block space-above-2">公开栏现在只给看，先不登新的。</Text>}
      {openness === 'public' && (
        <PublicPreview words={entering.input.words ?? ''} name={entering.input.name} villageName={undefined} />
      )}
      <Text className="heading space-above-5">他的名字</Text>
      <View className="space-above-3">
        <Choice
          label="他的名字谁能看到"
          options={NAMES}
          value={nameFor}
          onChoose={(chosen) => change({ nameFor: chosen })}
        />
      </View>
      <Text className="heading space-above-5">这样选，就是</Text>
      <View className="space-above-3">
        <SeeTable
          rows={[
            { who: `联络站、${kind}人大`, matter: true, name: true, phone: false },
            { who: '您，替他登记的', matter: true, name: true, phone: false },
            { who: title, matter: true, name: nameFor === 'deputy', phone: false },
            { who: '村里别的代表', matter: true, name: false, phone: false },
            { who: '别人', matter: openness === 'public', name: false, phone: false },
          ]}
        />
      </View>
    </>
  );
}
