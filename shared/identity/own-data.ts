import { dayOf, sayDate } from '../kernel/days';
import type { OwnData } from './contract';

/** All that is kept of a person, as a text that any phone and any computer opens. It begins with a mark by which Notepad knows what it is. */
export function ownDataText({ at, name, maskedPhone, parts }: OwnData): string {
  const head = [
    '连心站：我的资料',
    `${sayDate(dayOf(new Date(at)))}拷的`,
    '',
    `名字：${name ?? '没有'}`,
    `手机号：${maskedPhone ?? '没有'}`,
  ];
  const told = parts.flatMap(({ title, count, kept, entries }) => [
    '',
    `【${title}】${count === null ? '' : ` ${count} 条`}`,
    kept,
    ...entries.flatMap((entry) => ['', `${entry.on}  ${entry.title}`, ...entry.lines.map((line) => `  ${line}`)]),
  ]);
  const foot = ['', '没有存：身份证、脸、您走到哪。', '里面有您的事，别转给不认识的人。', ''];
  return `\ufeff${[...head, ...told, ...foot].join('\r\n')}`;
}
