const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: among ten million ballots one in a hundred thousand lists has two that look alike. */
const LETTERS = 12;
/** Of one letter. */
const BITS = 5;

/** The receipt (回执码) of a ballot: the beginning of its leaf, twelve letters without I, L, O and U. It says nothing of the answers. */
export function receiptOf(leaf: Uint8Array): string {
  let code = '';
  for (let bit = 0; bit < LETTERS * BITS; bit += BITS) {
    const [byte, within] = [bit >> 3, bit & 7];
    const two = ((leaf[byte] ?? 0) << 8) | (leaf[byte + 1] ?? 0);
    code += ALPHABET[(two >> (16 - BITS - within)) & (2 ** BITS - 1)];
  }
  return code;
}

/** `K7P49WXD2M6T` → `K7P4 9WXD 2M6T`, as it is shown and read out. */
export function spellReceipt(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What somebody typed as a receipt: small letters, blanks, and the letters that look like figures. Null when it is none. */
export function readReceipt(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === LETTERS && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
