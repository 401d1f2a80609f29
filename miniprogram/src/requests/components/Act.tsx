import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Input, Procedure } from '../../../../shared/kernel/procedure';
import { lengthOf } from '../../../../shared/kernel/text';
import { newKey } from '../../platform/call';
import { arrivedBefore, isPassing, sayFault } from '../../platform/outgoing';
import { type Picture, withPictures } from '../../platform/pictures';
import { useAct } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import type { IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { WordArea } from '../../ui/WordArea';
import { useWords } from './useWords';
import { dropWords } from './wordsDraft';

type Props = {
  procedure: Procedure;
  id: string;
  title: string;
  /** What it does, said before it is done. */
  note?: { icon: IconName; words: string };
  placeholder: string;
  fewest: number;
  most: number;
  /** Photos may go with it. */
  photos?: boolean;
  send: string;
  /** How one says not now. */
  cancel?: string;
  grave?: boolean;
  onDone: () => void;
};

const HERE = 'act';

/**
 * A few words and a button, in the page: asking back, a note, more words, taking it back. Kept on the phone while they are written, and sent
 * once however often it is pressed.
 */
export function Act(props: Props) {
  const {
    procedure,
    id,
    title,
    note,
    placeholder,
    fewest,
    most,
    photos,
    send,
    cancel = '先不写',
    grave,
    onDone,
  } = props;
  const what = `${procedure.name}.${id}`;
  const [{ words, pictures, key }, change] = useWords(what);
  const setPictures = (step: (now: Picture[]) => Picture[]) => change((now) => ({ pictures: step(now.pictures) }));
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [adding, setAdding] = useState(false);
  const running = useRef(false);
  const act = useAct(procedure, ['requests', 'notifications']);
  // It opens where its button is not: at the foot of a long page one would not see it.
  useEffect(() => {
    Taro.pageScrollTo({ selector: `#${HERE}`, offsetTop: -80, duration: 0 }).catch(() => undefined);
  }, []);
  const go = async () => {
    const said = words.trim();
    if (lengthOf(said) < fewest) return setFault('先写几个字。');
    // Pressed twice before the screen could change.
    if (running.current) return;
    running.current = true;
    setFault(null);
    setSending(true);
    try {
      await withPictures(
        pictures,
        (next) => setPictures(() => next),
        (ids) => {
          const all = { id, ...(said ? { words: said } : {}), ...(ids.length ? { pictures: ids } : {}) };
          return act.mutateAsync({ key, input: all as Input<Procedure> });
        },
      );
      dropWords(what);
      onDone();
    } catch (error) {
      if (arrivedBefore(error)) change(() => ({ key: newKey() }));
      setFault(sayWhy(error as Error));
      setSending(false);
    } finally {
      running.current = false;
    }
  };
  return (
    <View id={HERE}>
      <Card className="mt3">
        <Text className="head">{title}</Text>
        {note && (
          <View className="mt2">
            <Notice icon={note.icon}>{note.words}</Notice>
          </View>
        )}
        <View className="mt3">
          <WordArea
            short
            label={title}
            placeholder={placeholder}
            maxLength={most}
            value={words}
            saved
            fault={fault}
            onInput={(next) => {
              setFault(null);
              change(() => ({ words: next }));
            }}
          />
        </View>
        {photos && (
          <View className="mt3">
            <PhotoPicker pictures={pictures} onChange={setPictures} onBusy={setAdding} />
          </View>
        )}
        <View className="row mt3">
          <Button kind="line" disabled={sending} onPress={onDone}>
            {cancel}
          </Button>
          <Button
            grow
            kind={grave ? 'grave' : 'main'}
            busy={adding ? '照片在放进来…' : sending && '正在送…'}
            onPress={go}
          >
            {send}
          </Button>
        </View>
      </Card>
    </View>
  );
}

/** What happened, and what to do. */
export function sayWhy(error: Error): string {
  if (arrivedBefore(error)) return '刚才那次已经送到了。改过的还想送，就再点一次。';
  return isPassing(error) ? '现在送不出去，有网了再点一次，只算一次。' : sayFault(error);
}
