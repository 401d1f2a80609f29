import * as z from 'zod/mini';
import { speakChinese } from '../../shared/kernel/messages';
import { add } from './add';
import { list } from './list';
import { type Opened, type Outcome, refused } from './operator';
import { Order } from './order';
import { rename } from './rename';
import { NOTHING_WRITTEN } from './say';

speakChinese();

/** Does what was asked of the counties, whoever passed it on: the command line, or a function's event. */
export async function obey(opened: Opened, asked: unknown): Promise<Outcome> {
  const read = Order.safeParse(asked);
  if (!read.success)
    return refused(
      ...z
        .prettifyError(read.error)
        .split('\n')
        .map((line) => line.replace(/^[✖→]\s*/, '').trim()),
      NOTHING_WRITTEN,
    );
  const order = read.data;
  const operator = { ...opened, now: opened.clock() };
  if (order.do === 'add') return add(operator, order);
  return order.do === 'rename' ? rename(operator, order) : list(operator);
}
