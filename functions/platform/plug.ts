import type { OwnData, Subject } from './call';
import type { Page } from './html';
import type { Binding } from './http';
import type { Schedule } from './schedules';
import type { ContextSettings } from './settings';
import type { PushedEvent } from './wechat/events';

/**
 * What one context brings into the house; `functions/contexts.ts` lists the contexts, and nothing else of the server is edited to add one
 * but its migration and what an office needs (`offices.ts`). Problems, kinds of notification, settings and tables are declared in the
 * context's own files, where they are used.
 */
export type Plug = {
  /** Every procedure of the context's contract with its verb; `bindAll` makes them. */
  procedures: readonly Binding[];
  /** The contract of what the context's `office.ts` does, in a function of its own (decision 9), for the API's document. */
  office?: () => Promise<object>;
  /** What the clock starts, by name: `lapse` of `requests` is the schedule `requests.lapse`. */
  schedules?: Record<string, Schedule>;
  /** What a mechanism (assignments) may do with what the context has. */
  subject?: Subject;
  /** What it keeps of a person, and what goes when they erase it; seldom asked for, so that it comes alone. `own-data.test.ts` has every table. */
  ownData?: () => Promise<{ ownData: OwnData }>;
  /** What a county decides for it, explained for whoever changes it (县里的规矩); words, so that they come alone. */
  settings?: () => Promise<{ settings: ContextSettings }>;
  /** Pages for people who came without WeChat, by the first segment of their path: `c` answers `/c/{name}`. */
  pages?: Record<string, Page>;
  /** What WeChat pushes, by the event's name. */
  pushedEvents?: Record<string, PushedEvent>;
};

/** Loads a context; called when the first path, schedule, page or pushed event of it is asked for. */
export type LoadPlug = () => Promise<{ plug: Plug }>;
