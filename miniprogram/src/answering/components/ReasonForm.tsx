import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { lengthOf, REASON } from '../../../../shared/kernel/text';
import { sayUnsent } from '../../platform/faults';
import type { useForm } from '../../platform/useForm';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { WordArea } from '../../ui/WordArea';

type Form = Pick<ReturnType<typeof useForm<{ words: string }>>, 'value' | 'change' | 'error' | 'isPending'>;

type Props = {
  form: Form;
  /** What is asked; the field is called the same. */
  asks: string;
  placeholder: string;
  /** What is said where nothing is written yet. */
  lack: string;
  button: string;
  busy: string;
  onSend: () => void;
  /** What comes of it, above the question. */
  children: ReactNode;
};

/** One thing that is done for a reason, and never without. */
export function ReasonForm({ form, asks, placeholder, lack, button, busy, onSend, children }: Props) {
  const { words } = form.value;
  const [pressed, setPressed] = useState(false);
  const why = lengthOf(words.trim()) < REASON[0] ? lack : null;
  const send = () => {
    setPressed(true);
    if (!why) onSend();
  };
  return (
    <>
      <View className="main">
        {children}
        <Text className="heading space-above-5">{`${asks}？`}</Text>
        <View className="space-above-3">
          <WordArea
            short
            label={asks}
            placeholder={placeholder}
            maxLength={REASON[1]}
            value={words}
            saved
            fault={form.error && sayUnsent(form.error)}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow busy={form.isPending && busy} onPress={send}>
          {button}
        </Button>
      </ActionBar>
    </>
  );
}
