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
// O: the word of each department, by the rule in D.  W: 折算, one figure of both electorates in tenths of a percent, by the weights in D.
// B: the leaf of each ballot: SHA-256 of a zero byte and the ballot with a random number in it, so that nobody can guess what it says.
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const of = (kind) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(2));
const rows = (kind) => of(kind).map((line) => line.split(' '));
const sumOf = (numbers) => numbers.reduce((sum, one) => sum + one, 0);
const faults = [];
const check = (good, fault) => good || faults.push(fault);

check(lines[0] === 'lianxin-vote 1', '不是连心站的票单');
const definition = JSON.parse(of('D')[0] ?? '{}');
const summary = JSON.parse(of('S')[0] ?? '{}');
const ballots = of('B');
const counted = definition.questions.filter(({ kind }) => kind !== 'words');
const RATINGS = ['满意', '基本满意', '不满意', '不了解'];
const WHO = { residents: '居民', deputies: '代表' };

check(ballots.length === summary.counted, `票单上有 ${ballots.length} 张，公布的是 ${summary.counted} 张`);
check(new Set(ballots).size === ballots.length, '票单上有两张一样的');
const sorted = ballots.every((leaf, at) => at === 0 || ballots[at - 1] < leaf);
check(sorted, '票单没有按次序排');
const kinds = Object.values(summary.ballots).map(({ phone, paper, table = 0 }) => phone + paper + table);
check(sumOf(kinds) === summary.counted, '手机票、纸票和当面问的加起来不等于总数');

// The answers, counted one by one: at each station, and in the county what all stations and the line of hidden ones have.
const recount = new Map();
const add = (key, count) => recount.set(key, (recount.get(key) ?? 0) + count);
for (const [electorate, station, subject, question, figures] of rows('A'))
  for (const answer of figures) {
    if (station !== '-1') add([electorate, station, subject, question, answer].join(' '), 1);
    add([electorate, '-1', subject, question, answer].join(' '), 1);
  }
