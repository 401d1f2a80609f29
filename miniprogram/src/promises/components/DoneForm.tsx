import { View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { sayDone } from '../../../../shared/promises/contract';
import { LENGTHS } from '../../../../shared/promises/limits';
import type { Worked } from '../../../../shared/promises/shown';
import { faultAt, sayFault } from '../../platform/faults';
import type { Picture } from '../../platform/pictures';
import { usePictureForm } from '../../platform/usePictureForm';
import { Button } from '../../ui/Button';
import { Fault, Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Photos } from '../../ui/Photos';
import { WordArea } from '../../ui/WordArea';
import { ACT_WORDS, REFRESHES } from './acts';
import '../../ui/lock.scss';

type Written = { words: string; link: string; pictures: Picture[] };
const BLANK: Written = { words: '', link: '', pictures: [] };

/** 做好了: what was done, with pictures and where it can be seen. What was written stays on the phone until it was sent, and is sent once. */
export function DoneForm({ promise: { id, version }, onDone }: { promise: Worked; onDone: () => void }) {
  const form = usePictureForm<Written>(`sayDone ${id}`, BLANK, { refreshes: REFRESHES, onArrived: onDone });
  const [adding, setAdding] = useState(false);
  const [pressed, setPressed] = useState(false);
  const { words, link, pictures } = form.value;
  const { label, main } = ACT_WORDS.done;
  const short = lengthOf(words.trim()) < LENGTHS.words[0];
  const send = () => {
    setPressed(true);
    if (short) return;
    const where = link.trim() ? { link: link.trim() } : {};
    const input = (ids: string[]) => ({ id, version, words: words.trim(), ...where, pictures: ids });
    void form.send(sayDone, input, onDone);
  };
  return (
    <View className="space-above-3">
      <WordArea
        short
        saved
        label={label}
        placeholder={label}
        maxLength={LENGTHS.words[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
      <Photos pictures={pictures} onPictures={form.changePictures} onBusy={setAdding} />
      <View className="space-above-2">
        <Notice icon="lock">照片里的位置会去掉。别拍到人脸和门牌；检查过没有问题，大家才看得到。</Notice>
      </View>
      <View className="space-above-3">
        <Field
          label="在哪里看得到（网址，可不写）"
          placeholder="https://"
          maxLength={300}
          value={link}
          fault={faultAt(form.error, 'link')}
          onInput={(next) => form.change({ link: next })}
        />
      </View>
      {pressed && short && <Fault>写一句再送。</Fault>}
      {form.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(form.error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button small kind="line" grow onPress={onDone}>
          先不送
        </Button>
        <Button small grow busy={adding ? '照片在放进来…' : form.isPending && '正在送…'} onPress={send}>
          {main}
        </Button>
      </View>
    </View>
  );
}
