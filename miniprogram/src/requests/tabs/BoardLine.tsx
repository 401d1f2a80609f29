import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { sayClass } from '../../../../shared/assignments/words';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { BoardItem } from '../../../../shared/requests/contract';
import { ANSWERED, ENDED, isIn, QUESTIONED } from '../../../../shared/requests/states';
import { OUTCOME_WORDS, sayHands } from '../../../../shared/requests/words';
import { sayDay } from '../../platform/say';
import { ownDirection, Press } from '../../ui/Press';
import { EndTag } from './StateTag';
import '../../ui/mail.css';

/** A matter on the notice board, in a line: what it is, and in whose hands, or what the resident said in the end. */
export function BoardLine({ item }: { item: BoardItem }) {
  const { id, title, villageName, outcome } = item;
  const bothSay = sayBoth(item);
  return (
    <Press
      className="mail"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/public/index?id=${id}` })}
    >
      <View className="row between top">
        <Text className="strong said grow" {...ownDirection}>
          {title}
        </Text>
        {outcome && <EndTag outcome={outcome} short />}
      </View>
      <Text className="secondary block">
        <Standing item={item} />
        {` · ${villageName}`}
      </Text>
      {bothSay && <Text className="note block">{bothSay}</Text>}
    </Press>
  );
}

/** What the department says of how far it is, beside what the resident says: while it is not over, since then it stands above. */
function sayBoth({ state, resultClass, said }: BoardItem): string {
  if (isIn(state, ENDED)) return '';
  const department = resultClass && `部门自己说：${sayClass(resultClass)}`;
  const resident = said && `居民说：${OUTCOME_WORDS[said.outcome]}`;
  return [department, resident].filter(Boolean).join('。');
}

function Standing({ item }: { item: BoardItem }) {
  const { state, hands, said, deputyName, departmentName } = item;
  if (isIn(state, ENDED))
    return <>{said ? `居民 ${sayDay(said.on)}说：${OUTCOME_WORDS[said.outcome]}` : '居民一直没说'}</>;
  if (isIn(state, ANSWERED)) return <>{`${departmentName ?? deputyTitle(deputyName)}答复了，等居民说`}</>;
  if (isIn(state, QUESTIONED)) return <>代表问了一句，等居民回答</>;
  const again = (hands?.round ?? 1) > 1 ? '，重办' : '';
  return (
    <>
      <Text className="text-civic strong">{`${sayHands({ ...item, ...hands })}${again}。`}</Text>
      {hands?.dueOn && `最晚 ${sayDay(hands.dueOn)}`}
    </>
  );
}
