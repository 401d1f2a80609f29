/**
 * Words somebody wrote, as they may stand in a cell. Our files say of each cell that it is text; where it is saved as CSV, or typed over, a
 * program takes what begins with one of these for a formula, and does what it says.
 */
export function safeCell(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
}