const shown = new Map(of('T').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
const figure = (...place) => shown.get(place.join(' '));
for (const [key, count] of shown) {
  const [electorate, station, subject, question] = key.split(' ');
  if (question !== '-1')
    check((recount.get(key) ?? 0) === count, `${key}：公布 ${count}，数出 ${recount.get(key) ?? 0}`);
  // Whoever was asked gave one answer to each question, a blank at least.
  else
    counted.forEach(({ kind, options }, at) => {
      const answers = kind === 'rating' ? RATINGS.length : options.length;
      const parts = [...Array(answers + 1).keys()].map((answer) => figure(electorate, station, subject, at, answer));
      if (parts.every((part) => part !== undefined)) check(sumOf(parts) === count, `${key}：答案加起来不等于 ${count}`);
    });
}
for (const key of recount.keys()) check(shown.has(key) || key.split(' ')[1] === '-1', `${key}：有答案，却没有公布`);

// 五个数: what was given out, came back and counted, each electorate apart; stations, where they are told, add up to the county.
for (const [electorate, five] of Object.entries(summary.numbers ?? {})) {
  const { phone, paper, table = 0, blank } = summary.ballots[electorate];
  const [issued, returned] = ['issued', 'returned'].map((name) =>
    sumOf(summary.stations.filter((one) => one.electorate === electorate).map((one) => one[name])),
  );
  check(five.present === phone + paper + table && five.present <= five.returned, `${electorate}：实到、收回对不上`);
  check((five.valid ?? 0) <= five.present && five.blank === blank, `${electorate}：有效、空白对不上`);
  check(returned <= five.returned && issued <= five.issued, `${electorate}：各站加起来多于总数`);
}

// How many gave an answer in these questions; NaN where one of the numbers is hidden.
const countOf = (electorate, subject, questions, answer) =>
  sumOf(questions.map((question) => figure(electorate, -1, subject, question, answer) ?? Number.NaN));
const opinions = (...where) => [1, 2, 3].map((answer) => countOf(...where, answer));

// The word: the first level of the rule that is reached by the answers that count for it, out of whom the rule says.
function wordOf(electorate, subject, questions) {
  const [given, asked] = [opinions(electorate, subject, questions), countOf(electorate, subject, [-1], 0)];
  const valid = sumOf(given);
  if (Number.isNaN(valid + asked)) return '不公布';
  const roll = definition.asks === null ? definition.roll[electorate] : null;
  const people = { valid, present: asked * questions.length, roll: roll && Math.max(roll, asked) * questions.length };
  const base = people[definition.outcome.of] ?? 0;
  const reached = ({ counts, bar: { parts, of, over } }) => {
    const have = sumOf([...new Set(counts)].map((answer) => given[answer - 1])) * of;
    return base > 0 && (over ? have > parts * base : have >= parts * base);
  };
  return RATINGS[definition.outcome.levels.find(reached)?.answer - 1] ?? '没有定';
}
const ratings = [...counted.keys()].filter((at) => counted[at].kind === 'rating');
for (const [electorate, subject, question, word] of rows('O')) {
  const found = wordOf(electorate, subject, question === '-1' ? ratings : [question]);
  check(found === word, `O ${[electorate, subject, question, word].join(' ')}：按规矩算是${found}`);
}
for (const [subject, question, tenths] of rows('W')) {
  const weighed = Object.entries(definition.weights).map(([electorate, weight]) => {
    const [good, fair, bad] = opinions(electorate, subject, question === '-1' ? ratings : [question]);
    return weight * Math.round((1000 * (good + fair)) / (good + fair + bad));
  });
  const found = String(Math.round(sumOf(weighed) / 100)).replace('NaN', '-');
  check(tenths === found, `W ${subject} ${question}：折算是 ${found}`);
}
const each = ratings.length > 1 ? 1 + ratings.length : ratings.length;
check(rows('W').length === (definition.weights ? definition.subjects.length * each : 0), 'W：折算的数不齐');
const root = merkleRoot([
  ...lines.filter((line) => !line.startsWith('B ')).map((line) => leafHash(Buffer.from(line))),
  ...ballots.map((leaf) => Buffer.from(leaf, 'hex')),
]);

console.log(`${definition.title}\n票：${ballots.length} 张`);
for (const who of definition.electorates) {
  const { phone, paper, table = 0, blank } = summary.ballots[who];
  console.log(`${WHO[who]}：手机 ${phone}，纸票 ${paper}，当面问的 ${table}，其中空白（弃权）${blank ?? '＊'}`);
}
for (const [who, { roll, issued, returned, present, valid }] of Object.entries(summary.numbers ?? {}))
  console.log(
    `${WHO[who]}：应到 ${roll ?? '不知道'}，发出 ${issued}，收回 ${returned}，实到 ${present}，有效 ${valid ?? '＊'}`,
  );
for (const [who, subject, question, word] of rows('O'))
  if (question === '-1') console.log(`${definition.subjects[subject].name}｜${WHO[who]}｜名目：${word}`);
for (const [subject, at, tenths] of rows('W'))
  if (at === '-1') console.log(`${definition.subjects[subject].name}｜折算：${tenths === '-' ? '＊' : tenths / 10}`);
definition.subjects.forEach(({ name }, subject) => {
  for (const electorate of definition.electorates)
    counted.forEach(({ words, kind, options }, question) => {
      const names = ['没填', ...(kind === 'rating' ? RATINGS : options)];
      const said = names.map((name, answer) => `${name} ${figure(electorate, -1, subject, question, answer) ?? '＊'}`);
      console.log(`${name}｜${WHO[electorate]}｜${words}｜${said.join('，')}`);
    });
});
console.log(`校验值：${root.toString('hex')}`);
for (const fault of faults) console.error(`不对：${fault}`);
console.log(faults.length ? `有 ${faults.length} 处不对。` : '都对得上。');
process.exitCode = faults.length ? 1 : 0;
