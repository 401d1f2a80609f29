import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Assignment, answer } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import { RESULT_CLASSES, type ResultClass } from '../../../../shared/assignments/values';
import { CLASS_WORDS } from '../../../../shared/assignments/words';
import { lengthOf } from '../../../../shared/kernel/text';
import type { Picture } from '../../platform/pictures';
import { scrollTo } from '../../platform/scroll';
import { usePictureForm } from '../../platform/usePictureForm';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { Notice } from '../../ui/Notice';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { WordArea } from '../../ui/WordArea';
import { sayWhy } from './useWords';

const HERE = 'department-answer';

const CLASSES = RESULT_CLASSES.map((value) => ({
  value,
  words: `${value} ${CLASS_WORDS[value].says}`,
  note: CLASS_WORDS[value].asks,
}));

type Written = { resultClass: ResultClass | null; words: string; pictures: Picture[] };
type Props = { assignment: Assignment; onDone: () => void };

/** 答复: how far it is, in the department's own word, and what it says to the resident. Nothing is chosen beforehand. */
export function DepartmentAnswer({ assignment: { id, version }, onDone }: Props) {
  const form = usePictureForm<Written>(
    `${answer.name}.${id}`,
    { resultClass: null, words: '', pictures: [] },
    { refreshes: ['requests', 'assignments', 'notifications'] },
  );
  const { resultClass, words, pictures } = form.value;
  const [adding, setAdding] = useState(false);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const why =
    resultClass === null
      ? '先定一类。'
      : lengthOf(words.trim()) < LENGTHS.answer[0]
        ? `至少写 ${LENGTHS.answer[0]} 个字，跟居民说清楚。`
        : null;
  const send = () => {
    setPressed(true);
    if (why || resultClass === null) return;
    void form.send(
      answer,
      (ids) => ({ id, version, resultClass, words: words.trim(), ...(ids.length ? { pictures: ids } : {}) }),
      onDone,
    );
  };
  return (
    <View id={HERE}>
      <Card className="space-above-3">
        <Text className="heading">办得怎样，自己定一类</Text>
        <View className="space-above-3">
          <Choice
            label="办得怎样"
            options={CLASSES}
            value={resultClass}
            onChoose={(next) => form.change({ resultClass: next })}
          />
        </View>
        <Text className="heading space-above-5">跟居民说</Text>
        <View className="space-above-3">
          <WordArea
            label="跟居民说"
            placeholder="做了什么，还差什么，哪天前做到"
            maxLength={LENGTHS.answer[1]}
            value={words}
            saved
            fault={(pressed && why) || (form.error && sayWhy(form.error))}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
        <View className="space-above-3">
          <PhotoPicker pictures={pictures} onChange={form.changePictures} onBusy={setAdding} />
        </View>
        <View className="space-above-3">
          <Notice>这一类是您自己说的。解决了没有，居民说。</Notice>
        </View>
        <View className="row space-above-3">
          <Button kind="line" disabled={form.isPending} onPress={onDone}>
            先不写
          </Button>
          <Button grow busy={adding ? '照片在放进来…' : form.isPending && '正在送…'} onPress={send}>
            送给居民
          </Button>
        </View>
      </Card>
    </View>
  );
}
