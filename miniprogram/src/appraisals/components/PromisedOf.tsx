import { Text } from '@tarojs/components';
import { promised } from '../../../../shared/appraisals/rectification';
import type { Reply } from '../../../../shared/kernel/procedure';
import { useCall } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Section } from '../../ui/Section';
import { Answered, PromisedThing } from './PromisedThing';

/** 它答应改的事: what a department promised after it was rated, and what people said when they were asked again. */
export function PromisedOf({ id, department }: { id: string; department: string }) {
  const { data } = useCall(promised, { id });
  if (!data) return null;
  const found = data.departments.find((one) => one.id === department);
  return (
    <Section title="它答应改的事">
      <Card>
        {found?.opinion && <Answered opinion={found.opinion} />}
        {found?.promises.map((one) => (
          <PromisedThing key={one.id} promise={one} />
        ))}
        {!found && (
          <Text className="secondary block">还没有。人大送去评议意见，它答应了什么、哪天前做到，都写在这里。</Text>
        )}
        {found && <Again figures={found} second={data.second} />}
      </Card>
    </Section>
  );
}

type Promised = Reply<typeof promised>;
type Figures = Pick<Promised['departments'][number], 'better' | 'notBetter'>;

/** The second measurement beside the first: how many of those who rated it low say that it is better. */
function Again({ figures: { better, notBetter }, second }: { figures: Figures; second: Promised['second'] }) {
  if (better === null)
    return second && IS_ASKED.includes(second.state) ? (
      <Text className="note block space-above-3">正在再问一次大家：变好了吗。谁都能答，首页点进去。</Text>
    ) : null;
  return (
    <Text className="block space-above-3">
      {`再问了一次：以前评低的人里 ${better} 人说好了${notBetter === null ? '' : `，${notBetter} 人说没好`}。`}
    </Text>
  );
}

const IS_ASKED: readonly string[] = ['open'];
