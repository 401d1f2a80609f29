import { type TextFault, type TextTo, texts } from '../../../../shared/notifications/texts';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Tag } from '../../ui/Tag';

const FAULTS: Record<TextFault, string> = {
  number: '号码不对，或者停机了，请核对号码',
  stopped: '这个号码不收短信（退订了），请打电话告诉',
  too_many: '这个号码一天收的短信太多了',
  away: '短信公司那头一直没通',
  settings: '短信没设好，或者没余额了，请找管系统的人',
  unsure: '线断了，不知道送到没有；怕重复，没有再发',
  late: '当天来不及发了',
};

type Last = NonNullable<TextTo['last']>;

const undelivered = ({ fault, on }: Last) => `${sayDay(on)}的短信：${FAULTS[fault ?? 'late']}`;

/** What became of a message; `late`: somebody has to look. */
const STATES: Record<Last['state'], { late: boolean; say: (last: Last) => string }> = {
  waiting: { late: false, say: ({ fault }) => (fault ? '今天的短信还没发出，过一会儿再发' : '今天的短信正在发') },
  sent: { late: false, say: ({ on }) => `${sayDay(on)}的短信发出了` },
  refused: { late: true, say: undelivered },
  failed: { late: true, say: undelivered },
};

/** What became of the last short message (短信), in plain words. */
export function sayText(last: Last | null): string {
  return last ? STATES[last.state].say(last) : '没用微信，有要办的每天发一条短信';
}

/** Who gets short messages, by their role; nobody where the county sends none, or it is not known yet. */
export function useTexts(enabled = true): ReadonlyMap<string, Last | null> {
  const { data } = useCall(texts, {}, { enabled });
  return new Map(data?.texts.map(({ membershipId, last }) => [membershipId, last]));
}

/** 发短信: of somebody who has not come with WeChat. 短信没送到: somebody has to look. */
export function TextTag({ last }: { last: Last | null }) {
  return last && STATES[last.state].late ? (
    <Tag icon="alert" tone="late">
      短信没送到
    </Tag>
  ) : (
    <Tag icon="phone">发短信</Tag>
  );
}
