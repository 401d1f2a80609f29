import { html } from 'hono/html';
import { readCode } from '../../shared/directory/rules';
import { deputyTitle } from '../../shared/kernel/names';
import { ProblemError, problemOf } from '../../shared/kernel/problems';
import { type Call, clockCall, type Services } from '../platform/call';
import type { HtmlPage } from '../platform/html-document';
import { directoryOf } from './directory';
import { openCode } from './open-code';

type Phone = { name: string; number: string };

/** The pages for a browser are behind the same domain (docs/deploy.md). */
const listLine = html`<p>手边没有微信，<a href="/#/directory/pages/place/index">在这里按村子找代表</a>，联络站的电话也有。</p>`;

/**
 * What somebody sees who scanned a deputy's code with something else than WeChat: where to go, and whom to ring. `written` is the end
 * of the link.
 */
export async function codePage(services: Services, written: string): Promise<HtmlPage> {
  const read = readCode(written);
  if (!read) return useless('code_unknown', null);
  const now = services.clock();
  if (!(await services.counties.has(read.jurisdiction, now))) {
    const farewell = await services.counties.farewell(read.jurisdiction, now);
    return farewell === null ? useless('code_unknown', null) : closed(farewell);
  }
  const call = clockCall(services, read.jurisdiction);
  try {
    const { deputyId } = await openCode(call, { code: read.code });
    return await found(call, deputyId);
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : null;
    if (code !== 'code_unknown' && code !== 'code_withdrawn' && code !== 'code_ended') throw error;
    return useless(code, await countyPhone(call));
  }
}

async function found(call: Call, deputyId: string): Promise<HtmlPage> {
  const { deputies, stations } = await directoryOf(call);
  const deputy = deputies.get(deputyId);
  const station = stations.get(deputy?.stationId ?? '');
  const phone = station ? { name: station.name, number: station.phone } : await countyPhone(call);
  const name = deputy?.name ?? '';
  return {
    status: 200,
    title: '请用微信扫这个码',
    body: html`<h1>请用微信扫这个码</h1>
<p>这是${name}的代表码。用微信扫，就能跟${deputyTitle(name)}说件事。</p>
<ol>
<li>打开微信。</li>
<li>点右上角的“＋”，再点“扫一扫”。</li>
<li>对准刚才那个码。</li>
</ol>
<p>扫了没有出来，就在微信里搜“连心站”。</p>
${listLine}
${phoneLine(phone)}`,
  };
}

function useless(code: 'code_unknown' | 'code_withdrawn' | 'code_ended', phone: Phone | null): HtmlPage {
  const { status, title } = problemOf(code);
  return {
    status,
    title,
    body: html`<h1>${title}</h1>
<p>打开微信，搜“连心站”，再选您的村子。</p>
${listLine}
${phoneLine(phone)}`,
  };
}

/** The code of a county that closed: there is nothing else to find. */
function closed(farewell: string): HtmlPage {
  const { status } = problemOf('county_retired');
  const title = '这里的连心站停用了';
  return { status, title, body: html`<h1>${title}</h1><p>${farewell}</p>` };
}

async function countyPhone(call: Call): Promise<Phone | null> {
  const { county, settings } = await directoryOf(call);
  return settings.phone === null ? null : { name: county.congressName, number: settings.phone };
}

function phoneLine(phone: Phone | null) {
  if (!phone) return '';
  return html`<p>不用微信，就打电话给${phone.name}：<br><a href="tel:${phone.number.replace(/[^\d+]/g, '')}">${phone.number}</a></p>`;
}
