import { type PersonalKind, personalIn } from '../../../../../shared/kernel/personal';
import type { RequestPage } from '../../../../../shared/requests/contract';
import { Notice } from '../../../ui/Notice';
import { Tag } from '../../../ui/Tag';

const KINDS: Record<PersonalKind, string> = {
  phone: '电话',
  citizen: '身份证号',
  contact: '号码',
  name: '名字、称呼',
  door: '门牌',
};

/** What in the words for everybody looks as if somebody could be recognised by it. A person decides what goes. */
export function PersonalNotice({ words, request }: { words: readonly string[]; request: RequestPage }) {
  const found = personalIn(words.join('\n'), [request.name, request.enteredBy]);
  if (!found.length) return null;
  return (
    <Notice tone="wait" icon="alert">
      <p>看一看，这些像是认得出人的：</p>
      <p className="matter-tags">
        {found.map((one) => (
          <Tag key={one.words} icon="eye-off" tone="wait">{`${KINDS[one.kind]}：${one.words}`}</Tag>
        ))}
      </p>
    </Notice>
  );
}
