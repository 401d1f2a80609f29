import { Text, View } from '@tarojs/components';
import { report } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { REPORT_REASON_NAMES, REPORT_REASONS, type ReportReason } from '../../../../shared/requests/reports';
import { sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';

type Written = { reason: ReportReason | null; words: string };
type Props = { id: string; onDone: () => void; onClose: () => void };

const OPTIONS = REPORT_REASONS.map((value) => ({ value, words: REPORT_REASON_NAMES[value] }));

/** 举报: why it should not stand there. The station reads it and answers; nobody reads who said it. */
export function ReportForm({ id, onDone, onClose }: Props) {
  const form = useForm<Written>(`report.${id}`, { reason: null, words: '' });
  const { reason, words } = form.value;
  const send = () =>
    reason && form.send(report, { id, reason, ...(words.trim() ? { words: words.trim() } : {}) }, onDone);
  return (
    <Card className="space-above-4">
      <Text className="heading">举报：哪里不该登？</Text>
      <View className="space-above-3">
        <Choice
          label="哪里不该登"
          options={OPTIONS}
          value={reason}
          onChoose={(chosen) => form.change({ reason: chosen })}
        />
      </View>
      <View className="space-above-3">
        <WordArea
          short
          label="说明白一点，可不写"
          placeholder="比如：照片上看得到我家门牌"
          maxLength={LENGTHS.report[1]}
          value={words}
          saved
          onInput={(next) => form.change({ words: next })}
        />
      </View>
      <Text className="note block space-above-2">联络站看了会答复您。发的人不知道是谁举报的。</Text>
      {form.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(form.error)}</Notice>
        </View>
      )}
      <View className="row space-above-3">
        <Button kind="line" disabled={form.isPending} onPress={onClose}>
          不举报了
        </Button>
        <Button grow busy={form.isPending && '正在送…'} disabled={reason === null} onPress={send}>
          送给联络站
        </Button>
      </View>
    </Card>
  );
}
