import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import { titleOf } from '../../../../shared/requests/rules';
import { type Draft, dropDraft, isWritten } from '../../platform/drafts';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Sure } from '../../ui/Sure';
import './OnPhone.css';

/** Still on the phone: waiting for a network, or not finished. */
export function OnPhone({ items }: { items: readonly Draft[] }) {
  if (!items.length) return null;
  return (
    <Section title="还在手机里" note={items.length > 1 ? `${items.length} 件` : undefined}>
      <Card flush>
        {items.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </Card>
    </Section>
  );
}

/** Opens where it was left. Thrown away only after one more question, in its own place. */
function DraftRow({ draft }: { draft: Draft }) {
  const [asked, setAsked] = useState(false);
  const { id, waits, problem } = draft;
  const title = nameOf(draft);
  if (asked)
    return (
      <View className="draft">
        <Sure
          title={`“${title}”，扔掉吗？`}
          words="扔了就找不回来了。"
          no="留着"
          yes="扔掉"
          onNo={() => setAsked(false)}
          onYes={() => dropDraft(id)}
        />
      </View>
    );
  return (
    <View className="draft">
      <Cell
        icon={problem ? 'alert' : waits || isWritten(draft) ? 'offline' : 'pen'}
        title={title}
        sub={howItStands(draft)}
        onPress={() => Taro.navigateTo({ url: `/requests/pages/write/index?draft=${id}` })}
      />
      <Press className="draft-throw" label={`扔掉：${title}`} onPress={() => setAsked(true)}>
        扔掉
      </Press>
    </View>
  );
}

function nameOf({ input, deputyName }: Draft): string {
  return titleOf(input.words ?? '') || `想跟${deputyTitle(deputyName)}说件事`;
}

function howItStands(draft: Draft): string {
  const { waits, problem, changedAt, pictures } = draft;
  const photos = pictures.length ? `带 ${pictures.length} 张照片。` : '';
  if (waits) return `写好了，还没送出。${photos}有网就自动送出，只送一次。`;
  if (!problem && isWritten(draft)) return `写好了，还没送出。${photos}等有网，点开就能送。`;
  return problem ? `没送出去。${problem}` : `没写完，${sayDay(dayOf(new Date(changedAt)))}的草稿。${photos}`;
}
