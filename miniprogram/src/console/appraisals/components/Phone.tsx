import { useState } from 'react';
import type { Question, Subject } from '../../../../../shared/voting/definition';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Segment } from '../../../ui/Segment';
import { PhonePreview } from './PhonePreview';
import { useTrial } from './useTrial';
import './Phone.css';

const SIZES = [
  { value: 'normal', words: '平常' },
  { value: 'elder', words: '长辈版' },
] as const;
type Size = (typeof SIZES)[number]['value'];

type Props = {
  id: string;
  version: number;
  questions: readonly Question[];
  subjects: readonly Subject[];
  asks: number | null;
  /** Why it can't be recorded that somebody tried it. */
  why: string | null;
};

/** 手机上: how it will look, in both sizes; filled in to its end, it is a trial. */
export function Phone({ id, version, questions, subjects, asks, why }: Props) {
  const [size, setSize] = useState<Size>('normal');
  const elder = size === 'elder';
  const trial = useTrial({ id, version, elder });
  return (
    <section className="panel" aria-label="手机上">
      <div className="row between wrap">
        <h2 className="heading">
          <Icon name="phone" /> 手机上
        </h2>
        <div className="phone-sizes">
          <Segment label="字的大小" options={SIZES} value={size} onChoose={setSize} />
        </div>
      </div>
      <div className="space-above-3">
        <PhonePreview
          elder={elder}
          questions={questions}
          subjects={subjects}
          asks={asks}
          end={(again) => (
            <Button
              small
              grow
              disabled={Boolean(why)}
              busy={trial.busy && '正在记…'}
              onPress={() => trial.record(again)}
            >
              试投，投进去
            </Button>
          )}
        />
      </div>
      <p className="note space-above-2">{why ?? '填到最后一个，点“试投，投进去”，就算试过一遍。填的不留。'}</p>
      {trial.error && (
        <p className="text-late space-above-1" role="alert">
          {sayFault(trial.error)}
        </p>
      )}
    </section>
  );
}
