export type DivisionLevel = 'county' | 'town' | 'village';

/** What stands in a cell where a code is looked for. `lost`: a spreadsheet made a number of it and its last digits are gone. */
export type ReadCode = { code: string; level: DivisionLevel } | { outside: string } | { lost: string } | null;

/** As a person would read it: full-width digits, the apostrophe that makes a number text, marks nobody sees, `.0` behind a number. */
function digitsOf(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^['’‘]/, '')
    .replace(/^="?(\d+)"?$/, '$1')
    .replace(/^(\d{1,3}(,\d{3})+)$/, (grouped) => grouped.replaceAll(',', ''))
    .replace(/\.0*$/, '');
}

/** Twelve digits written as a float: all of them are there only when eleven stand behind the point. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?0*(\d+)$/i;

/**
 * Reads a code of the statistical divisions (统计用区划代码): six, nine or twelve digits, zeros at the end for what is above.
 * Null when the cell holds no code at all; `outside` is a province's or a city's row, which such files begin with.
 */
export function readCode(cell: string): ReadCode {
  const written = digitsOf(cell);
  const scientific = SCIENTIFIC.exec(written);
  if (scientific) {
    const [, head = '', tail = '', power] = scientific;
    if (power !== '11' || tail.length < 11) return { lost: written };
    return codeOf(head + tail.slice(0, 11));
  }
  return codeOf(written);
}

function codeOf(digits: string): ReadCode {
  if (!/^[1-9]\d{5}(\d{3}(\d{3})?)?$/.test(digits)) return null;
  const full = digits.padEnd(12, '0');
  if (full.slice(4) === '00000000') return { outside: full };
  if (full.slice(6) === '000000') return { code: full.slice(0, 6), level: 'county' };
  if (full.slice(9) === '000') return { code: full.slice(0, 9), level: 'town' };
  return { code: full, level: 'village' };
}
