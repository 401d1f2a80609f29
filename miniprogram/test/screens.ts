import type { Page } from 'playwright-core';
import { columnsOf, SHEET_NAMES } from '../../functions/directory/workbook/columns';
import type { Rows } from '../../functions/directory/workbook/template';
import { COUNTY, demoCounty } from '../../functions/local/seed/county';
import { OTHER_COUNTY } from '../../functions/local/seed/write';
import { jpegOf } from '../../functions/testing/pictures';
import { workbookOf } from '../../functions/testing/workbook';

/** What is done before the picture: words that are tapped, or something else in front of the screen. */
export type Act = string | RegExp | ((page: Page) => Promise<unknown>);

export type Screen = {
  name: string;
  person: string;
  /** Without one it goes on from the screen before. */
  path?: string;
  acts?: Act[];
  /** The phone does not know yet where the person lives. */
  place?: false;
  /** Not on a local server: nobody can sign in. */
  local?: false;
  /** What the server answers with from the start. */
  answers?: 'not' | 'badly';
  /** There is nothing to see of it otherwise. */
  only?: 'elder';
};

/** What has to be known of a server before its screens can be asked for. */
export type Known = {
  /** The letters on a computer that wants to be signed in. */
  desk: string;
  /** A code that binds whoever types it to a role. */
  invitation: string;
};

const MATTER = '卫生室门口的路灯不亮，晚上去配药看不见台阶。';

/** Into the last field that can be seen, or the one that is called so. */
function write(words: string, label?: string): Act {
  return (page) =>
    (label ? page.getByLabel(label) : page.locator('textarea, input.weui-input'))
      .locator('visible=true')
      .last()
      .fill(words);
}

const FACTOR = '/console/identity/pages/second-factor/index';
const SINCE = '2026-09-01T02:30:00Z';

/** The demo county asks nobody for a second factor: what the server would say of one, and the page anew. */
function factor(said: object): Act {
  const answers = {
    '': { waits: [], since: null, backupLeft: 7, lockedUntil: null, ...said },
    '/secret': { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
    '/backup-codes': { backupCodes: Array.from({ length: 10 }, (_, at) => `${at}0K7WQ4${at}X`) },
  };
  return async (page) => {
    for (const [path, json] of Object.entries(answers))
      await page.route(`**/identity/second-factor${path}`, (route) => route.fulfill({ json }));
    await page.reload();
  };
}

function choose(label: string, option: string): Act {
  return (page) => page.getByLabel(label).locator('visible=true').last().selectOption({ label: option });
}

function press(...keys: string[]): Act {
  return async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
}

function named(name: string | RegExp): Act {
  return (page) => page.getByRole('button', { name }).locator('visible=true').last().click();
}

function tab(name: string | RegExp): Act {
  return (page) => page.getByRole('tab', { name }).locator('visible=true').last().click();
}

/** Photos of as many greys; the last is none where `broken` says so. */
function photos(count: number, broken = false): Act {
  return async (page) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('加照片').locator('visible=true').last().click(),
    ]);
    const files = Array.from({ length: count }, (_, index) => ({
      name: `${index}.jpg`,
      mimeType: 'image/jpeg',
      buffer: jpegOf({ width: 320, height: 240 }, [], (column, row) => (column + row + index * 28) % 256),
    }));
    const none = { name: 'none.heic', mimeType: 'image/heic', buffer: Buffer.from('none') };
    await chooser.setFiles(broken ? [...files, none] : files);
    if (count) await page.getByText(`${count} 张，最多 9 张`).waitFor();
  };
}

function workbook(rows: Partial<Rows>): Act {
  const all = Object.fromEntries(SHEET_NAMES.map((name) => [name, rows[name] ?? []])) as Rows;
  const file = { name: '常山县名册.xlsx', mimeType: 'application/octet-stream', buffer: workbookOf(all) };
  return (page) => page.getByLabel('选填好的表格').setInputFiles(file);
}

/** Nothing comes back any more, and the page is opened again. */
const disconnect: Act = async (page) => {
  await page.route('**/{api,stand-in}/**', (route) => route.abort('internetdisconnected'));
  // What came a moment ago is not asked again.
  await page.waitForTimeout(600);
  await page.reload();
  await page
    .getByText(/没有网/)
    .locator('visible=true')
    .first()
    .waitFor();
};

