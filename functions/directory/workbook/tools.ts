/** What a plan needs from outside. Phones are written `+86…`; hashes and ciphers are hexadecimal, because they travel as JSON. */
export type Tools = {
  today: string;
  newId(): string;
  newCode(): string;
  pinyinOf(name: string, kind: 'person' | 'place'): string;
  /** Under every key that may have been used, the current one first. */
  hashesOf(phone: string): string[];
  seal(phone: string, membershipId: string): { cipher: string; hash: string; key: string };
};

export type Count = { adds: number; changes: number; ends: number };
