import { v7 } from 'uuid';
import type { template as contract } from '../../shared/directory/contract/office';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { handOut } from '../platform/hand-out';
import { XLSX_TYPE } from '../platform/spreadsheet/write-spreadsheet';
import { pinyinOf } from './pinyin';
import { selectRoster } from './queries-workbook';
import { filledRows } from './workbook/filled-rows';
import type { Stored } from './workbook/stored';
import { emptyRows, writeTemplate } from './workbook/template';

/** The workbook to fill in. Filled, it holds phones, so that who took it is written down before it exists (个人信息保护法 第五十四条). */
export async function template(
  call: Call<Person>,
  { filled }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const id = v7();
  const stored = await call.write(async (tx) => {
    if (filled) await writeDown(tx, call, id);
    return selectRoster(tx, jurisdiction);
  });
  const bytes = writeTemplate(stored, filled ? rowsOf(call, stored) : emptyRows());
  const fileName = `${stored.county.name}${filled ? '名册' : '名册模板'}.xlsx`;
  return handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName, id });
}

function rowsOf({ jurisdiction, services: { phones } }: Call, stored: Stored) {
  const open = (sealed: Buffer, membershipId: string) =>
    phones.decrypt(sealed, { jurisdiction, personId: membershipId });
  return filledRows(stored, { pinyinOf, open });
}

type Tx = Parameters<typeof audit>[0];

async function writeDown(tx: Tx, { jurisdiction, caller, now }: Call<Person>, id: string): Promise<void> {
  await audit(tx, {
    jurisdiction,
    personId: caller.personId,
    action: 'workbook_taken',
    objectKind: 'workbook',
    objectId: id,
    now,
  });
}