/** Somebody who types is not asked after every key. */
const paused: Act = (page) => page.waitForTimeout(800);

const cut: Act = (page) => page.route('**/{api,stand-in}/**', (route) => route.abort('internetdisconnected'));

const openRow: Act = (page) => page.locator('.worklist-row').first().click();

const { deputies } = demoCounty();
const deputyNamed = (name: string) => deputies.find((deputy) => deputy.name === name);
const idOf = (name: string) => deputyNamed(name)?.id ?? '';
const codePage = (code = '0000000000', county = COUNTY) => `/directory/pages/code/index?scene=${county}-${code}`;
const deputyPage = (name: string) => `/directory/pages/deputy/index?id=${idOf(name)}`;
const WRITE = '/requests/pages/write/index';
const writeTo = (name: string) => `${WRITE}?deputy=${idOf(name)}`;
const MINE = '/pages/mine/index';
const ME = '/pages/me/index';
const ENTER = '/requests/pages/enter/index';
const PLACE = '/directory/pages/place/index';
const ASSIGNED = '/requests/pages/assigned/index';
const ASSIGNED_AT_DESK = '/console/requests/pages/assigned/index';
const UNIT = '/directory/pages/unit/index';
const desk = (page: string) => `/console/pages/${page}/index`;
const box = (name: string) => `${desk('desk')}?box=${name}`;

/** In the order of the journey. */
export function screens({ desk: letters, invitation }: Known): Screen[] {
  return [
    ...ofResidents(),
    ...ofDeputies(),
    ...ofSuggestions(),
    ...ofHelpers(),
    ...ofEverybody(letters),
    ...ofTheDesk(),
    ...last(invitation),
  ];
}

