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
  console.error('用法：node verify.mjs <公布的票单>');
  process.exit(2);
}

// D: what was asked of whom, frozen before the first ballot.  S: how many ballots.  A: answers, a figure each.  T: the results as shown.
// O: the word of each department, by the rule in D.
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

// 五个数: what was given out, came back and counted, each electorate apart; stations, where they are told, add up to the county.
for (const [electorate, five] of Object.entries(summary.numbers ?? {})) {
  const { phone, paper, table = 0, blank } = summary.ballots[electorate];
  const [issued, returned] = ['issued', 'returned'].map((name) =>
    summary.stations.filter((one) => one.electorate === electorate).reduce((sum, one) => sum + one[name], 0),
  );
  check(five.present === phone + paper + table && five.present <= five.returned, `${electorate}：实到、收回对不上`);
  check((five.valid ?? 0) <= five.present && five.blank === blank, `${electorate}：有效、空白对不上`);
  check(returned <= five.returned && issued <= five.issued, `${electorate}：各站加起来多于总数`);
}

// The word: the first level of the rule that is reached by the answers that count for it, out of whom the rule says.
function wordOf(electorate, subject, questions) {
  const count = (question, answer) => shown.get([electorate, -1, subject, question, answer].join(' ')) ?? Number.NaN;
  const sum = (answer) => questions.reduce((all, question) => all + count(question, answer), 0);
  const [given, asked] = [[1, 2, 3].map(sum), count(-1, 0)];
  const valid = given.reduce((all, one) => all + one, 0);
  if (Number.isNaN(valid + asked)) return '不公布';
  const roll = definition.asks === null ? definition.roll[electorate] : null;
  const people = { valid, present: asked * questions.length, roll: roll && Math.max(roll, asked) * questions.length };
  const base = people[definition.outcome.of] ?? 0;
  const reached = ({ counts, bar: { parts, of, over } }) => {
    const have = [...new Set(counts)].reduce((all, answer) => all + given[answer - 1], 0) * of;
    return base > 0 && (over ? have > parts * base : have >= parts * base);
  };
  return RATINGS[definition.outcome.levels.find(reached)?.answer - 1] ?? '没有定';
}
const ratings = [...counted.keys()].filter((at) => counted[at].kind === 'rating');
for (const line of of('O')) {
  const [electorate, subject, question, word] = line.split(' ');
  const found = wordOf(electorate, subject, question === '-1' ? ratings : [Number(question)]);
  check(found === word, `O ${line}：按规矩算是${found}`);
}

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
for (const [electorate, five] of Object.entries(summary.numbers ?? {}))
  console.log(
    `${electorate === 'deputies' ? '代表' : '居民'}：应到 ${five.roll ?? '不知道'}，发出 ${five.issued}，收回 ${five.returned}，实到 ${five.present}，有效 ${five.valid ?? '＊'}`,
  );
for (const [electorate, subject, , word] of of('O')
  .map((line) => line.split(' '))
  .filter((one) => one[2] === '-1'))
  console.log(`${definition.subjects[subject].name}｜${electorate === 'deputies' ? '代表' : '居民'}｜名目：${word}`);
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
