// Counts a published vote again (自己数一遍): node verify.mjs <file>. Needs nothing but Node. What the lines of the file are is said below.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (content) => sha256(Buffer.of(0), content);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** RFC 6962: neighbours joined level by level; who has no neighbour goes up as it is. */
function merkleRoot(leaves) {
  let level = leaves;
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? nodeHash(level[at], level[at + 1]) : level[at]);
    level = above;
  }
  return level[0];
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('用法：npm run verify -- <公布的票单>');
  process.exit(2);
}

// D: what was asked of whom, frozen before the first ballot.  S: how many ballots.  A: answers, a figure each.  T: the results as shown.
// B: the leaf of each ballot: SHA-256 of a zero byte and the ballot with a random number in it, so that nobody can guess what it says.
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const of = (kind) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(2));
const faults = [];
const check = (good, fault) => good || faults.push(fault);

check(lines[0] === 'lianxin-vote 1', '不是连心站的票单');
const definition = JSON.parse(of('D')[0] ?? '{}');
const summary = JSON.parse(of('S')[0] ?? '{}');
const ballots = of('B');
const counted = definition.questions.filter(({ kind }) => kind !== 'words');
const RATINGS = ['满意', '基本满意', '不满意', '不了解'];

check(ballots.length === summary.counted, `票单上有 ${ballots.length} 张，公布的是 ${summary.counted} 张`);
check(new Set(ballots).size === ballots.length, '票单上有两张一样的');
check(
  ballots.every((leaf, at) => at === 0 || ballots[at - 1] < leaf),
  '票单没有按次序排',
);
const kinds = Object.values(summary.ballots).map(({ phone, paper, table = 0 }) => phone + paper + table);
check(kinds.reduce((sum, count) => sum + count, 0) === summary.counted, '手机票、纸票和当面问的加起来不等于总数');

// The answers, counted one by one: at each station, and in the county what all stations and the line of hidden ones have.
const recount = new Map();
const add = (key, count) => recount.set(key, (recount.get(key) ?? 0) + count);
for (const line of of('A')) {
  const [electorate, station, subject, question, figures] = line.split(' ');
  for (const answer of figures) {
    if (station !== '-1') add([electorate, station, subject, question, answer].join(' '), 1);
    add([electorate, '-1', subject, question, answer].join(' '), 1);
  }
}
const shown = new Map(of('T').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
for (const [key, count] of shown) {
  const [electorate, station, subject, question] = key.split(' ');
  if (question !== '-1')
    check((recount.get(key) ?? 0) === count, `${key}：公布 ${count}，数出 ${recount.get(key) ?? 0}`);
  // Whoever was asked gave one answer to each question, a blank at least.
  else
    counted.forEach(({ kind, options }, at) => {
      const answers = kind === 'rating' ? RATINGS.length : options.length;
      const parts = [...Array(answers + 1).keys()].map((answer) =>
        shown.get([electorate, station, subject, at, answer].join(' ')),
      );
      if (parts.every((part) => part !== undefined))
        check(parts.reduce((sum, part) => sum + part, 0) === count, `${key}：答案加起来不等于 ${count}`);
    });
}
for (const key of recount.keys()) check(shown.has(key) || key.split(' ')[1] === '-1', `${key}：有答案，却没有公布`);

const root = merkleRoot([
  ...lines.filter((line) => !line.startsWith('B ')).map((line) => leafHash(Buffer.from(line))),
  ...ballots.map((leaf) => Buffer.from(leaf, 'hex')),
]);

console.log(definition.title);
console.log(`票：${ballots.length} 张`);
for (const [electorate, { phone, paper, table = 0, blank }] of Object.entries(summary.ballots))
  if (definition.electorates.includes(electorate))
    console.log(
      `${electorate === 'deputies' ? '代表' : '居民'}：手机 ${phone}，纸票 ${paper}，当面问的 ${table}，其中空白（弃权）${blank}`,
    );
definition.subjects.forEach(({ name }, subject) => {
  for (const electorate of definition.electorates)
    counted.forEach(({ words, kind, options }, question) => {
      const names = ['没填', ...(kind === 'rating' ? RATINGS : options)];
      const count = (answer) => shown.get([electorate, -1, subject, question, answer].join(' ')) ?? '＊';
      console.log(
        `${name}｜${electorate === 'deputies' ? '代表' : '居民'}｜${words}｜${names.map((said, answer) => `${said} ${count(answer)}`).join('，')}`,
      );
    });
});
console.log(`校验值：${root.toString('hex')}`);
for (const fault of faults) console.error(`不对：${fault}`);
console.log(faults.length ? `有 ${faults.length} 处不对。` : '都对得上。');
process.exitCode = faults.length ? 1 : 0;