function ofResidents(): Screen[] {
  const person = 'chen';
  return [
    { name: '01-home-first', person: 'xin', path: '/pages/home/index', place: false },
    { name: '01-home', person, path: ME, acts: ['首页'] },
    { name: '01-home-all', person, acts: [/^看全部/], only: 'elder' },
    { name: '01-home-away', person, acts: [disconnect] },
    { name: '01-home-none', person, path: '/pages/home/index', answers: 'not' },
    { name: '01-home-broken', person, path: '/pages/home/index', answers: 'badly' },
    { name: '02-place', person, path: PLACE, acts: ['白石镇', '草坪村'] },
    { name: '02-place-found', person, acts: [write('bs')] },
    { name: '02-place-people', person, acts: [write('xu'), paused] },
    { name: '02-place-nothing', person, acts: [write('没有这个村')] },
    { name: '02-place-none', person: 'xin', path: PLACE, answers: 'not', place: false },
    { name: '02-units', person, path: UNIT },
    { name: '02-units-nothing', person, acts: [write('没有这个')] },
    { name: '02-unit', person, path: UNIT, acts: ['县示例医院'] },
    { name: '02-unit-home', person, acts: ['我在这个单位，记住'] },
    { name: '02-stations', person, path: '/directory/pages/stations/index' },
    { name: '03-deputy', person, path: deputyPage('徐示例') },
    { name: '03-deputy-away', person, path: deputyPage('郑样本') },
    { name: '03-deputy-ended', person, path: deputyPage('范旧例') },
    { name: '03-deputy-nation', person, path: deputyPage('何假设') },
    { name: '03-code-unknown', person, path: codePage() },
    { name: '03-code-withdrawn', person, path: codePage(deputyNamed('徐示例')?.withdrawnCode) },
    { name: '03-code-ended', person, path: codePage(deputyNamed('范旧例')?.code) },
    { name: '03-code-ended-first', person, path: codePage(deputyNamed('范旧例')?.code), place: false },
    { name: '03-code-elsewhere', person, path: codePage('0000000000', OTHER_COUNTY) },
    { name: '03-code-nowhere', person, path: codePage('0000000000', '330999') },
    { name: '03-code-none', person, path: codePage(), answers: 'not' },
    { name: '04-whom', person, path: WRITE },
    { name: '04-whom-first', person: 'xin', path: WRITE, place: false },
    { name: '04-whom-away', person, path: writeTo('郑样本') },
    { name: '04-whom-ended', person, path: writeTo('范旧例') },
    { name: '04a-words', person: 'xin', path: writeTo('徐示例'), acts: [write(MATTER)] },
    { name: '04a-photos', person: 'xin', acts: [photos(4, true)] },
    { name: '04a-photos-full', person: 'lin', path: writeTo('徐示例'), acts: [write(MATTER), photos(9)] },
    { name: '04a-too-short', person: 'lin', acts: [write('路灯'), '下一步'] },
    { name: '04b-place', person: 'lin', acts: [write(MATTER), '下一步'] },
    { name: '04c-kind', person: 'lin', acts: ['下一步', '路、桥、路灯'] },
    { name: '04d-who', person: 'lin', acts: ['下一步'] },
    { name: '04e-check', person: 'lin', acts: ['看一遍，再送出'] },
    { name: '04e-away', person: 'lin', acts: [cut, '送给徐代表'] },
    { name: '06-mine-waiting', person: 'lin', acts: [goTo(MINE)] },
    { name: '06-mine-throw', person: 'lin', acts: ['扔掉'] },
    {
      name: '04e-first',
      person: 'xin',
      path: WRITE,
      acts: ['哪位代表都行', write(MATTER), '下一步', '下一步', '路、桥、路灯', '下一步', '看一遍，再送出'],
    },
    {
      name: '04f-sent',
      person: 'lin',
      path: writeTo('毛范例'),
      acts: [write(MATTER), '下一步', '下一步', '路、桥、路灯', '下一步', '看一遍，再送出', '送给毛代表'],
    },
    { name: '05a-follow', person, path: MINE, acts: ['村口到文化礼堂这段路'] },
    { name: '05a-more', person, acts: ['补充几句'] },
    { name: '05a-anybody', person, path: MINE, acts: ['公交站牌挪了地方'] },
    { name: '05a-withdraw', person, acts: ['还没有代表看，可以撤回'] },
    { name: '05a-asked', person, path: MINE, acts: ['去回答'] },
    { name: '05a-department', person, path: MINE, acts: ['桥头井盖松了'] },
    { name: '05a-to-assign', person, path: MINE, acts: ['村口涵洞一下雨就淹'] },
    { name: '05b-answered', person, path: MINE, acts: ['去看答复'] },
    { name: '05b-not-solved', person, acts: ['没解决'] },
    { name: '05c-closed', person, path: MINE, acts: ['垃圾房没人收'] },
    { name: '06-mine', person, path: MINE },
    { name: '06-mine-away', person, acts: [disconnect] },
    { name: '06-mine-none', person: 'xin', path: MINE, answers: 'not' },
    { name: '06-mine-empty', person: 'xin', path: MINE },
    { name: '07-messages', person, path: '/notifications/pages/list/index' },
    { name: '07-messages-empty', person: 'xin', path: '/notifications/pages/list/index' },
    { name: '11-own-data', person, path: '/identity/pages/own-data/index' },
    { name: '11-own-copy', person, acts: ['拷一份'] },
    { name: '08-board', person, path: '/pages/board/index' },
    { name: '08-board-none', person, path: '/pages/board/index', answers: 'not' },
    ...ofVoters(),
  ];
}

