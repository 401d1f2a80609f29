import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { promised } from '../../../../shared/appraisals/rectification';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { shown } from '../../../../shared/promises/contract';
import { STATES } from '../../../../shared/promises/states';
import { afterOf } from '../../../../shared/promises/steps';
import { sayEvent } from '../../../../shared/promises/words';
import { useCall } from '../../platform/query';
import { sayDate } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { Pictures } from '../../ui/Pictures';
import { ownDirection } from '../../ui/Press';
import { Section } from '../../ui/Section';
import './BeforeAfter.scss';

type One = Reply<typeof shown>;
type Happened = One['events'][number];

/** 改前改后: what the office had said and on which numbers, beside what was done since, who went to see it, and the numbers of whoever was asked again. */
export function BeforeAfter({ promise }: { promise: One }) {
  const { opinion, subject, departmentName, departmentId } = promise;
  return (
    <Section title={opinion ? '改前改后' : '改得怎么样'}>
      <View className={`before-after ${opinion ? 'both' : ''}`}>
        {opinion && <Before opinion={opinion} departmentName={departmentName} />}
        <Card>
          <Text className="heading">改后</Text>
          <After promise={promise} />
          {subject?.context === 'appraisals' && <AskedAgain id={subject.id} departmentId={departmentId} />}
        </Card>
      </View>
    </Section>
  );
}

type BeforeProps = { opinion: NonNullable<One['opinion']>; departmentName: string };

function Before({ opinion: { on, words, figures = [], answer }, departmentName }: BeforeProps) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <View className="row between wrap">
        <Text className="heading">改前</Text>
        <Text className="note">{on ? `人大的意见，${sayDate(on)}` : '人大的意见'}</Text>
      </View>
      <Text className="words space-above-2" {...ownDirection}>
        {words}
      </Text>
      {answer && (
        <View className="space-above-3">
          <Text className="note block">{`${departmentName}答，${sayDate(answer.on)}`}</Text>
          <Text className="quote" {...ownDirection}>
            {answer.words}
          </Text>
        </View>
      )}
      {open &&
        figures.map((line) => (
          <Text key={line} className="secondary block space-above-2">
            {line}
          </Text>
        ))}
      {figures.length > 0 && (
        <Fold onPress={() => setOpen(!open)}>
          <Icon name={open ? 'up' : 'down'} />
          {open ? '收起' : '当时大家怎么评的'}
        </Fold>
      )}
    </Card>
  );
}

function After({ promise }: { promise: One }) {
  const { done, look } = afterOf(promise);
  if (!done && !look)
    return <Text className="secondary block space-above-2">还没做好。做好了，照片和话都放在这里。</Text>;
  return (
    <>
      {done && <Said event={done} by={promise.departmentName} />}
      {look ? (
        <Said event={look} by={look.office ?? ''} seen />
      ) : (
        STATES[promise.state].open && (
          <Text className="secondary block space-above-3">这是部门自己说的，还没有人去看。</Text>
        )
      )}
    </>
  );
}

/** What somebody said of it. Of who looked, also in a drawing, whether it is done. */
function Said({ event, by, seen }: { event: Happened; by: string; seen?: boolean }) {
  const { kind, on, words, link, pictures = [] } = event;
  const kept = kind === 'seen_done';
  return (
    <View className="space-above-3">
      <Text className="note block">{sayDate(on)}</Text>
      <View className={`row top ${seen ? (kept ? 'text-ok' : 'text-late') : ''}`}>
        {seen && <Icon name={kept ? 'check-circle' : 'alert'} />}
        <Text className="strong grow">{sayEvent(event)}</Text>
      </View>
      <Pictures pictures={pictures} by={by} />
      {words && (
        <Text className="quote" {...ownDirection}>
          {words}
        </Text>
      )}
      {link && (
        <Text className="secondary words space-above-1" selectable>
          {`在这里看得到：${link}`}
        </Text>
      )}
    </View>
  );
}

/** What those say who rated the department low before, once it is published. */
function AskedAgain({ id, departmentId }: { id: string; departmentId: string }) {
  const { data } = useCall(promised, { id });
  const { better = null, notBetter = null } = data?.departments.find((one) => one.id === departmentId) ?? {};
  if (better === null) return null;
  const not = notBetter === null ? '' : `，${notBetter} 人说没好`;
  return (
    <Text className="block space-above-4">{`后来又问了大家：以前评低这个部门的人里，${better} 人说好了${not}。`}</Text>
  );
}
