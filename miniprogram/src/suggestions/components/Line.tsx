import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { SOON_DAYS } from '../../../../shared/kernel/days';
import type { SuggestionLine } from '../../../../shared/suggestions/shown';
import { isIn, NEW_TO_OFFICE, PRIVATE, TO_RATE, WITH_DEPARTMENT } from '../../../../shared/suggestions/states';
import { OUTCOME_WORDS, STATE_WORDS, sayNumber } from '../../../../shared/suggestions/words';
import { sayDay } from '../../platform/say';
import { ownDirection, Press } from '../../ui/Press';
import { Tag } from '../../ui/Tag';
import '../../ui/check.scss';
import '../../ui/mail.css';

type Props = { line: SuggestionLine; onPress?: () => void };

/** One suggestion in a list; where it leads unless somebody says otherwise is its own page. */
export function Line({ line, onPress }: Props) {
  const { id, title } = line;
  const open = () => Taro.navigateTo({ url: `/suggestions/pages/one/index?id=${id}` });
  return (
    <Press className="mail" role="link" onPress={onPress ?? open}>
      <View className="mail-title">
        <Text className="grow said" {...ownDirection}>
          {title}
        </Text>
      </View>
      <Text className="secondary block">{sayWhose(line)}</Text>
      <View className="mail-meta">
        {line.waits && isIn(line.state, WITH_DEPARTMENT) && (
          <Tag icon="chat" tone="accent">
            {line.viewer === 'office' ? '部门要宽限' : '部门问您一句'}
          </Tag>
        )}
        <StateTag line={line} />
        <Text className="note">{sayMore(line)}</Text>
      </View>
    </Press>
  );
}

function sayWhose({ number, occasion, leadName, viewer, cosigners, departmentName }: SuggestionLine): string {
  return [
    number && sayNumber(occasion, number),
    viewer === 'lead' ? '您领衔' : `${leadName}领衔`,
    cosigners > 0 && `联名 ${cosigners} 位`,
    departmentName && `${departmentName}办`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function StateTag({ line: { state, daysLeft, dueOn, waits, viewer, outcome } }: { line: SuggestionLine }) {
  if (daysLeft !== null && dueOn) {
    const late = daysLeft < 0;
    const words = late ? `超 ${-daysLeft} 天` : daysLeft === 0 ? '今天到期' : `${sayDay(dueOn)}前答`;
    return (
      <Tag icon={late ? 'alert' : 'clock'} tone={daysLeft <= 0 ? 'late' : daysLeft <= SOON_DAYS ? 'wait' : 'plain'}>
        {words}
      </Tag>
    );
  }
  if (waits && viewer === 'cosigner')
    return (
      <Tag icon="pen" tone="accent">
        {isIn(state, PRIVATE) ? '请您联名' : '请您说说'}
      </Tag>
    );
  if (isIn(state, TO_RATE))
    return (
      <Tag icon="clock" tone={waits ? 'accent' : 'plain'}>
        {waits ? '请您评' : STATE_WORDS[state]}
      </Tag>
    );
  return <Tag icon={outcome ? 'check' : 'pen'}>{outcome ? OUTCOME_WORDS[outcome] : STATE_WORDS[state]}</Tag>;
}

function sayMore({
  state,
  asked,
  requests,
  assignBy,
  rateBy,
  marked,
  watcherName,
  joined,
  round,
  changedOn,
}: SuggestionLine): string {
  return [
    marked && '重点督办',
    joined && '跟别的一起办',
    watcherName && `${watcherName}督办`,
    round > 1 && '第二次办',
    asked > 0 && `等 ${asked} 位回`,
    requests > 0 && `居民的事 ${requests} 件`,
    isIn(state, NEW_TO_OFFICE) && assignBy && `${sayDay(assignBy)}前交办`,
    isIn(state, TO_RATE) && rateBy && `${sayDay(rateBy)}前评`,
    isIn(state, PRIVATE) && `${sayDay(changedOn)}存的`,
  ]
    .filter(Boolean)
    .join(' · ');
}