/** They rate the departments in the appraisal that is open, and see what came of the last one. */
function ofVoters(): Screen[] {
  const person = 'lin';
  return [
    { name: '40-rate-first', person: 'xin', path: '/pages/home/index', place: false, acts: ['评一评', '我满 18 岁'] },
    { name: '40-rate-young', person, path: '/pages/home/index', acts: ['评一评', '还没满'] },
    { name: '40-rate', person, acts: ['我满 18 岁', '开始评', '满意'] },
    { name: '40-rate-unknown', person, acts: ['下一个', /^没打过交道/] },
    { name: '40-rate-words', person, acts: ['想说一句（可不写）', write('路灯修得快，公交少。')] },
    { name: '41-review', person, acts: [...Array(4).fill('下一个'), '都评过了，看一遍'] },
    { name: '41-review-none', person, acts: ['这次都不评（弃权）'] },
    { name: '41-review-away', person, acts: ['再想想', cut, '投进票箱'] },
    { name: '42-receipt', person: 'chen', path: '/pages/home/index', acts: ['评一评', ...BLANK_BALLOT] },
    { name: '42-receipt-home', person: 'chen', acts: ['回首页'] },
    { name: '43-results', person: 'chen', acts: ['评议结果', '看数字表'] },
    { name: '43-results-check', person: 'chen', acts: ['查我的票在不在', '查一查'] },
    { name: '43-results-file', person: 'chen', acts: ['自己重数一遍'] },
    { name: '43-results-stations', person: 'chen', acts: [(page) => stationSwitch(page).click()] },
    { name: '43-results-deputies', person: 'chen', acts: ['全县', '代表'] },
    { name: '44-promised', person: 'chen', path: '/appraisals/pages/promised/index' },
    { name: '44-promise-kept', person: 'chen', acts: [/加一班/] },
    { name: '44-promise-late', person: 'chen', path: '/appraisals/pages/promised/index', acts: [/顶棚/] },
    { name: '44-promise-said-done', person: 'chen', path: '/appraisals/pages/promised/index', acts: [/两排座椅/] },
  ];
}

const BLANK_BALLOT = ['我满 18 岁', '开始评', ...Array(5).fill('下一个'), '都评过了，看一遍', '投进票箱', '投空白票'];

const stationSwitch = (page: Page) => page.getByRole('button', { name: /换一个站/ }).locator('visible=true');

/** In a browser the way to the other pages, with what is still on its way. */
function goTo(path: string): Act {
  return (page) => page.evaluate((to) => window.location.replace(`#${to}`), path);
}

function ofDeputies(): Screen[] {
  const person = 'xu';
  return [
    { name: '10-inbox', person, path: MINE },
    { name: '10-inbox-group', person, acts: [tab('组里的')] },
    { name: '10-inbox-waiting', person, acts: [tab('等居民')] },
    { name: '10-inbox-closed', person, acts: [tab('办完了')] },
    { name: '10-inbox-empty', person: 'mao', path: MINE, acts: [tab('办完了')] },
    { name: '10-inbox-own', person, path: MINE, acts: ['我自己说的事'] },
    { name: '10-find', person, path: '/requests/pages/find/index' },
    { name: '10-find-found', person, acts: [write('路灯'), paused] },
    { name: '10-find-nothing', person, acts: [write('没有这样的事'), paused] },
    { name: '10-group', person, path: MINE, acts: [tab('组里的'), '河边有人倒建筑垃圾'] },
    { name: '10-matter', person, path: MINE, acts: ['卫生室周末没人'] },
    { name: '10-matter-ask', person, acts: ['问一句'] },
    { name: '10-matter-note', person, acts: ['先不写', '给联络站留一句'] },
    { name: '10-pass', person, acts: ['先不写', '转给别的代表'] },
    { name: '10-refer', person, path: MINE, acts: ['卫生室周末没人', '请站里转部门'] },
    { name: '10-answer', person, path: MINE, acts: ['卫生室周末没人', '回话', photos(0, true)] },
    { name: '10-my-code', person, path: '/identity/pages/code/index' },
    { name: '10-away', person: 'mao', path: '/identity/pages/away/index', acts: ['记下这几天'] },
    { name: '10-assigned', person: 'fang', path: ASSIGNED },
    { name: '10-assigned-matter', person: 'fang', acts: ['草坪到县城的公交早上只有一班'] },
    { name: '10-assigned-return', person: 'fang', acts: ['不归我管'] },
    { name: '10-assigned-aside', person: 'fang', path: ASSIGNED, acts: ['草坪到县城的公交早上只有一班', '我要回避'] },
    { name: '10-away-set', person: 'wu', path: '/identity/pages/away/index' },
  ];
}

