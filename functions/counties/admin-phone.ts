import { chinesePhone, digitsOf } from '../platform/phones';

/** A Chinese mobile number as people type it; the reason when it is none. */
export function readAdminPhone(written: string): { phone: string } | { reason: string } {
  const phone = chinesePhone(written);
  if (phone) return { phone };
  const plain = digitsOf(written).replace(/^(?:\+|00)?86(?=1)/, '');
  if (/\D/.test(plain))
    return { reason: `管理员的手机号里有不是数字的字（${plain.replace(/\d/g, '').slice(0, 5)}），请只写 11 位数字。` };
  if (plain.length !== 11) return { reason: `管理员的手机号写了 ${plain.length} 位，手机号是 11 位，请再看一看。` };
  return { reason: '管理员的手机号要以 13 到 19 开头，请再看一看。座机不行：要用它在微信里确认。' };
}
