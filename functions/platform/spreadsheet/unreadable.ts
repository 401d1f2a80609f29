/** A file that is not read any further; `reason` is the sentence for the person who sent it. */
export class Unreadable extends Error {
  constructor(readonly reason: string) {
    super('a workbook that can not be read');
  }
}

export const BROKEN = '文件坏了，打不开。请用 Excel 或 WPS 打开，另存一份 .xlsx 再传。';
export const LOCKED = '文件加了密码，打不开。请去掉密码，另存一份再传。';