/** Formal suggestions: of a deputy, a resident, a department, and at the desk of the office. */
function ofSuggestions(): Screen[] {
  const [person, admin] = ['xu', 'admin'];
  const list = '/suggestions/pages/list/index';
  const at = (box: string) => `/console/suggestions/pages/list/index?box=${box}`;
  return [
    { name: '22b-suggestions', person, path: list },
    { name: '22b-write', person, acts: ['写一件建议'] },
    { name: '22b-draft', person, path: list, acts: [/^山塘的护栏/] },
    { name: '22b-asked', person, path: list, acts: [/^白石镇垃圾中转站/] },
    { name: '22b-answered', person, path: list, acts: [/^草坪村口建一个候车亭/] },
    { name: '22b-rate', person, acts: ['评一评'] },
    { name: '22b-closed', person, path: list, acts: [/^草坪村小门口/] },
    { name: '22c-sign', person, path: list, acts: [/^镇卫生院晚上/] },
    { name: '22d-resident', person: 'lin', path: MINE, acts: [/^井水发黄/] },
    { name: '22e-department', person: 'lu', path: ASSIGNED, acts: [/^在办/, /^上新屋、坎下接通自来水/] },
    { name: '22f-desk', person: admin, path: at('to_assign') },
    { name: '22f-desk-assign', person: admin, acts: [/^村卫生室周末有人/] },
    { name: '43c-merge', person: admin, acts: [/^和别的合成一件/] },
    { name: '22f-desk-one', person: admin, path: at('marked'), acts: [/^上新屋、坎下/] },
    { name: '22f-desk-days', person: admin, path: at('soon'), acts: [/^辉埠镇末班车/] },
    { name: '22f-desk-answered', person: admin, path: at('answered'), acts: [/^草坪村口建/] },
    { name: '22f-desk-letter', person: admin, acts: ['打印答复函', (page) => page.getByText('打开答复函').waitFor()] },
    { name: '22f-desk-meet', person: admin, path: at('to_meet'), acts: [/^招贤镇老街/] },
    { name: '22f-desk-year', person: admin, path: at('ended'), acts: ['一年的办理情况'] },
    {
      name: '22f-desk-department',
      person: 'lu',
      path: `${ASSIGNED_AT_DESK}?box=working`,
      acts: [/上新屋、坎下接通自来水/],
    },
  ];
}

/** Who enters for people without a telephone. */
function ofHelpers(): Screen[] {
  const person = 'jian';
  return [
    { name: '09-enter-not-you', person: 'chen', path: ENTER },
    {
      name: '09-enter-who',
      person,
      path: ENTER,
      acts: [write('陈大伯', '怎么称呼他'), write('138', '他的手机号（可不填）'), '下一步'],
    },
    {
      name: '09-enter-words',
      person,
      acts: [
        write('13800009993', '他的手机号（可不填）'),
        '下一步',
        write('老屋后面的水沟堵了，一下雨就往屋里灌。', '什么事'),
      ],
    },
    { name: '09-enter-photos', person, acts: [photos(9)] },
    { name: '09-enter-kind', person, acts: ['下一步', '水：喝的水、灌溉、河'] },
    { name: '09-enter-whom', person, acts: ['下一步', '徐示例'] },
    { name: '09-enter-see', person, acts: ['下一步'] },
    { name: '09-enter-check', person, acts: ['念一遍，再送出'] },
    { name: '09-enter-begun', person, acts: [(page) => page.reload(), named('改什么事'), (page) => page.reload()] },
    { name: '09-enter-done', person, acts: ['下一步', '下一步', '下一步', '念一遍，再送出', '登记，送出'] },
    { name: '09-enter-matter', person, acts: ['看看这件事'] },
    { name: '09-entered', person, path: '/requests/pages/entered/index' },
    { name: '09-entered-empty', person, acts: ['收起的'] },
  ];
}

