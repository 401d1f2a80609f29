import { type Day, sayDay } from '../kernel/days';
import type { EVENTS, EventKind } from './lifecycle';
import { OUTCOME_WORDS } from './words';

/** What a message is put together from. `deputy`: who acted, or to whom it went (徐代表; 村里的代表，谁先接谁回). */
export type Told = {
  deputy: string;
  /** The department that has it, or had it until now. */
  department: string;
  villageName: string;
  /** To whom it is to go, or went, where that is a deputy of a level above the county: 市人大代表汪虚拟. */
  higher: string;
  /** Any of the village's deputies may take it. */
  isFree: boolean;
  dueOn: Day;
  lapsesOn: Day | null;
  /** When they are asked whether it is solved, where that is not now; and what is promised by then. */
  questionOn: Day | null;
  promised: readonly { words: string; dueOn: Day }[];
  /** It was asked back before. */
  wasAsked: boolean;
  /** It stood on the notice board. */
  wasOnBoard: boolean;
  words: string | null;
  /** Its number at the hotline. */
  hotlineNumber: string | null;
  /** How many others it is handled with (合成一件). */
  others: number;
  /** Who at the station did it and for which place, where that is said: 草坪村代表联络站 林试样. */
  who: string;
};

/** The kinds of notification (`functions/requests/notifications.ts`) and what each says below the request's title. */
export type Message = { kind: MessageKind; body: (told: Told) => string };
export type MessageKind =
  | 'request_received'
  | 'request_answered'
  | 'request_rated'
  | 'request_supplemented'
  | 'request_asked'
  | 'request_taken'
  | 'request_passed'
  | 'request_reassigned'
  | 'request_withdrawn'
  | 'request_lapsing'
  | 'request_lapsed'
  | 'request_published'
  | 'request_declined'
  | 'request_claimed'
  | 'request_offered'
  | 'request_contact_declined'
  | 'request_referred'
  | 'request_assigned'
  | 'request_progressed'
  | 'request_to_assign'
  | 'request_of_department'
  | 'request_phone_seen';

/** Whom the table tells of an event. */
export type ToldOf<Event extends EventKind> = (typeof EVENTS)[Event]['tells'][number];

/** 12 月 15 日前换新灯杆；several: the first by its day, and how many there are. */
function sayPromises(promised: Told['promised']): string {
  const [first] = [...promised].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (!first) return '';
  return `${sayDay(first.dueOn)}前${first.words}${promised.length > 1 ? `，一共 ${promised.length} 件` : ''}`;
}

const arrived: Message = {
  kind: 'request_received',
  body: ({ villageName, dueOn, isFree }) => `${villageName}，${isFree ? '谁先接谁回，' : ''}最晚 ${sayDay(dueOn)}回`,
};
const isYours: Message = {
  kind: 'request_received',
  body: ({ isFree }) => (isFree ? '转给村里的代表，谁先接谁回' : '转给您的，请您回'),
};
const asksFirst = (who: string, { higher, lapsesOn }: Told) =>
  `${who}想转给${higher}，先问您同意不同意${lapsesOn ? `，${sayDay(lapsesOn)}前没说就不转` : ''}`;
/** It does not go to another level. */
const keepsIt = (why: string): Message => ({
  kind: 'request_passed',
  body: ({ deputy, isFree, dueOn }) => `${why}，还由${isFree ? '村里的代表' : deputy}办，最晚 ${sayDay(dueOn)}答复`,
});
/** To the station: nobody else reads it. */
const isUnread: Message = {
  kind: 'request_received',
  body: ({ deputy, isFree }) =>
    isFree ? '村里的代表都还没有用上连心站，请站里先看' : `${deputy}还没有用上连心站，请站里先看，可以改派`,
};

const wrongPhone: Message = {
  kind: 'request_contact_declined',
  body: () => '登记的电话不是他本人的，已经去掉，请核对后改',
};

/** To whoever verified the phone that was written down: where and when, and nothing of the matter, which may be somebody else's. */
export const OFFER = {
  title: '有人替您登记了一件事',
  body: ({ villageName, enteredOn }: { villageName: string; enteredOn: Day }) =>
    `${villageName}，${sayDay(enteredOn)}登记的。是您的事吗？`,
};

/**
 * What each is told, in words a villager of seventy reads at a glance; whom the table names and who has no words here does not compile. A department is told
 * nothing that somebody wrote: a clerk may hide words of it later.
 */
