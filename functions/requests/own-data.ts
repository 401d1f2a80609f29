import { dayOf, sayDay } from '../../shared/kernel/days';
import { spellTrackingNumber } from '../../shared/kernel/ids';
import { sayLookReason } from '../../shared/requests/looks';
import { publicOf } from '../../shared/requests/public-form';
import { REPORT_REASON_NAMES, REPORT_STATE_NAMES } from '../../shared/requests/reports';
import { storyOf } from '../../shared/requests/story';
import { CATEGORY_NAMES } from '../../shared/requests/words';
import { countyDirectoryOf } from '../directory/public';
import { phoneHashesOf } from '../identity/public';
import type { Call, OwnData, OwnEntry, OwnPart, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { residentPhotos } from './content/pictures';
import { selectEvents } from './queries/events';
import { countLooks, selectLooks } from './queries/looks';
import { countEntered, countOwn, forgetResident, selectOwnIds } from './queries/owned';
import { countReportsOf, forgetReportsOf, selectReportsOf } from './queries/reports';
import { selectRequest } from './queries/requests';
import { readRequest } from './reading/follow';
import { lookOf } from './reading/phone-looks';
import { requestPage } from './reading/request-page';
import { wordsIn } from './reading/words-in';

/** The last ones are told in full; nobody has said more in ten years. */
const MOST = 200;
const EVER = new Date(0);

/** A resident's matters as they may read them, what they reported on the board, what others entered for their phone, and who looked at it. */
export const ownData: OwnData = {
  async parts(tx, call) {
    const { jurisdiction, caller } = call;
    const hashes = await phoneHashesOf(tx, call, caller.personId);
    const { entered, offered } = await countEntered(tx, jurisdiction, { personId: caller.personId, hashes });
    const own = await requestsPart(tx, call);
    const others: OwnPart[] = [
      {
        key: 'requests.entered',
        title: '您替别人登记的事',
        kept: '是别人的事，留着；删资料以后，上面不写是您登记的',
        count: entered,
        entries: [],
      },
      {
        key: 'requests.offered',
        title: '别人登记时留了您的手机号，您还没确认的',
        kept: '三个月没确认就抹掉；删资料时马上抹掉',
        count: offered,
        entries: [],
      },
    ];
    const more = [await reportsPart(tx, call), ...others];
    return [own, await looksPart(tx, call), ...more.filter(({ count }) => count !== 0)];
  },
  async open(tx, { jurisdiction, caller }) {
    return (await countOwn(tx, jurisdiction, caller.personId)).open;
  },
  async erase(tx, call) {
    const { jurisdiction, caller } = call;
    const hashes = await phoneHashesOf(tx, call, caller.personId);
    await forgetResident(tx, jurisdiction, { personId: caller.personId, hashes, named: await namedIn(tx, call) });
    await forgetReportsOf(tx, jurisdiction, caller.personId);
  },
};

/** In which matters of theirs somebody wrote the name they gave, so that it goes on being covered where whose matter it is may not be known. */
async function namedIn(tx: Tx, call: Call<Person>): Promise<string[]> {
  const { jurisdiction, caller } = call;
  const { count } = await countOwn(tx, jurisdiction, caller.personId);
  const named: string[] = [];
  for (const id of await selectOwnIds(tx, jurisdiction, caller.personId, count)) {
    const request = await selectRequest(tx, jurisdiction, id);
    const { name = null } = request ?? {};
    if (!request || name === null || name.length < 2) continue;
    const said = await wordsIn(tx, call, request, await selectEvents(tx, jurisdiction, id));
    if (said.some((words) => words.includes(name))) named.push(id);
  }
  return named;
}

async function requestsPart(tx: Tx, call: Call<Person>): Promise<OwnPart> {
  const { jurisdiction, caller } = call;
  const directory = await countyDirectoryOf(call);
  const { count } = await countOwn(tx, jurisdiction, caller.personId);
  const entries: OwnEntry[] = [];
  const ids = await selectOwnIds(tx, jurisdiction, caller.personId, MOST);
  const photosOf = await residentPhotos(tx, call, ids);
  for (const id of ids) {
    const page = requestPage(await readRequest(tx, call, directory, id), call.now);
    const { title, submittedOn, trackingNumber, villageName, where, name, words, category } = page;
    entries.push({
      title,
      on: submittedOn,
      photos: photosOf(id),
      lines: [
        `编号 ${spellTrackingNumber(trackingNumber)}，${CATEGORY_NAMES[category]}，${[villageName, where].filter(Boolean).join(' ')}`,
        ...(page.hotlineNumber ? [`12345 的编号 ${page.hotlineNumber}`] : []),
        name === null ? '没写名字' : `写的名字：${name}`,
        `您说：${words}`,
        ...storyOf(page)
          .filter(({ tone }) => tone !== 'next')
          .reverse()
          .map(({ when, what, words: said }) => `${when} ${what}${said ? `：${said}` : ''}`),
      ],
    });
  }
  return {
    key: 'requests.requests',
    title: '说过的事',
    kept: '办理经过法律要求存档。删资料时名字抹掉，也打不了您的电话，认不出是您说的',
    count,
    entries,
  };
}

async function reportsPart(tx: Tx, { jurisdiction, caller }: Call<Person>): Promise<OwnPart> {
  const rows = await selectReportsOf(tx, jurisdiction, caller.personId, MOST);
  return {
    key: 'requests.reports',
    title: '您在公开栏举报过的',
    kept: '举报过、怎么答复的留着；您写的话抹掉，认不出是您举报的',
    count: await countReportsOf(tx, jurisdiction, caller.personId),
    entries: rows.map(({ reason, words, state, answer, created_at, ...matter }) => ({
      title: publicOf(matter).title ?? '已不在公开栏的一件事',
      on: dayOf(created_at),
      lines: [
        `您说：${[REPORT_REASON_NAMES[reason], words].filter(Boolean).join('。')}`,
        `${REPORT_STATE_NAMES[state]}${answer ? `：${answer}` : ''}`,
      ],
    })),
  };
}

async function looksPart(tx: Tx, { jurisdiction, caller }: Call<Person>): Promise<OwnPart> {
  const rows = await selectLooks(tx, jurisdiction, caller.personId, null, MOST);
  return {
    key: 'requests.looks',
    title: '谁看过您的电话',
    kept: '记录谁也删不掉；删了资料，里面没有您的名字和电话',
    count: await countLooks(tx, jurisdiction, caller.personId, EVER),
    entries: rows.map(lookOf).map(({ at, by, from, reason, words, request }) => ({
      title: [from, by].filter(Boolean).join(' '),
      on: dayOf(new Date(at)),
      lines: [`${sayDay(dayOf(new Date(at)))}，为“${request.title}”：${sayLookReason(reason)}。${words}`],
    })),
  };
}
