import * as z from 'zod/mini';
import { speakChinese } from '../../shared/kernel/messages';
import { add } from './add';
import { checkAudit } from './audit-chain';
import { list } from './list';
import { type Opened, type Outcome, refused } from './operator';
import { Order } from './order';
import { recode } from './recode';
import { rename } from './rename';
import { resetSecondFactor } from './reset-second-factor';
import { restore, retire } from './retire';
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
  switch (order.do) {
    case 'add':
      return add(operator, order);
    case 'rename':
      return rename(operator, order);
    case 'retire':
      return retire(operator, order);
    case 'restore':
      return restore(operator, order);
    case 'recode':
      return recode(operator, order);
    case 'audit':
      return checkAudit(operator, order);
    case 'reset-code':
      return resetSecondFactor(operator, order);
    case 'list':
      return list(operator);
  }
}
