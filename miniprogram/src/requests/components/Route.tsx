import { Text, View } from '@tarojs/components';
import type { RequestPage } from '../../../../shared/requests/contract';
import { type Hop, routeOf } from '../../../../shared/requests/route';
import { isIn, MOST_RETURNS, UNDER_WAY } from '../../../../shared/requests/states';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import '../../ui/Story.css';
import './Route.css';

/** 走过这几家: the hands it went through on its way to a department, oldest first. Nothing where it never went there. */
export function Route({ request }: { request: RequestPage }) {
  const hops = routeOf(request);
  if (!hops.length) return null;
  return (
    <>
      <Card className="space-above-3">
        <Text className="heading">走过这几家</Text>
        <View className="story space-above-4">
          {hops.map((hop, index) => (
            <OneHop key={hop.id} hop={hop} last={index === hops.length - 1} />
          ))}
        </View>
      </Card>
      <Returned request={request} />
    </>
  );
}

function OneHop({ hop: { mark, name, on, says, tone }, last }: { hop: Hop; last: boolean }) {
  return (
    <View className={`story-event hop ${tone} ${last ? 'last' : ''}`}>
      <Text className="story-mark" aria-hidden="true">
        {mark}
      </Text>
      <View className="hop-head">
        <Text className="story-what">{name}</Text>
        {on && <Text className="note">{sayDay(on)}</Text>}
      </View>
      <Text className="secondary words" {...ownDirection}>
        {says}
      </Text>
    </View>
  );
}

/** A return costs the resident no day. */
function Returned({ request: { state, clock, viewer, returns = 0 } }: { request: RequestPage }) {
  if (!returns || !isIn(state, UNDER_WAY)) return null;
  const whom = viewer === 'resident' ? '您' : '居民';
  const day = `最晚还是 ${sayDay(clock.dueOn)}。`;
  return (
    <View className="space-above-3">
      {returns < MOST_RETURNS ? (
        <Notice>{`退回不让${whom}多等。${day}`}</Notice>
      ) : (
        <Notice tone="wait" icon="undo">
          <Text className="strong block">{`退了两次，不让${whom}再跑。`}</Text>
          {day}
        </Notice>
      )}
    </View>
  );
}