export const MESSAGES: { [Event in EventKind]: Record<ToldOf<Event>, Message> } = {
  submitted: { deputy: arrived, station: isUnread },
  entered_for: { deputy: arrived, station: isUnread },
  registered: {},
  contact_linked: {
    resident: { kind: 'request_claimed', body: () => '别人替您登记的，现在在您这里了' },
    entrant: { kind: 'request_claimed', body: () => '本人用微信确认了，以后由本人来说' },
  },
  contact_declined: { entrant: wrongPhone, desk: wrongPhone },
  contact_corrected: {},
  opened: {},
  answered: { resident: { kind: 'request_answered', body: ({ deputy }) => `${deputy}回话了，请您看看` } },
  read: {},
  supplemented: {
    deputy: {
      kind: 'request_supplemented',
      body: ({ wasAsked }) => (wasAsked ? '居民回答了您问的' : '居民补充了几句'),
    },
    station: isUnread,
    department: { kind: 'request_of_department', body: () => '居民补充了几句' },
  },
  asked: { resident: { kind: 'request_asked', body: ({ deputy }) => `${deputy}想问您一句` } },
  solved: { deputy: { kind: 'request_rated', body: () => `居民说：${OUTCOME_WORDS.solved}` } },
  partly: {
    deputy: {
      kind: 'request_rated',
      body: ({ dueOn }) => `居民说：${OUTCOME_WORDS.partly}，剩下的请接着办，最晚 ${sayDay(dueOn)}回`,
    },
    station: isUnread,
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `居民说：${OUTCOME_WORDS.partly}，剩下的请接着办，最晚 ${sayDay(dueOn)}答复`,
    },
  },
  not_solved: {
    deputy: {
      kind: 'request_rated',
      body: ({ dueOn }) => `居民说：${OUTCOME_WORDS.not_solved}，最晚 ${sayDay(dueOn)}回`,
    },
    station: isUnread,
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `居民说：${OUTCOME_WORDS.not_solved}，请再办，最晚 ${sayDay(dueOn)}答复`,
    },
  },
  rating_withdrawn: {
    deputy: { kind: 'request_rated', body: () => '居民撤回了刚才的评价，等居民再说' },
  },
  not_solved_after_all: {
    deputy: { kind: 'request_rated', body: ({ dueOn }) => `居民说：其实没解决，最晚 ${sayDay(dueOn)}回` },
    station: isUnread,
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `居民说：其实没解决，请再办，最晚 ${sayDay(dueOn)}答复`,
    },
  },
  withdrawn: { deputy: { kind: 'request_withdrawn', body: () => '居民撤回了，不用再回' } },
  taken: {
    resident: { kind: 'request_taken', body: ({ deputy }) => `${deputy}接了，由${deputy}回您` },
    former_deputy: { kind: 'request_passed', body: ({ deputy }) => `您不在，${deputy}接过去了` },
  },
  passed: {
    resident: { kind: 'request_passed', body: ({ deputy }) => `转给了${deputy}` },
    deputy: isYours,
    station: isUnread,
  },
  reassigned: {
    resident: { kind: 'request_reassigned', body: ({ deputy }) => `联络站转给了${deputy}` },
    deputy: isYours,
    station: isUnread,
    former_deputy: { kind: 'request_reassigned', body: ({ deputy }) => `联络站转给了${deputy}` },
  },
  pass_proposed: { resident: { kind: 'request_asked', body: (told) => asksFirst(told.deputy, told) } },
  reassign_proposed: {
    resident: { kind: 'request_asked', body: (told) => asksFirst('联络站', told) },
    deputy: { kind: 'request_reassigned', body: ({ higher }) => `联络站想转给${higher}，先问居民，等居民说` },
  },
  handover_agreed: {
    deputy: isYours,
    former_deputy: { kind: 'request_passed', body: ({ higher }) => `居民同意了，转给了${higher}` },
    desk: { kind: 'request_reassigned', body: ({ higher }) => `居民同意了，在${higher}那里` },
  },
  handover_refused: { deputy: keepsIt('居民不同意转'), desk: keepsIt('居民不同意转') },
  handover_unanswered: {
    resident: { kind: 'request_passed', body: ({ higher }) => `没等到您说，没有转给${higher}，还由原来的代表办` },
    deputy: keepsIt('没等到居民说，没有转'),
    desk: keepsIt('没等到居民说，没有转'),
  },
  handover_ended: {
    resident: { kind: 'request_passed', body: ({ higher }) => `${higher}任期到了，不转了，不用您说了` },
    deputy: keepsIt('那位上级代表任期到了，没有转'),
    desk: keepsIt('那位上级代表任期到了，没有转'),
  },
  handover_withdrawn: {},
  handover_taken: { resident: { kind: 'request_taken', body: ({ higher }) => `${higher}接了，由${higher}回您` } },
  handover_declined: {
    resident: { kind: 'request_passed', body: ({ higher, deputy }) => `${higher}没有接，还由${deputy}办` },
    deputy: { kind: 'request_received', body: ({ higher, words }) => `${higher}没有接：${words}` },
    desk: { kind: 'request_reassigned', body: ({ higher, words }) => `${higher}没有接：${words}` },
  },
  higher_told: { resident: { kind: 'request_progressed', body: ({ higher }) => `联络站告诉了${higher}，等答复` } },
  higher_answered: {
    resident: { kind: 'request_answered', body: ({ higher }) => `${higher}答复了，请您看看，解决了没有` },
  },
  referred: {
    resident: { kind: 'request_referred', body: ({ deputy }) => `${deputy}请联络站转给管这件事的部门` },
    desk: {
      kind: 'request_to_assign',
      body: ({ deputy, dueOn }) => `${deputy}请站里转部门，最晚 ${sayDay(dueOn)}答复居民`,
    },
  },
  given_back: {
    resident: { kind: 'request_referred', body: ({ deputy }) => `联络站交回${deputy}，由${deputy}回您` },
    deputy: { kind: 'request_received', body: () => '联络站交回给您，请您回' },
    station: isUnread,
  },
  sent_to_office: {
    resident: { kind: 'request_referred', body: () => '先由人大办公室看，代表、部门看不到' },
    desk: { kind: 'request_to_assign', body: () => '像是检举、控告，只有人大办公室看得到，请看过再定' },
  },
  released: {
    resident: { kind: 'request_referred', body: ({ deputy }) => `人大办公室看过，交给${deputy}` },
    deputy: arrived,
    station: isUnread,
  },
  diverted: { resident: { kind: 'request_referred', body: ({ words }) => `不归这里办：${words}` } },
  assigned: {
    resident: {
      kind: 'request_assigned',
      body: ({ department, dueOn }) => `交给了${department}，最晚 ${sayDay(dueOn)}答复`,
    },
    department: { kind: 'request_of_department', body: ({ dueOn }) => `分给您这里的，最晚 ${sayDay(dueOn)}答复居民` },
  },
  taken_back: {
    resident: { kind: 'request_assigned', body: ({ department }) => `从${department}收回来了，联络站另外找部门` },
    department: { kind: 'request_of_department', body: () => '联络站收回去了，不用您办了' },
  },
  accepted: {
    resident: {
      kind: 'request_assigned',
      body: ({ department, dueOn }) => `${department}接了，最晚 ${sayDay(dueOn)}答复`,
    },
  },
  returned: {
    resident: {
      kind: 'request_assigned',
      body: ({ department }) => `${department}说不归它管，联络站再找一家，日子不重新算`,
    },
    desk: {
      kind: 'request_to_assign',
      body: ({ department, dueOn }) => `${department}退回来了，最晚 ${sayDay(dueOn)}答复居民`,
    },
    office: {
      kind: 'request_to_assign',
      body: ({ dueOn }) => `两家都退了，请定一家来办，最晚 ${sayDay(dueOn)}答复居民`,
    },
  },
  progressed: {
    resident: { kind: 'request_progressed', body: ({ department }) => `${department}说了一声进展，请您看看` },
  },
  department_answered: {
    resident: {
      kind: 'request_answered',
      body: ({ department, promised, questionOn }) =>
        questionOn === null
          ? `${department}答复了，请您看看`
          : `${department}答复了，答应${sayPromises(promised)}。${sayDay(questionOn)}再问您；现在想说，也能说`,
    },
    deputy: {
      kind: 'request_rated',
      body: ({ department, promised, questionOn }) =>
        questionOn === null
          ? `${department}答复了，等居民说`
          : `${department}答复了，答应${sayPromises(promised)}。${sayDay(questionOn)}再问居民`,
    },
  },
  question_asked: {
    desk: { kind: 'request_to_assign', body: ({ department }) => `${department}想问居民一句，请看过再转` },
  },
  question_forwarded: {
    resident: {
      kind: 'request_asked',
      body: ({ department, lapsesOn }) =>
        `${department}想问您一句${lapsesOn ? `，${sayDay(lapsesOn)}前没回就先办` : ''}`,
    },
    department: { kind: 'request_of_department', body: () => '联络站转给居民了，等居民回答' },
  },
  question_refused: {
    department: { kind: 'request_of_department', body: () => '联络站没有转给居民，为什么，点开看' },
  },
  question_unanswered: {
    resident: { kind: 'request_assigned', body: ({ department }) => `没等到您回答，${department}按看到的先办` },
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `居民没有回答，请按看到的先办，最晚 ${sayDay(dueOn)}答复`,
    },
  },
  extension_asked: {
    desk: { kind: 'request_to_assign', body: ({ department }) => `${department}要宽限几天，请站里定` },
  },
  extension_granted: {
    resident: {
      kind: 'request_assigned',
      body: ({ department, dueOn }) => `${department}要多几天，联络站同意了，最晚 ${sayDay(dueOn)}答复`,
    },
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `联络站同意宽限，最晚 ${sayDay(dueOn)}答复居民`,
    },
  },
  extension_refused: {
    department: {
      kind: 'request_of_department',
      body: ({ dueOn }) => `没有同意宽限，最晚还是 ${sayDay(dueOn)}，为什么，点开看`,
    },
  },
  hotline_numbered: {},
  hotline_unnumbered: {},
  hotline_awaited: {
    resident: {
      kind: 'request_assigned',
      body: ({ hotlineNumber, dueOn }) =>
        `12345 正在办，${hotlineNumber ? `编号 ${hotlineNumber}，` : ''}我们等它的结果，最晚 ${sayDay(dueOn)}告诉您`,
    },
    deputy: { kind: 'request_passed', body: () => '12345 正在办，站里等它的结果，现在不用您回' },
  },
  hotline_answered: {
    resident: { kind: 'request_answered', body: () => '12345 有了结果，请您看看，解决了没有' },
    deputy: { kind: 'request_rated', body: () => '12345 有了结果，等居民说' },
  },
  hotline_failed: {
    resident: {
      kind: 'request_assigned',
      body: ({ dueOn }) => `12345 没办成，我们接着办，最晚 ${sayDay(dueOn)}答复`,
    },
    deputy: {
      kind: 'request_received',
      body: ({ dueOn }) => `12345 没办成，我们接着办，最晚 ${sayDay(dueOn)}答复居民`,
    },
    station: isUnread,
  },
  hotline_undone: {
    resident: { kind: 'request_assigned', body: () => '刚才说在等 12345，是点错了。我们接着办' },
    deputy: { kind: 'request_received', body: () => '站里点错了，没有在等 12345，还和刚才一样' },
    station: isUnread,
  },
  question_moved: {
    resident: {
      kind: 'request_progressed',
      body: ({ department, questionOn }) =>
        `${department}答应的日子变了，${questionOn ? sayDay(questionOn) : '到时候'}再问您；现在想说，也能说`,
    },
  },
  question_due: {
    resident: {
      kind: 'request_answered',
      body: ({ department }) => `${department}答应的，到时候了。解决了吗，请您说一声`,
    },
    deputy: { kind: 'request_rated', body: ({ department }) => `${department}答应的，到时候了，等居民说` },
  },
  merged: {
    resident: {
      kind: 'request_progressed',
      body: ({ others }) => `和另外 ${others} 件是一回事，合在一起办，进展一样告诉您`,
    },
    deputy: { kind: 'request_passed', body: () => '和另一件是一回事，联络站合到那一件里办' },
  },
  gained: {
    resident: { kind: 'request_progressed', body: ({ others }) => `和另外 ${others} 件是一回事，合在一起办` },
    deputy: { kind: 'request_supplemented', body: ({ others }) => `和另外 ${others} 件是一回事，一起办、一起答` },
    department: { kind: 'request_of_department', body: ({ others }) => `和另外 ${others} 件是一回事，一起办、一起答` },
  },
  unmerged: {
    resident: { kind: 'request_progressed', body: ({ dueOn }) => `和别的分开，单独办，最晚 ${sayDay(dueOn)}答复您` },
    deputy: { kind: 'request_received', body: ({ dueOn }) => `和别的分开，单独办，最晚 ${sayDay(dueOn)}答复居民` },
  },
  lost: {},
  kept_apart: {
    resident: { kind: 'request_progressed', body: () => '联络站看过，和您说的那件不是一回事，您这件单独办' },
  },
  noted: {},
  lapse_told: {
    resident: {
      kind: 'request_lapsing',
      body: ({ lapsesOn }) => `等您说一声。${lapsesOn ? sayDay(lapsesOn) : '过几天'}还没有，就先收起来`,
    },
  },
  lapsed: {
    resident: { kind: 'request_lapsed', body: () => '先收起来了。没解决，随时还可以说' },
    deputy: { kind: 'request_lapsed', body: () => '居民一直没说，先收起来了' },
  },
  reopened: {},
  published: { resident: { kind: 'request_published', body: () => '登上公开栏了，没有您的名字' } },
  declined: {
    resident: {
      kind: 'request_declined',
      body: ({ words, wasOnBoard }) => `${wasOnBoard ? '从公开栏撤下来了' : '没有登公开栏'}：${words}`,
    },
  },
  approved: {},
  withheld: {},
  photo_left_off: {},
  photo_let_on: {},
  consent_withdrawn: {},
  phone_seen: {
    looked_at: { kind: 'request_phone_seen', body: ({ who, words }) => `${who}看了电话：${words}` },
  },
  words_hidden: {},
  words_shown: {},
};
