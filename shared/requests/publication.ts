import type { Transitions } from '../kernel/lifecycle';
import type { EventKind } from './lifecycle';
import type { Publication } from './states';

/** Where a request stands to the notice board (公开栏); `none`: its resident does not agree that others see it, or no longer does. */
export type BoardStanding = Publication | 'none';

/** What becomes of it with what happens to the request; a decision on a picture changes nothing. */
export const PUBLICATION: Transitions<BoardStanding, EventKind> = {
  published: { pending: 'published', declined: 'published' },
  declined: { pending: 'declined', published: 'declined' },
  // What is on the board stays there; the station looks at the answer before it joins it.
  answered: { published: 'pending' },
  department_answered: { published: 'pending' },
  hotline_answered: { published: 'pending' },
  higher_answered: { published: 'pending' },
  // The words were doubted after all: the board is decided on anew.
  withheld: { pending: 'declined', published: 'declined' },
  // What may be a report of wrongdoing stands nowhere until the office has said what it is, and a report of wrongdoing never does.
  sent_to_office: { pending: 'declined', published: 'declined' },
  released: { declined: 'pending' },
  diverted: { pending: 'none', published: 'none', declined: 'none' },
  // 撤回同意：个人信息保护法 第十五条.
  consent_withdrawn: { pending: 'none', published: 'none', declined: 'none' },
  withdrawn: { pending: 'none', published: 'none', declined: 'none' },
};
