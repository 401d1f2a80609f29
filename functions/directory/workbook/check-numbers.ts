import { laterOfTwo } from './check-twice';
import { groups } from './places';
import type { Notes } from './reader';
import type { Deputy, Roster } from './roster';
import type { Stored } from './stored';
import type { Tools } from './tools';
import { distanceOf, keyOf } from './words';

type Deputies = Stored['deputies'];
const COLUMN = { sheet: '代表', column: '代表编号' };

/** A number belongs to one person for good: under it lie the answers they gave. A name with one character changed may be a correction. */
export function checkNumbers({ deputies }: Roster, stored: Stored, { faults, warnings }: Notes): void {
  const known = new Map(stored.deputies.map(({ number, name }) => [keyOf(number ?? ''), name]));
  known.delete('');
  const names = new Set(deputies.map(({ name }) => keyOf(name)));
  const twice = new Set(laterOfTwo(deputies).map(({ number }) => keyOf(number)));
  for (const { row, number, name } of deputies) {
    const before = known.get(keyOf(number));
    // Which of two rows has the wrong number nobody knows; that they share it is told.
    if (!before || twice.has(keyOf(number)) || keyOf(before) === keyOf(name)) continue;
    const corrected = distanceOf(keyOf(before), keyOf(name), 1) <= 1 && !names.has(keyOf(before));
    if (corrected)
      warnings.push({ sheet: '代表', row, column: '姓名', reason: `编号“${number}”原来是${before}，会改成${name}。` });
    else faults.push({ ...COLUMN, row, reason: `编号“${number}”原来是${before}的。换了人，请用没用过的新编号。` });
  }
}

/**
 * Nor does a person who serves get another number: a column that lost its zeros would end every term and begin it anew, under codes nobody
 * has. Whoever comes back after all their terms were over may have a new one.
 */
export function checkRenumbered(
  { deputies }: Roster,
  stored: Stored,
  { today, hashesOf }: Pick<Tools, 'today' | 'hashesOf'>,
  { faults, warnings }: Notes,
): void {
  const written = new Set(deputies.map(({ number }) => keyOf(number)));
  const numbers = new Set(stored.deputies.map(({ number }) => keyOf(number ?? '')));
  const serving = new Set(stored.mandates.filter(({ ends_on }) => ends_on >= today).map(({ deputy_id }) => deputy_id));
  const gone = stored.deputies.filter(({ id, number }) => number && !written.has(keyOf(number)) && serving.has(id));
  const byName = groups(gone, ({ name }) => keyOf(name));
  const byBareNumber = groups(gone, bareKey);
  const byPhone = phonesOf(gone, stored);
  for (const one of deputies.filter(({ number }) => !numbers.has(keyOf(number)))) {
    const phoned = one.phone ? hashesOf(one.phone).flatMap((hash) => byPhone.get(hash) ?? []) : [];
    const same = phoned.find(isLike(one)) ?? byBareNumber.get(bareKey(one))?.[0];
    const other = byName.get(keyOf(one.name))?.[0];
    if (same) faults.push({ ...COLUMN, row: one.row, reason: sayRenumbered(one, same.number ?? '') });
    else if (other)
      warnings.push({
        ...COLUMN,
        row: one.row,
        reason: `编号“${other.number}”的也叫${one.name}，表里没有了，任期会结束。要是同一位，请改回“${other.number}”。`,
      });
  }
}

function phonesOf(deputies: Deputies, { memberships }: Stored): Map<string, Deputies> {
  const byId = new Map(deputies.map((one) => [one.id, one]));
  const phones = new Map<string, Deputies>();
  for (const { deputy_id, phone_hash } of memberships) {
    const deputy = byId.get(deputy_id ?? '');
    const hash = phone_hash?.toString('hex') ?? '';
    if (deputy && hash) phones.set(hash, [...(phones.get(hash) ?? []), deputy]);
  }
  return phones;
}

/** The same name but for one character; a phone alone may have been passed on. */
const isLike =
  ({ name }: Deputy) =>
  (other: { name: string }) =>
    distanceOf(keyOf(name), keyOf(other.name), 1) <= 1;

const bare = (number: string | null) => keyOf(number ?? '').replace(/^0+/, '');
const bareKey = ({ name, number }: { name: string; number: string | null }) => `${keyOf(name)} ${bare(number)}`;

function sayRenumbered({ number, name, phone }: Deputy, before: string): string {
  const why = bare(number) === bare(before) ? '像是丢了前面的零' : `${phone ? '手机号一样，' : ''}编号一直不变`;
  return `${name}原来的编号是“${before}”，这里是“${number}”，${why}，请改回“${before}”。`;
}
