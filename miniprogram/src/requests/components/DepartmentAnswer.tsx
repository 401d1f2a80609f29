import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Assignment, answer } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import { willSay } from '../../../../shared/assignments/part/words';
import { RESULT_CLASSES, type ResultClass } from '../../../../shared/assignments/values';
import { CLASS_WORDS } from '../../../../shared/assignments/words';
import { lengthOf } from '../../../../shared/kernel/text';
import { sayUnsent } from '../../platform/faults';
import type { Picture } from '../../platform/pictures';
import { scrollTo } from '../../platform/scroll';
import { usePictureForm } from '../../platform/usePictureForm';
import { leastOf, rowsFor } from '../../ui/answer-rows';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { type PromiseRow, PromiseRows, promisedIn, whyNoPromises } from '../../ui/PromiseRows';
import { SaidLines } from '../../ui/Together';
import { WordArea } from '../../ui/WordArea';

const HERE = 'department-answer';

const CLASSES = RESULT_CLASSES.map((value) => ({
  value,
  words: `${value} ${CLASS_WORDS[value].says}`,
  note: CLASS_WORDS[value].asks,
}));

type Written = { resultClass: ResultClass | null; words: string; rows: PromiseRow[]; pictures: Picture[] };
type Props = { assignment: Assignment; onDone: () => void };

/** 答复: how far it is, in the department's own word, and what it says to the resident. Nothing is chosen beforehand. */
export function DepartmentAnswer({ assignment: { id, version, parts }, onDone }: Props) {
  const others = willSay(parts);
  const form = usePictureForm<Written>(
    `${answer.name}.${id}`,
    { resultClass: null, words: '', rows: [], pictures: [] },
    { refreshes: ['requests', 'assignments', 'notifications'] },
  );
  const { resultClass, words, pictures } = form.value;
  // A draft of yesterday has none.
  const { rows = [] } = form.value;
  const [adding, setAdding] = useState(false);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const isShort = lengthOf(words.trim()) < LENGTHS.answer[0];
  const isOfWords = resultClass === null || isShort;
  const why =
    resultClass === null
      ? '先定一类。'
      : isShort
        ? `至少写 ${LENGTHS.answer[0]} 个字，跟居民说清楚。`
        : whyNoPromises(rows);
  const send = () => {
    setPressed(true);
    if (why || resultClass === null) return;
    void form.send(
      answer,
      (ids) => ({
        id,
        version,
        resultClass,
        words: words.trim(),
        promises: promisedIn(rows),
        ...(ids.length ? { pictures: ids } : {}),
      }),
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
            onChoose={(next) => form.change({ resultClass: next, rows: rowsFor(next, rows) })}
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
            fault={pressed && isOfWords ? why : null}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
        {others.length > 0 && (
          <>
            <Text className="heading space-above-5">一起办的，原样写在答复里</Text>
            <SaidLines said={others} />
          </>
        )}
        <Text className="heading space-above-5">答应的事</Text>
        <Text className="secondary block">到日子会问您，也会问居民。</Text>
        <PromiseRows
          rows={rows}
          least={leastOf(resultClass)}
          placeholder="文化礼堂旁换一根新灯杆，灯亮"
          error={form.error}
          onChange={(next) => form.change({ rows: next })}
        />
        {pressed && !isOfWords && <Fault>{why}</Fault>}
        <View className="space-above-3">
          <PhotoPicker pictures={pictures} onChange={form.changePictures} onBusy={setAdding} />
        </View>
        <View className="space-above-3">
          <Notice>{`这一类是您自己说的。解决了没有，居民说${rows.length ? '，到答应的日子再问' : ''}。`}</Notice>
        </View>
        {form.error && <Fault>{sayUnsent(form.error)}</Fault>}
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
