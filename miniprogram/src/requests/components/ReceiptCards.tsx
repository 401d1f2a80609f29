import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spellTrackingNumber } from '../../../../shared/kernel/ids';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import './ReceiptCards.scss';
import '../../ui/check.scss';

/** The number to read out on the telephone, and to copy. */
export function NumberCard({ label, trackingNumber }: { label: string; trackingNumber: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    Taro.setClipboardData({ data: trackingNumber }).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Card className="space-above-5">
      <Text className="note block">{label}</Text>
      <Text className="tracking-number">{spellTrackingNumber(trackingNumber)}</Text>
      <Button small kind="second" icon={copied ? 'check' : 'copy'} onPress={copy}>
        {copied === null ? '抄下来' : copied ? '抄好了' : '没抄成，请记下编号'}
      </Button>
    </Card>
  );
}
