import { createHash, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { WorkbookFault } from '../../shared/directory/contract/office';
import { makeDeputyCode } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import { hashesOf, sealPhone } from '../platform/phones';
import { MAX_BYTES, readSpreadsheet, type Sheet } from '../platform/spreadsheet/read-spreadsheet';
import { Unreadable } from '../platform/spreadsheet/unreadable';
import { pinyinOf } from './pinyin';
import { checkWorkbook, emptyRoster } from './workbook/check';
import { type Plan, planImport } from './workbook/plan';
import type { Stored } from './workbook/stored';
import type { Tools } from './workbook/tools';

/** A workbook that was sent: its sheets, or why nobody can read it. */
export type SentWorkbook = { bytes: Buffer; sheets: Sheet[] } | { bytes: Buffer; refused: string };

export type Compared = { digest: string; faults: WorkbookFault[]; warnings: WorkbookFault[]; plan: Plan };

/** Where what an office sends lies until it was imported. */
export function fileKey(jurisdiction: string, fileId: string): string {
  return `files/${jurisdiction}/${fileId}`;
}

/** The file of this county with this id; null when nothing arrived. */
export async function readWorkbook(call: Call, fileId: string): Promise<SentWorkbook | null> {
  const stored = await call.services.storage.get(fileKey(call.jurisdiction, fileId), MAX_BYTES);
  if (!stored) return null;
  const bytes = Buffer.from(stored);
  try {
    return { bytes, sheets: await readSpreadsheet(bytes) };
  } catch (error) {
    if (error instanceof Unreadable) return { bytes, refused: error.reason };
    throw error;
  }
}

/** What is wrong with a workbook beside what is stored, and what it would change. */
export function compareWorkbook(call: Call, sent: SentWorkbook, stored: Stored): Compared {
  const digest = digestOf(sent.bytes, stored);
  const tools = toolsOf(call);
  if ('refused' in sent) {
    const fault = { sheet: '整个文件', row: null, column: null, reason: sent.refused };
    return { digest, faults: [fault], warnings: [], plan: planImport(emptyRoster(), noRoster(stored), tools) };
  }
  const { roster, faults, warnings } = checkWorkbook(sent.sheets, stored, tools.today, tools.hashesOf);
  // With faults nothing is written, and counting what half a roster would end says nothing.
  if (faults.length) return { digest, faults, warnings, plan: planImport(emptyRoster(), noRoster(stored), tools) };
  const plan = planImport(roster, stored, tools);
  return { digest, faults, warnings: [...warnings, ...warnOfOffice(stored, plan)], plan };
}

/** More than a tenth of the terms that run today would end. */
export function endsMany({ terms, running }: Plan['terms']['ending']): boolean {
  return terms * 10 > running;
}

/** The import itself decides (`nobody_left`): here it isn't known who of the new ones has signed in already. */
function warnOfOffice({ memberships }: Stored, { memberships: { ends } }: Plan): WorkbookFault[] {
  const stays = memberships.some(({ id, role, held }) => role === 'admin' && held && !ends.includes(id));
  const reason = '现在能登录的管理员都不在表里。表里要有一位管理员先用手机号登录过，才能导入。';
  return stays ? [] : [{ sheet: '工作人员', row: null, column: '角色', reason }];
}

function noRoster(stored: Stored): Stored {
  return { ...stored, wards: [], stations: [], deputies: [], mandates: [], departments: [], memberships: [] };
}

/** Names the file and the directory as they are: when either changes, so does it. */
function digestOf(bytes: Buffer, stored: Stored): string {
  const memberships = stored.memberships.map(({ phone_cipher: _, phone_hash, ...rest }) => ({
    ...rest,
    phone: phone_hash?.toString('hex') ?? null,
  }));
  const directory = JSON.stringify({ ...stored, memberships });
  return createHash('sha256').update(bytes).update(directory).digest('hex');
}

function toolsOf({ jurisdiction, now, services: { phones } }: Call): Tools {
  const hashes = new Map<string, string[]>();
  return {
    today: dayOf(now),
    newId: v7,
    newCode: () => makeDeputyCode(randomInt),
    pinyinOf,
    hashesOf(phone) {
      const known = hashes.get(phone) ?? hashesOf(phones, phone).map((hash) => hash.toString('hex'));
      hashes.set(phone, known);
      return known;
    },
    seal(phone, membershipId) {
      const { cipher, hash, key } = sealPhone(phones, phone, { jurisdiction, personId: membershipId });
      return { cipher: cipher.toString('hex'), hash: hash.toString('hex'), key };
    },
  };
}
