import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { columnsOf, SHEET_NAMES } from '../../directory/workbook/columns';
import { emptyRows, type Rows } from '../../directory/workbook/template';
import { writeSpreadsheet } from '../../platform/spreadsheet/write-spreadsheet';
import { type Imported, type ImportNeeds, OFFICE } from './import-needs';
import { bundle } from './programs';

export const IMPORT_ROWS = 5_000;

/** A county of its own, because an import ends whatever its file does not have. */
const COUNTY = '999902';
const VILLAGES = 200;

/** Nobody has the telephone of a deputy of another file: the same person under another number would be a fault. */
let made = 0;

/**
 * Checks and imports a workbook of 5,000 rows in a process of its own, of which all deputies are new and the last import's all end:
 * the milliseconds of both calls, and the most memory the process ever had. `series` keeps the deputies of two series apart.
 */
export async function openImports(databaseUrl: string, directory: string, env: Record<string, string>, series: string) {
  const program = await bundle('local/bench/import-once.ts', directory);
  await writeCounty(databaseUrl);
  let round = 0;
  return async (): Promise<Imported> => {
    round += 1;
    const file = join(directory, `${series}-${round}.xlsx`);
    made += 1;
    writeFileSync(file, workbookOf(rowsFor(`${series}-${round}`, made * IMPORT_ROWS)));
    const needs: ImportNeeds = { jurisdiction: COUNTY, file, rows: IMPORT_ROWS };
    const child = fork(program, [], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      execArgv: [],
    });
    child.send(needs);
    const gone = once(child, 'exit').then(([code]): never => {
      throw new Error(`an import ended with ${code}`);
    });
    const [imported] = await Promise.race([once(child, 'message'), gone]);
    child.kill();
    await gone.catch(() => undefined);
    return imported as Imported;
  };
}

async function writeCounty(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin; set local app.jurisdiction = '${COUNTY}'`);
    await client.query(
      `insert into county (jurisdiction, name, congress_name, settings, created_at) values ($1, '测量县', '测量县人大常委会', '{}', now()) on conflict do nothing`,
      [COUNTY],
    );
    await client.query(
      `insert into division (code, parent, name, level, position)
       select $1 || '101', $1, '测量镇', 'town', 0
       union all select $1 || '101' || lpad(n::text, 3, '0'), $1 || '101', '测量' || n || '村', 'village', n from generate_series(1, $2::int) n
       on conflict do nothing`,
      [COUNTY, VILLAGES],
    );
    await client.query(
      `insert into person (jurisdiction, id, openid, created_at, seen_at) values ($1, $2, 'bench-openid-office', now(), now()) on conflict do nothing`,
      [COUNTY, OFFICE],
    );
    await client.query(
      `insert into membership (jurisdiction, id, person_id, role, granted_at) values ($1, $2, $2, 'admin', now()) on conflict do nothing`,
      [COUNTY, OFFICE],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** One administrator, 50 wards of four villages, stations and supervisors a village, and deputies with a term each for the rest. */
function rowsFor(round: string, firstPhone: number): Rows {
  const rows = emptyRows();
  const villages = Array.from({ length: VILLAGES }, (_, index) => `测量${index + 1}村`);
  const phone = (number: number) => `13${String(number).padStart(9, '0')}`;
  for (let index = 0; index < VILLAGES; index += 4)
    rows.选区.push(['乡镇', '测量镇', `第 ${index / 4 + 1} 选区`, villages.slice(index, index + 4).join('、'), '']);
  villages.forEach((village, index) => {
    rows.联络站.push([
      `${village}代表联络站`,
      '文化礼堂一楼',
      '每周一有人',
      '0570-0000000',
      '10',
      '9:00',
      '11:00',
      '',
      '',
      village,
    ]);
    rows.民主监督员.push(['姜样本', phone(90_000_000 + index), '测量镇', village]);
  });
  rows.工作人员.push(['管范例', phone(80_000_000), '县人大管理员', '']);
  const left = IMPORT_ROWS - SHEET_NAMES.reduce((sum, name) => sum + rows[name].length, 0);
  for (let index = 0; index < left; index += 1) {
    const number = `${round.slice(-10)}-${String(index >> 1).padStart(5, '0')}`;
    if (index % 2 === 0)
      rows.代表.push([
        number,
        '王示例',
        '',
        phone(firstPhone + index),
        `${villages[index % VILLAGES]}代表联络站`,
        '种胡柚的，村里人。',
      ]);
    else
      rows.任期.push([
        number,
        '王示例',
        '乡镇',
        '测量镇第十届人大',
        '测量镇',
        `第 ${(index % 50) + 1} 选区`,
        '',
        '2022-01-01',
        '2031-12-31',
      ]);
  }
  if (left % 2) rows.代表.pop();
  if (left % 2) rows.部门.push(['县示例局', '部门', '']);
  return rows;
}

function workbookOf(rows: Rows): Buffer {
  return writeSpreadsheet(
    SHEET_NAMES.map((name) => {
      const titles = columnsOf(name).map(({ title }) => title);
      return { name, widths: titles.map(() => 20), titled: true, rows: [titles, ...rows[name]] };
    }),
  );
}
