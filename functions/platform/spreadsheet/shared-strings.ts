import { textCollector } from './cell-text';
import { walkXml } from './xml';

/** The texts kept in one place for all sheets, in the order in which cells count them. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const collector = textCollector();
  walkXml(xml, {
    open: (tag) => collector.open(tag),
    text: (text) => collector.text(text),
    close(tag) {
      collector.close(tag);
      if (tag === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