function ofEverybody(letters: string): Screen[] {
  const signIn = `/identity/pages/qr-sign-in/index?code=${COUNTY}-`;
  const roles = '/identity/pages/roles/index';
  return [
    { name: '11-me', person: 'chen', path: ME },
    { name: '11-me-leave', person: 'chen', acts: ['退出这台手机'] },
    { name: '11-me-deputy', person: 'xu', path: ME },
    { name: '11-me-supervisor', person: 'jian', path: ME },
    { name: '11-me-clerk', person: 'clerk', path: ME },
    { name: '11-me-department', person: 'fang', path: ME },
    { name: '11-me-nobody', person: 'nobody', path: ME, local: false, place: false },
    { name: '11-about', person: 'chen', path: '/identity/pages/about/index' },
    { name: '11-sessions', person: 'wu', path: '/identity/pages/sessions/index' },
    { name: '11-sessions-end', person: 'wu', acts: [named(/^让它退出/)] },
    { name: '11-sessions-all', person: 'wu', acts: ['不退', '除了这一台，都退出'] },
    { name: '11-department', person: 'fang', path: '/identity/pages/department/index' },
    { name: '12-desk-asked', person: 'clerk', path: signIn + letters },
    { name: '12-desk-not-you', person: 'lin', path: signIn + letters },
    { name: '12-desk-bad', person: 'clerk', path: `${signIn}x` },
    { name: '12-role', person: 'xin', path: roles },
    { name: '12-role-fault', person: 'xin', acts: [write('7K2'), '领身份'] },
  ];
}

function ofTheDesk(): Screen[] {
  const admin = 'admin';
  const clerk = 'clerk';
  const visitor: Act[] = [
    write('余大伯', '来人的名字'),
    write('cp', '哪个村的事'),
    press('Enter'),
    choose('哪一类', '看病、医保'),
    write('眼睛看不清，想问白内障手术能报多少。', '他说的话'),
  ];
  return [
    { name: '20-sign-in', person: 'nobody', path: desk('sign-in'), local: false },
    { name: '20-sign-in-none', person: 'nobody', path: desk('sign-in'), local: false, answers: 'badly' },
    { name: '20-not-you', person: 'xu', path: desk('desk') },
    { name: '20-not-office', person: clerk, path: desk('roster') },
    { name: '21-desk', person: clerk, path: desk('desk') },
    { name: '21-desk-away', person: clerk, acts: [disconnect] },
    { name: '21-desk-found', person: clerk, path: box('open'), acts: [write('路灯'), paused] },
    { name: '21-desk-nothing', person: clerk, acts: [write('没有这样的事'), paused] },
    { name: '21-desk-empty', person: clerk, path: box('late') },
    { name: '21-open', person: clerk, path: box('open'), acts: [openRow] },
    { name: '21-open-assign', person: clerk, acts: [press('r')] },
    { name: '21-open-note', person: clerk, acts: [press('Escape'), press('n')] },
    { name: '21-waiting', person: clerk, path: box('waiting'), acts: [openRow] },
    { name: '21-closed', person: clerk, path: box('closed'), acts: [openRow] },
    { name: '21-screen', person: clerk, path: box('to_moderate'), acts: [openRow] },
    { name: '21-screen-ask', person: clerk, acts: [press('s')] },
    { name: '21-decide', person: clerk, path: box('to_review'), acts: [openRow] },
    { name: '21-decide-ask', person: clerk, acts: [press('d')] },
    { name: '21-assign', person: clerk, path: box('to_assign'), acts: [openRow] },
    { name: '21-assign-ask', person: clerk, acts: [press('a')] },
    { name: '21-asked', person: clerk, path: box('to_assign'), acts: [/文化礼堂旁的消防栓/] },
    { name: '21-asked-decide', person: clerk, acts: [press('q')] },
    { name: '22-register', person: clerk, path: desk('register') },
    { name: '22-register-filled', person: clerk, acts: [...visitor, photosAtDesk] },
    {
      name: '22-register-done',
      person: clerk,
      acts: [press('Control+Enter'), (page) => page.getByText('再登记一件').waitFor()],
    },
    { name: '23-prints', person: clerk, path: desk('prints') },
    {
      name: '23-prints-chosen',
      person: admin,
      path: desk('prints'),
      acts: [choose('乡镇', '白石镇'), /^这 \d+ 位都要$/, '名片'],
    },
    { name: '23-prints-done', person: admin, acts: ['做成 PDF', (page) => page.getByText('打开来打印').waitFor()] },
    { name: '23-prints-renew', person: admin, path: desk('prints'), acts: [write('毛范例'), named('给毛范例换码')] },
    { name: '24-roster', person: admin, path: desk('roster') },
    {
      name: '24-roster-faults',
      person: admin,
      acts: [
        workbook(FAULTY),
        (page) =>
          page
            .getByText(/处要改/)
            .first()
            .waitFor(),
      ],
    },
    { name: '25-roles', person: admin, path: desk('roles') },
    { name: '25-roles-grant', person: admin, acts: ['加一位', press('Control+Enter')] },
    { name: '25-roles-empty', person: admin, path: desk('roles'), acts: [write('没有这个人'), paused] },
    { name: '25-roles-deputies', person: admin, path: desk('roles'), acts: [tab('代表')] },
    { name: '25-roles-departments', person: admin, acts: [tab('部门')] },
    { name: '25-roles-department-grant', person: admin, acts: ['加一位'] },
    { name: '25-factor-begin', person: admin, path: FACTOR, acts: [factor({ waits: ['admin'] })] },
    { name: '25-factor-give', person: admin, path: FACTOR, acts: [factor({ waits: ['admin'], since: SINCE })] },
    { name: '25-factor-paper', person: admin, acts: ['手机不在手边，用备用码'] },
    {
      name: '25-factor-locked',
      person: admin,
      path: FACTOR,
      acts: [factor({ waits: ['admin'], since: SINCE, lockedUntil: SINCE })],
    },
    { name: '25-factor-mine', person: admin, path: FACTOR, acts: [factor({ since: SINCE })] },
    { name: '25-factor-codes', person: admin, acts: [write('123456'), named('再做十个备用码')] },
    { name: '25-audit', person: admin, path: '/console/identity/pages/audit/index' },
    { name: '25-audit-checked', person: admin, acts: ['从头对一遍'] },
    { name: '25-audit-none', person: admin, path: '/console/identity/pages/audit/index?group=own' },
    { name: '53-settings', person: admin, path: '/console/directory/pages/settings/index?setting=answerTerm' },
    {
      name: '53-settings-change',
      person: admin,
      acts: [named(/^改这一条/), write('20', '几天（1 到 60）'), write('主任会议第八次会议定的', '为什么改')],
    },
    { name: '53-settings-waiting', person: admin, acts: [press('Control+Enter')] },
    {
      name: '53-settings-calendar',
      person: admin,
      path: '/console/directory/pages/settings/index?setting=calendar',
      acts: [named(/^改这一条/), write('2027-02-05', '从哪天'), named('加上这一天')],
    },
    { name: '26-department', person: 'fang', path: '/console/identity/pages/department/index' },
    { name: '26-assigned', person: 'lu', path: ASSIGNED_AT_DESK },
    { name: '26-assigned-answer', person: 'lu', acts: [press('w')] },
    { name: '26-assigned-extend', person: 'lu', path: `${ASSIGNED_AT_DESK}?box=working`, acts: [openRow, press('x')] },
    ...ofTogether(),
    ...ofReports(),
    ...ofAppraisals(),
  ];
}

