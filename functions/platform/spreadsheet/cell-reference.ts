/** 28 → `AB` */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** `AB12` → 28; null when there is no such name. */
export function columnNumber(reference: string | null): number | null {
  let number = 0;
  for (const letter of (reference ?? '').slice(0, 3).toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    number = number * 26 + letter.charCodeAt(0) - 64;
  }
  return number || null;
}
