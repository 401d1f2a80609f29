import { SaxesParser } from 'saxes';
import { BROKEN, Unreadable } from './unreadable';

export type Attributes = Readonly<Record<string, string>>;

/** What is met on the way through a document, in order. Names of elements come without their prefix. */
export type XmlSteps = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Deeper than any sheet nests. */
const MAX_DEPTH = 100;
/** How much of a document is handed over at a time, and how much of it may pass without a whole tag: until then the parser keeps everything. */
const CHUNK = 64 * 1024;
const LONGEST_GAP = 2 * 1024 * 1024;

/**
 * Goes through an XML document once. Refused are what is not well formed, declarations of types and entities, and what could fill the memory.
 * @throws Unreadable
 */
export function walkXml(xml: string, { open, close, text }: XmlSteps): void {
  // A part that is not there.
  if (!xml) return;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let at = 0;
  let lastTagAt = 0;
  let depth = 0;
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    lastTagAt = at;
    depth += 1;
    if (depth > MAX_DEPTH) refuse();
    open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    lastTagAt = at;
    depth -= 1;
    close?.(localName(name));
  });
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  for (; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK));
    if (at - lastTagAt > LONGEST_GAP) refuse();
  }
  parser.close();
}

function refuse(): never {
  throw new Unreadable(BROKEN);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute's value, whatever prefix it has; null when it is not there. */
export function attributeOf(attributes: Attributes, name: string): string | null {
  const own = attributes[name];
  if (own !== undefined) return own;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed ? (attributes[prefixed] ?? null) : null;
}

/** Text as it may stand in a document or an attribute; characters XML does not know are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);
}
