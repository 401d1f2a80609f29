import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const USAGE = `用法：
  npm run county -- add 370283 --divisions 名单.csv --admin-phone 13xxxxxxxxx
      可以加：--name 平度市  --congress-name 平度市人大常委会  --help-phone 0532-88888888  --admin-name 王某某
      没有 --admin-phone（或者写 --invite），就给一个邀请码
      管理员的手机号写错了：--admin-phone 对的 --instead-of 写错的
  npm run county -- list
  npm run county -- rename 370283 新名字          一个乡镇、一个村也可以：rename 370283104 新名字
  npm run county -- retire 370283                 停用；可以加 --farewell "一句话"  --even-with-open
  npm run county -- restore 370283                重新开通
  npm run county -- audit 370283                  审计日志有没有被改过、删过
  npm run county -- reset-code 370283 --admin-phone 13xxxxxxxxx   人大办最后一个人丢了手机：重置动态码
  npm run county -- recode 370283 --codes 对照.csv 区划代码变了：一行一个，旧代码,新代码；可以加 --name 新县名
  加上 --event：不做，只把给部署好的函数用的内容打印出来`;

const OPTIONS = {
  divisions: { type: 'string' },
  'admin-phone': { type: 'string' },
  'admin-name': { type: 'string' },
  'instead-of': { type: 'string' },
  name: { type: 'string' },
  'congress-name': { type: 'string' },
  'help-phone': { type: 'string' },
  farewell: { type: 'string' },
  codes: { type: 'string' },
  'even-with-open': { type: 'boolean' },
  invite: { type: 'boolean' },
  event: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Words = ReturnType<typeof parsed>['values'];

/** What the words of a command line ask; a string is what to say instead. */
export function readWords(args: readonly string[]): { order: object; event: boolean } | string {
  try {
    const { values, positionals } = parsed(args);
    const [act = '', code = '', written] = positionals;
    if (values.help || act === '') return USAGE;
    if (positionals.length > 3)
      return `多了不认识的：${positionals.slice(3).join(' ')}。名字里有空格的，请加引号。\n${USAGE}`;
    return { order: given(orderOf(act, code, written, values)), event: values.event ?? false };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR')
      return `没有这个文件：${(error as NodeJS.ErrnoException).path}。请看路径写对没有。`;
    return `${message}\n${USAGE}`;
  }
}

function parsed(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function orderOf(act: string, code: string, written: string | undefined, values: Words): object {
  const { name = written, 'congress-name': congressName } = values;
  if (act === 'rename')
    return { do: act, county: code.slice(0, 6), place: code.length > 6 ? code : undefined, name, congressName };
  const file = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path, 'base64'));
  if (act === 'list') return { do: act };
  if (act === 'restore' || act === 'audit') return { do: act, county: code };
  if (act === 'retire')
    return { do: act, county: code, farewell: values.farewell, evenWithOpen: values['even-with-open'] };
  if (act === 'reset-code') return { do: act, county: code, adminPhone: values['admin-phone'] };
  if (act === 'recode') return { do: act, county: code, codes: file(values.codes), name };
  return {
    do: act,
    county: code,
    name,
    congressName,
    helpPhone: values['help-phone'],
    divisions: file(values.divisions),
    adminPhone: values['admin-phone'],
    adminName: values['admin-name'],
    insteadOf: values['instead-of'],
    invite: values.invite,
  };
}

/** Without what was not said. */
function given(order: object): object {
  return Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined));
}