/** Which matters are one, which are several departments' or 12345's, and which nobody but the office reads. */
function ofTogether(): Screen[] {
  const person = 'clerk';
  const later = (key: string, words: RegExp): Act[] => [press(key), (page) => page.getByText(words).first().waitFor()];
  return [
    { name: '42c-parts', person: 'lu', path: `${ASSIGNED_AT_DESK}?box=working`, acts: [/集镇人行道的砖翘了/] },
    { name: '42c-part', person: 'fang', path: `${ASSIGNED_AT_DESK}?box=parts` },
    { name: '43c-merge', person, path: box('said_same'), acts: [openRow, ...later('m', /像是一件事/)] },
    { name: '43c-merge-done', person, acts: later('m', /合好了/) },
    { name: '43c-merged', person, path: box('open'), acts: [/老街到菜场的路塌了一块/] },
    { name: '43c-hotline', person, path: box('at_hotline'), acts: [openRow] },
    { name: '43c-hotline-result', person, acts: [press('v')] },
    { name: '45-report', person: 'admin', path: box('with_office'), acts: [openRow] },
  ];
}

const reportOfRoads: Act = (page) =>
  page
    .getByRole('link', { name: /^县交通运输局/ })
    .locator('visible=true')
    .last()
    .click();

/** 年终承诺报告, as the office reads them, a department writes one and a deputy rates it. */
function ofReports(): Screen[] {
  const path = '/console/promises/pages/reports/index';
  return [
    { name: '30-promises', person: 'fang', path: '/console/promises/pages/list/index' },
    { name: '30-reports', person: 'admin', path },
    { name: '30-report', person: 'admin', acts: [reportOfRoads] },
    { name: '30-report-deputy', person: 'xu', path: '/suggestions/pages/list/index', acts: [/年终承诺报告/] },
    {
      name: '30-report-rate',
      person: 'xu',
      acts: [reportOfRoads],
    },
    { name: '30-public-reports', person: 'xin', path: '/promises/pages/public/index', local: false },
    { name: '30-public-report', person: 'xin', acts: [/^县住建局/] },
  ];
}

