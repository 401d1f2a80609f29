import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { sayNumber } from '../../../../shared/suggestions/words';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';

type One = Suggestion['together'][number];
/** How the desk opens one of them, and takes it out again; a phone goes to its page. */
export type BesideProps = { onOpen?: (id: string) => void; onPart?: (one: One) => void };
type Props = BesideProps & { suggestion: Suggestion };

const toPage = (id: string) => void Taro.navigateTo({ url: `/suggestions/pages/one/index?id=${id}` });

/** 并案: what is handled together with it. Deputies read number and title; the office and the department what it says, side by side. */
export function Beside({ suggestion: { together, answer, assignmentId }, onOpen = toPage, onPart }: Props) {
  if (!together.length) return null;
  const answered = answer !== null;
  const led = together.some(({ leads }) => leads);
  return (
    <Card className="space-above-3">
      <Text className="heading">{`${answered ? '一起答的' : '一起办的'}，还有 ${together.length} 件`}</Text>
      <Text className="note block space-above-1">
        {assignmentId && !answered && !led
          ? '跟每一件的代表都要说上话；答一次，每一件都收到自己的答复函。'
          : '各有各的编号，各评各的。'}
      </Text>
      {together.map((one) => (
        <View key={one.number + one.occasion} className="space-above-3">
          <Text className="note block">
            {[
              sayNumber(one.occasion, one.number),
              one.more && `${one.more.leadName}领衔`,
              one.leads && '主的那件，在那里答',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text className="strong block said" {...ownDirection}>
            {one.title}
          </Text>
          {one.more && (
            <>
              <Text className="block said space-above-1" {...ownDirection}>
                {one.more.facts}
              </Text>
              <Text className="block said space-above-1" {...ownDirection}>
                {one.more.proposal}
              </Text>
              {assignmentId && !answered && (
                <Text className="note block">{one.more.contacted ? '跟代表说上话了' : '还没跟这件的代表说上话'}</Text>
              )}
            </>
          )}
          {one.id !== null && (
            <View className="row wrap space-above-2">
              <Button small kind="line" label={`打开：${one.title}`} onPress={() => onOpen(one.id ?? '')}>
                打开
              </Button>
              {onPart && one.version !== undefined && (
                <Button small kind="line" label={`拆开：${one.title}`} onPress={() => onPart(one)}>
                  拆开
                </Button>
              )}
            </View>
          )}
        </View>
      ))}
    </Card>
  );
}
