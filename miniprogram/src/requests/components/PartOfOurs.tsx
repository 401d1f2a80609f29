import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { giveOpinion, part as partProcedure } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import { GIVE_WORDS } from '../../../../shared/assignments/part/words';
import { sayUnsent } from '../../platform/faults';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { OwnPart } from '../../ui/Together';
import { Act } from './Act';

/** 协办: what the department is asked to do for the one that leads, until when, what it said, and the form in which it says it. */
export function PartOfOurs({ id, own }: { id: string; own: boolean }) {
  const { data: part, error, refetch } = useCall(partProcedure, { id });
  const [writing, setWriting] = useState(false);
  if (error && !part)
    return (
      <View className="space-above-3">
        <Notice tone="wait">
          <Text className="block">{sayUnsent(error)}</Text>
          <View className="row space-above-2">
            <Button small kind="line" icon="refresh" onPress={() => refetch()}>
              再试一次
            </Button>
          </View>
        </Notice>
      </View>
    );
  if (!part) return null;
  const { kind, leadName, words, version, acts, dueOn } = part;
  const about = GIVE_WORDS[kind];
  const may = !own && (acts.includes('give') || acts.includes('change'));
  const isGiven = words !== null;
  return (
    <>
      <OwnPart part={part} onWrite={may && !writing ? () => setWriting(true) : undefined} />
      {own && (
        <View className="space-above-3">
          <Notice icon="info">这件事是您说的，或者您替人登记的，请同事来办。</Notice>
        </View>
      )}
      {may && writing && (
        <Act
          procedure={giveOpinion}
          id={id}
          besides={{ version }}
          title={isGiven ? '改一改' : about.title}
          note={{
            icon: 'info',
            words: `${leadName}来答居民，答复里原样写您这一段。${sayDay(dueOn)}前给；它答复以前还能改。`,
          }}
          placeholder={about.hint}
          length={LENGTHS.opinion}
          send="送给主办"
          onDone={() => setWriting(false)}
        />
      )}
    </>
  );
}
