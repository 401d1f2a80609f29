import Taro from '@tarojs/taro';
import { Press } from '../../../ui/Press';
import { type Line, listOf, sayCount } from './figures';

type Props = { count: number; box: string; filter: Line['filter'] | null; label: string; className?: string };

/** A figure, and the list of what it counts. Nothing to list: nowhere to go. */
export function FigureLink({ count, box, filter, label, className = '' }: Props) {
  if (!count || !filter) return <span className={`figure ${className}`}>{sayCount(count)}</span>;
  return (
    <Press
      role="link"
      className={`figure figure-link ${className}`}
      label={`${label} ${count} 件，去看这些事`}
      onPress={() => Taro.redirectTo({ url: listOf(box, filter) })}
    >
      {sayCount(count)}
    </Press>
  );
}
