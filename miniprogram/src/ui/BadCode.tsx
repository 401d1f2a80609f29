import { Button } from './Button';
import { State } from './State';

export type BadCodeReason = 'unknown' | 'withdrawn' | 'ended' | 'other_county';

const WORDS: Record<BadCodeReason, { title: string; words: string }> = {
  unknown: { title: '没认出这个码', words: '可能没扫清楚，也可能不是代表码。\n您可以按村子找代表。' },
  withdrawn: { title: '这个码不用了', words: '代表换过新码了。\n您可以按村子找现在的代表。' },
  ended: { title: '这个码不用了', words: '这位代表的任期到了。\n您可以按村子找现在的代表。' },
  other_county: { title: '这是别的县的码', words: '那个县还没有开通连心站。\n您可以按村子找本县的代表。' },
};

/** Says which way a code is wrong, and gives another way. */
export function BadCode({
  reason,
  onFind,
  onScan,
  onStations,
}: {
  reason: BadCodeReason;
  onFind: () => void;
  onScan?: () => void;
  onStations: () => void;
}) {
  return (
    <State scene="code" {...WORDS[reason]}>
      <Button icon="pin" onPress={onFind}>
        按村子找代表
      </Button>
      {onScan && (
        <Button kind="second" icon="scan" onPress={onScan}>
          再扫一次
        </Button>
      )}
      <Button kind="second" icon="phone" onPress={onStations}>
        问联络站
      </Button>
    </State>
  );
}
