import { Unreadable } from './zip';

/** What is met on the way through a document, in order. Names come without their prefix; text and attributes still hold their entities. */
export type XmlSteps = {
  open(name: string, attributes: string): void;
  close?(name: string): void;
  text?(raw: string): void;
};

const BROKEN = '文件坏了，打不开。请用 Excel 或 WPS 打开，另存一份 .xlsx 再传。';

/**
 * Goes through an XML document once, in time that grows with its length and nothing else. Declarations of types and entities are refused.
 * @throws Unreadable
 */
export function walkXml(xml: string, { open, close, text }: XmlSteps): void {
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    if (start > at) text?.(xml.slice(at, start));
    at =
      xml.startsWith('<!', start) || xml.startsWith('<?', start)
        ? skip(xml, start, text)
        : tag(xml, start, open, close);
  }
}

function skip(xml: string, start: number, text: XmlSteps['text']): number {
  const until = (sign: string) => {
    const end = xml.indexOf(sign, start + 2);
    if (end < 0) throw new Unreadable(BROKEN);
    return end;
  };
  if (xml.startsWith('<?', start)) return until('?>') + 2;
  if (xml.startsWith('<!--', start)) return until('-->') + 3;
  if (!xml.startsWith('<![CDATA[', start)) throw new Unreadable(BROKEN);
  const end = until(']]>');
  text?.(xml.slice(start + 9, end).replace(/&/g, '&amp;'));
  return end + 3;
}

function tag(xml: string, start: number, open: XmlSteps['open'], close: XmlSteps['close']): number {
  const end = endOfTag(xml, start);
  if (xml[start + 1] === '/') {
    close?.(localName(xml.slice(start + 2, end).trim()));
    return end + 1;
  }
  const empty = xml[end - 1] === '/';
  const inside = xml.slice(start + 1, empty ? end - 1 : end);
  const space = inside.search(/\s/);
  const name = localName(space < 0 ? inside : inside.slice(0, space));
  open(name, space < 0 ? '' : inside.slice(space));
  if (empty) close?.(name);
  return end + 1;
}

/** The `>` that ends a tag: one inside quotes does not. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at];
    if (sign === '>') return at;
    if (sign !== '"' && sign !== "'") continue;
    at = xml.indexOf(sign, at + 1);
    if (at < 0) break;
  }
  throw new Unreadable(BROKEN);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const patterns = new Map<string, RegExp>();

/** An attribute's value, whatever prefix it has; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? plainText(found[1] ?? found[2] ?? '') : null;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was meant: the five named entities and numbered characters; no other entity exists without a declaration. */
export function plainText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

/** Text as it may stand in a document or an attribute; characters XML does not know are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);
}
