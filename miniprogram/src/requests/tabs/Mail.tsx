import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { daysBetween, SOON_DAYS } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { InboxItem } from '../../../../shared/requests/contract';
import { isLate } from '../../../../shared/requests/rules';
import { isIn, WAITING_FOR_DEPUTY } from '../../../../shared/requests/states';
import { sayDaysLeft } from '../../../../shared/requests/words';
import { useToday } from '../../platform/clock';
import { sayDay, sayRecent } from '../../platform/say';
import { Button } from '../../ui/Button';
import { aria, ownDirection, Press } from '../../ui/Press';
import { Tag } from '../../ui/Tag';
import { StateTag } from './StateTag';
import '../../ui/mail.css';

const follow = (id: string) => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` });
const reply = (id: string) => Taro.navigateTo({ url: `/requests/pages/answer/index?id=${id}` });

/** A line of the inbox. The first that waits has its button; the others open. `free`: nobody's yet, or of a deputy who is away. */
export function Mail({ item, first, free = false }: { item: InboxItem; first: boolean; free?: boolean }) {
  const today = useToday();
  const waits = isIn(item.state, WAITING_FOR_DEPUTY);
  const late = waits && isLate({ dueOn: item.dueOn, stoppedOn: null }, today);
  const rest = afterTitle(item);
  const fresh = waits && !item.opened;
  return (
    <View className="mail">
      <Press role="link" onPress={() => follow(item.id)}>
        <View className="mail-title">
          {fresh && <View className="mail-new" {...aria('img', '没读过')} />}
          <Text className="grow said" {...ownDirection}>
            {item.title}
          </Text>
          <Text className="note">{sayRecent(item.submittedOn, today)}</Text>
        </View>
        {rest && (
          <Text className="secondary two-lines said" {...ownDirection}>
            {rest}
          </Text>
        )}
        <View className="mail-meta">
          <ClockTag item={item} today={today} />
          {waits && item.round > 1 && (
            <Tag icon="undo" tone="wait">
              退回再办
            </Tag>
          )}
          <Text className="note">
            {[
              late && `应在 ${sayDay(item.dueOn)}回`,
              free ? (item.awayName ? `本来是${deputyTitle(item.awayName)}的` : '还没人接') : (item.name ?? '没写名字'),
              item.villageName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
      </Press>
      {free && (
        <View className="row space-above-3">
          <Button small grow kind="second" onPress={() => follow(item.id)} label={`看一看再接：${item.title}`}>
            看一看再接
          </Button>
        </View>
      )}
      {first && !free && waits && (
        <View className="row space-above-3">
          <Button small grow onPress={() => reply(item.id)} label={`回话：${item.title}`}>
            回话
          </Button>
        </View>
      )}
    </View>
  );
}

/** The title is the first words of the text: what comes after them. */
function afterTitle({ title, excerpt }: InboxItem): string {
  return excerpt.startsWith(title) ? excerpt.slice(title.length).replace(/^[\s，。、；：！？,.;:!?…]+/, '') : excerpt;
}

function ClockTag({ item, today }: { item: InboxItem; today: string }) {
  const left = item.daysLeft ?? daysBetween(today, item.dueOn);
  return (
    <StateTag item={item} who="居民">
      <Tag icon="clock" tone={left === 0 ? 'late' : left <= SOON_DAYS ? 'wait' : 'plain'}>
        {left <= SOON_DAYS ? sayDaysLeft(left) : `最晚 ${sayDay(item.dueOn)}`}
      </Tag>
    </StateTag>
  );
}
