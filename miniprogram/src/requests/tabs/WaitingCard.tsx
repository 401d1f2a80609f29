import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { daysBetween } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { MyRequest } from '../../../../shared/requests/contract';
import { threadOf } from '../../../../shared/requests/rules';
import { isIn, QUESTIONED } from '../../../../shared/requests/states';
import { wayOf } from '../../../../shared/requests/words';
import { useToday } from '../../platform/clock';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';
import { Thread } from '../../ui/Thread';

// Days before silence closes a matter from which on that is said.
const SOON = 7;

/** A matter that waits for the resident's word, with the one thing to press. */
export function WaitingCard({ request }: { request: MyRequest }) {
  const { id, title, state, deputyName, departmentName, answeredOn, submittedOn, lapsesOn, enteredFor } = request;
  const deputy = deputyTitle(deputyName);
  const today = useToday();
  const lapses = lapsesOn !== null && daysBetween(today, lapsesOn) <= SOON;
  const asked = isIn(state, QUESTIONED);
  const go = asked ? '去回答' : '去看答复';
  return (
    <Card>
      <Text className="strong block said" {...ownDirection}>
        {title}
      </Text>
      <Thread stops={threadOf(request, wayOf(request))} />
      <View className="secondary space-above-3">
        {asked ? (
          <>
            <Text className="emphasis">{`${departmentName ?? deputy}想问您一句。`}</Text>
            {`您回答了，${departmentName ? '部门' : '代表'}接着办。`}
          </>
        ) : (
          <>
            <Text className="emphasis">{`${departmentName ?? deputy} ${sayDay(answeredOn ?? submittedOn)}${departmentName ? '答复' : '回话'}了。`}</Text>
            解决了吗？
          </>
        )}
      </View>
      {lapses && lapsesOn && (
        <Text className="secondary block text-wait">{`${sayDay(lapsesOn)}前没说，就先收起来。`}</Text>
      )}
      {enteredFor && <Text className="note block space-above-1">别人替您登记的</Text>}
      <View className="row space-above-3">
        <Button
          small
          grow
          onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
          label={`${go}：${title}`}
        >
          {go}
        </Button>
      </View>
    </Card>
  );
}
