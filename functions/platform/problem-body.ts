import type { ProblemBody, ProblemError } from '../../shared/kernel/problems';

/** What to do about it, where no field is named and no time is known; it must fit every problem of its status. */
const USUAL: Readonly<Record<number, string>> = {
  400: '请看一看，改好再送一次。',
  401: '请用微信重新确认一次，写的内容不会丢。',
  403: '请看看是不是该您办的；弄不清就打电话给联络站。',
  404: '请退回去重新找；找不到就打电话给联络站。',
  405: '请退回去重新找；找不到就打电话给联络站。',
  409: '请看看现在是什么情况，改好再办；弄不清就打电话给联络站。',
  410: '请退回去重新找；找不到就打电话给联络站。',
  413: '请写短一点，或者换小一点的文件，再送一次。',
  415: '请关掉连心站，再打开，重新送一次。',
  422: '请退出来，看看送到的那次。后来改的还想送，就再送一次。',
};

/** Prints a problem for the wire. */
export function problemBody(error: ProblemError, number: string): ProblemBody {
  const { code, status, message: title, errors, first } = error;
  const more = { ...(errors?.length ? { errors } : {}), ...(first === undefined ? {} : { first }) };
  const detail = detailOf(error, number);
  return { type: `/problems/${code}`, title, detail, status, code, number, ...more };
}

function detailOf({ status, errors = [], wait }: ProblemError, number: string): string {
  if (errors.length) return [...new Set(errors.map(({ message }) => message))].join('');
  if (wait !== undefined) return `请过 ${sayWait(wait)}再试。`;
  return USUAL[status] ?? `请过几分钟再试。还是不行，就打电话给联络站，报编号 ${number}。`;
}

/** `90` → `2 分钟`; never less than it is. */
function sayWait(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} 秒`;
  return seconds <= 5_400 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3_600)} 个小时`;
}
