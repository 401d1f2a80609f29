import type { Hono } from 'hono';
import type { Log } from '../platform/log';
import { site } from '../platform/site';
import { demoStanding } from './seed/boundaries';
import { DEMO_PEOPLE } from './seed/people';

/**
 * The built pages as they are deployed. Into their document go the demo people of the stand-in and a place in the demo county: only this
 * server does that, so only here one can switch, or stand where one is not.
 */
export function h5Pages(directory: string, log: Log = () => undefined): Hono {
  const people = DEMO_PEOPLE.map(({ key, label, known }) => ({ key, label, known }));
  const local = JSON.stringify({ people, standing: demoStanding() });
  const inHead = `<script>window.__LIANXIN_LOCAL__=${local}</script>`;
  return site(directory, { log, elsewhere: [], inHead });
}
