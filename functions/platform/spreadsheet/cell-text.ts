/** Far more than any column takes. */
const LONGEST_TEXT = 4_000;

/** Of a long text the beginning; without this one text could be read a million times, or a file be one text of megabytes. */
export function appended(gathered: string, text: string): string {
  return gathered.length > LONGEST_TEXT ? gathered : gathered + text.slice(0, LONGEST_TEXT);
}

/** Gathers what stands in `t`; the reading aid above a word (`rPh`) is not part of it. */
export function textCollector() {
  let inText = false;
  let aids = 0;
  let gathered = '';
  return {
    open(tag: string) {
      if (tag === 'rPh') aids += 1;
      if (tag === 't') inText = true;
    },
    text(text: string) {
      if (inText && aids === 0) gathered = appended(gathered, text);
    },
    close(tag: string) {
      if (tag === 'rPh') aids -= 1;
      if (tag === 't') inText = false;
    },
    take() {
      const taken = unescaped(gathered);
      gathered = '';
      return taken;
    },
  };
}

/** `_x000D_` is how Excel writes a character that XML does not know. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
