import { Text, View } from '@tarojs/components';
import { divisions, findByPlace } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/kernel/names';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Choice } from '../../ui/Choice';
import { Notice } from '../../ui/Notice';
import { ProblemPage } from '../../ui/ProblemPage';
import { Seal } from '../../ui/Seal';
import { Skeleton } from '../../ui/Skeleton';
import type { Entering } from './useEntering';

/** Where somebody may enter for: their own villages, and with `anywhere` what their stations serve or the county. */
export type Villages = { own: readonly { code: string; name: string }[]; anywhere: boolean };

type Props = {
  entering: Entering;
  villages: Villages;
  onVillage: (code: string) => void;
  onPickVillage: () => void;
  onWhom: (whom: { id: string; name: string } | null) => void;
};

/** The village first, then one of its deputies or whoever takes it. */
export function EnterWhom({ entering, villages, onVillage, onPickVillage, onWhom }: Props) {
  const { village } = entering.input;
  return (
    <>
      <Text className="title">送给谁？</Text>
      <Text className="heading space-above-4">哪个村的事</Text>
      <View className="space-above-3">
        {villages.anywhere ? (
          <Card flush>
            <Cell
              icon="pin"
              title={<VillageName code={village} />}
              sub={village ? '点这里换一个' : '他说的是哪个村的事'}
              onPress={onPickVillage}
            />
          </Card>
        ) : villages.own.length === 1 ? (
          <Card flush>
            <Cell icon="pin" title={villages.own[0]?.name} sub="您是这个村的民主监督员" />
          </Card>
        ) : (
          <Choice
            label="哪个村的事"
            options={villages.own.map(({ code, name }) => ({ value: code, words: name }))}
            value={village ?? null}
            onChoose={onVillage}
          />
        )}
      </View>
      {village && <Deputies village={village} entering={entering} onWhom={onWhom} />}
    </>
  );
}

function VillageName({ code }: { code: string | undefined }) {
  const towns = useCall(divisions, {}).data?.towns ?? [];
  const town = towns.find(({ villages }) => villages.some((village) => village.code === code));
  const village = town?.villages.find((one) => one.code === code);
  return <Text>{town && village ? `${town.name} ${village.name}` : '选村子'}</Text>;
}

const ANY = 'any';

function Deputies({
  village,
  entering,
  onWhom,
}: Pick<Props, 'entering' | 'onWhom'> & {
  village: string;
}) {
  const { data, error, refetch } = useCall(findByPlace, { village });
  if (error && !data)
    return (
      <View className="space-above-4">
        <ProblemPage error={error} onRetry={() => refetch()} />
      </View>
    );
  if (!data) return <Skeleton cards={2} />;
  if (!data.deputies.length)
    return (
      <View className="space-above-4">
        <Notice>这个村的代表名单还没有登上来，请先告诉人大办公室。</Notice>
      </View>
    );
  const options = [
    { value: ANY, words: '哪位代表都行', note: '村里的代表都看得到，谁先接谁回' },
    ...data.deputies.map(({ id, name, mandates, awayUntil }) => ({
      value: id,
      words: name,
      note: awayUntil ? `外出，${sayDay(awayUntil)}以后回来` : undefined,
      right: (
        <View className="row">
          {mandates.map(({ level, seal }) => (
            <Seal key={level}>{seal}</Seal>
          ))}
        </View>
      ),
    })),
  ];
  const choose = (value: string) => onWhom(data.deputies.find(({ id }) => id === value) ?? null);
  return (
    <>
      <Text className="heading space-above-5">哪位代表</Text>
      <View className="space-above-3">
        <Choice
          label="哪位代表"
          options={options}
          value={entering.undecided ? null : (entering.input.deputyId ?? ANY)}
          onChoose={choose}
        />
      </View>
    </>
  );
}

/** Whom it goes to, in a line. */
export function whomWords({ undecided, deputyName, input }: Entering): string {
  if (undecided) return '还没选';
  return input.deputyId ? deputyTitle(deputyName) : '村里的代表，谁先接谁回';
}
