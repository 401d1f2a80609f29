import { readsLikeWrongdoing } from '../../../../../shared/requests/wrongdoing';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Icon, type IconName } from '../../../ui/Icon';
import { Kbd } from '../../ui/Kbd';
import '../../../ui/check.scss';
import './Checklist.scss';

type Line = { asks: string; icon: IconName; said: string; doubted?: true };

const LOOK = { icon: 'eye', said: '您看看' } as const;

/** What a machine can know of it is marked; the rest is for whoever reads it, and nothing is ticked that nobody looked at. */
function linesOf({ title, facts, proposal }: Suggestion): Line[] {
  const doubted = readsLikeWrongdoing([title, facts, proposal].join('。'));
  return [
    { asks: '只说一件事', ...LOOK },
    facts && proposal
      ? { asks: '写了情况，也写了办法', icon: 'check', said: '都写了' }
      : { asks: '写了情况，也写了办法', icon: 'alert', said: '没写全', doubted: true },
    doubted
      ? { asks: '不是个人的事，不是案子', icon: 'alert', said: '有的话像检举、控告，看仔细', doubted }
      : { asks: '不是个人的事，不是案子', ...LOOK },
    { asks: '没有推销产品', ...LOOK },
  ];
}

/** 43a: whether it is a suggestion at all, before whoever assigns it; what is none goes back with where it goes. */
export function Checklist({ suggestion, onRedirect }: { suggestion: Suggestion; onRedirect: () => void }) {
  return (
    <Card className="space-above-4">
      <h2 className="heading">是不是一件建议</h2>
      <ul className="checklist">
        {linesOf(suggestion).map(({ asks, icon, said, doubted }) => (
          <li key={asks} className={doubted ? 'doubted' : ''}>
            <Icon name={icon} />
            <span>{asks}</span>
            <span className="note">{said}</span>
          </li>
        ))}
      </ul>
      <Button kind="text" small onPress={onRedirect}>
        不算建议的，退回代表并说去哪
        <Kbd>O</Kbd>
      </Button>
    </Card>
  );
}
