import { dial } from '../platform/dial';
import { Button } from './Button';
import { State } from './State';
import './BadCode.scss';
import './scenery.scss';

export type BadCodeReason = 'unknown' | 'withdrawn' | 'ended' | 'other_county';

const WORDS: Record<BadCodeReason, { title: string; words: string }> = {
  unknown: { title: '没认出这个码', words: '可能没扫清楚，也可能不是代表码。\n您可以按村子找代表。' },
  withdrawn: { title: '这个码不用了', words: '代表换过新码了。\n您可以按村子找现在的代表。' },
  ended: { title: '这个码不用了', words: '这位代表的任期到了。\n您可以按村子找现在的代表。' },
  other_county: { title: '这是别的地方的码', words: '那里还没有开通连心站。\n您可以按村子找这里的代表。' },
};

const ELSEWHERE: Record<BadCodeReason, string> = {
  unknown: '那边没有这个码。',
  withdrawn: '代表换过新码了。',
  ended: '这位代表的任期到了。',
  other_county: '那边还没有开通连心站。',
};

type Props = {
  reason: BadCodeReason;
  /** The county the code belongs to, when it is another one and is known here. */
  county?: { name: string; phone: string | null } | null;
  onFind: () => void;
  onScan?: () => void;
  onStations: () => void;
};

/** Says which way a code is wrong and whose it was, and gives another way. */
export function BadCode({ reason, county, onFind, onScan, onStations }: Props) {
  const { title, words } = county
    ? { title: `这是${county.name}的码`, words: `${ELSEWHERE[reason]}\n您可以按村子找这里的代表。` }
    : WORDS[reason];
  const phone = county?.phone;
  return (
    <State scene="code" title={title} words={words}>
      <Button icon="pin" onPress={onFind}>
        按村子找代表
      </Button>
      {onScan && (
        <Button kind="second" icon="scan" onPress={onScan}>
          再扫一次
        </Button>
      )}
      {phone && (
        <Button kind="second" icon="phone" onPress={() => dial(phone)}>
          {`问${county.name}`}
        </Button>
      )}
      {!county && (
        <Button kind="second" icon="phone" onPress={onStations}>
          问联络站
        </Button>
      )}
    </State>
  );
}
