import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Procedure } from '../../../../shared/kernel/procedure';
import { type Length, lengthOf } from '../../../../shared/kernel/text';
import { scrollTo } from '../../platform/scroll';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import type { IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { WordArea } from '../../ui/WordArea';
import { useWords } from './useWords';

type Props = {
  procedure: Procedure;
  id: string;
  /** What is sent besides, and under which name the words are. */
  besides?: object;
  wordsAs?: string;
  title: string;
  /** What it does, said before it is done. */
  note?: { icon: IconName; words: string };
  placeholder: string;
  length: Length;
  /** Photos may go with it. */
  photos?: boolean;
  send: string;
  /** How one says not now. */
  cancel?: string;
  grave?: boolean;
  onDone: () => void;
  /** Where leaving it unsent leads elsewhere. */
  onCancel?: () => void;
  /** An attempt before did arrive. */
  onArrived?: () => void;
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
    besides,
    wordsAs = 'words',
    title,
    note,
    placeholder,
    length,
    photos,
    send,
    cancel = '先不写',
    grave,
    onDone,
    onCancel = onDone,
    onArrived,
  } = props;
  const { words, pictures, write, changePictures, fault, setFault, sending, ...written } = useWords(
    `${procedure.name}.${id}`,
    { onArrived },
  );
  const [adding, setAdding] = useState(false);
  // It opens where its button is not: at the foot of a long page one would not see it.
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const go = () => {
    if (lengthOf(words.trim()) < length[0])
      return setFault(length[0] > 2 ? `至少写 ${length[0]} 个字。` : '先写几个字。');
    void written.send(
      procedure,
      ({ words: said, ...rest }) => ({ id, ...besides, ...(said ? { [wordsAs]: said } : {}), ...rest }),
      onDone,
    );
  };
  return (
    <View id={HERE}>
      <Card className="space-above-3">
        <Text className="heading">{title}</Text>
        {note && (
          <View className="space-above-2">
            <Notice icon={note.icon}>{note.words}</Notice>
          </View>
        )}
        <View className="space-above-3">
          <WordArea
            short
            label={title}
            placeholder={placeholder}
            maxLength={length[1]}
            value={words}
            saved
            fault={fault}
            onInput={write}
          />
        </View>
        {photos && (
          <View className="space-above-3">
            <PhotoPicker pictures={pictures} onChange={changePictures} onBusy={setAdding} />
          </View>
        )}
        <View className="row space-above-3">
          <Button kind="line" disabled={sending} onPress={onCancel}>
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