/** The office prepares an appraisal, watches the one that is open, and reads the last one. */
function ofAppraisals(): Screen[] {
  const person = 'admin';
  const path = '/console/appraisals/pages/list/index';
  return [
    { name: '26-appraisals', person, path },
    { name: '26-appraisals-clerk', person: 'clerk', path },
    { name: '26-turnout-clerk', person: 'clerk', acts: [/^看各站投了多少$/] },
    { name: '27-results', person, path, acts: [/^看结果$/] },
    { name: '27-results-hidden', person, acts: [tab('代表')] },
    { name: '27-close', person, acts: [tab('怎么数的')] },
    { name: '27-report', person, path, acts: [/^看结果$/, '评议报告'] },
    { name: '27-words', person, path, acts: [/^看结果$/, '审写的话', '我来审'] },
    { name: '28-turnout', person, path, acts: [/^看各站投了多少$/] },
    { name: '28-frozen', person, acts: [tab('冻住的问卷')] },
    { name: '28-slips', person, path, acts: [/^看各站投了多少$/, '纸票本：印、发、录'] },
    { name: '28-slips-printed', person, acts: [printBook] },
    { name: '28-slips-entry', person, acts: ['录纸票', readSlip] },
    { name: '29-begun', person, path, acts: ['新建一次', (page) => page.getByText('准备六步').first().waitFor()] },
    { name: '29-name', person, acts: [tab(/^名目和日子/)] },
    { name: '29-departments', person, acts: [tab(/^评哪些部门/)] },
    { name: '29-people', person, acts: [tab(/^谁来评/)] },
    { name: '29-questions', person, acts: [tab(/^问卷/)] },
    { name: '29-question-new', person, acts: ['加一条', tab('选一个')] },
    { name: '29-trial', person, acts: [tab(/^试投/), tab('长辈版')] },
    { name: '29-missing', person, acts: [tab(/^开票/)] },
  ];
}

const printBook: Act = async (page) => {
  await page.getByLabel('哪个站').first().selectOption({ label: '白石镇代表联络站' });
  await page.getByText('印一本', { exact: true }).locator('visible=true').last().click();
  await page.getByRole('img', { name: /^BS-/ }).waitFor();
};

/** A number of which the last digit is wrong. */
const readSlip: Act = async (page) => {
  await page.getByLabel('票号，扫码或者打').fill('BS-0001-9');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^校验位不对/)
    .first()
    .waitFor();
};

const photosAtDesk: Act = async (page) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  const buffer = jpegOf({ width: 320, height: 240 });
  await chooser.setFiles([1, 2, 3].map((number) => ({ name: `${number}.jpg`, mimeType: 'image/jpeg', buffer })));
  await page.getByLabel('第 3 张照片').first().waitFor();
};

/** A station in a village that is none, and a sheet that is empty. */
const FAULTY: Partial<Rows> = {
  联络站: [columnsOf('联络站').map((_, column) => (column === 0 ? '样例联络站' : '不对'))],
};

/** What changes who somebody is comes at the end. */
function last(invitation: string): Screen[] {
  const path = '/identity/pages/roles/index';
  return [{ name: '12-role-taken', person: 'lin', path, acts: [write(invitation), /领身份$/] }];
}
