const month = (value: string) => `${value.slice(0, 4)} 年 ${Number(value.slice(5))} 月`;

/** From which month to which something was received; one of them at least is given. */
export function sayMonths(from?: string, to?: string): string {
  if (!from || !to) return `${month(from ?? to ?? '')}${from ? '以后' : '以前'}收到的`;
  return from === to ? `${month(from)}收到的` : `${month(from)}到 ${month(to)}收到的`;
}
