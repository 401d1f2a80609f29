import { v7 } from 'uuid';
import type { printCodes as contract } from '../../shared/directory/contract/office';
import { type Day, dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { given } from '../platform/config';
import { handOut } from '../platform/hand-out';
import { atOnce } from '../platform/print/at-once';
import { PDF_TYPE } from '../platform/print/pdf';
import { type DeputyRecord, type Directory, directoryOf, servingMandates, standsForVillage } from './directory';
import { codePicture } from './prints/code-picture';
import { codesPdf, type Format } from './prints/codes-pdf';
import { printedDeputy } from './prints/printed';
import { selectCodesOfDeputies } from './queries';

/** So many codes are asked of WeChat at a time. */
const AT_ONCE = 5;

/**
 * Codes on paper (亮身份) for deputies who serve today, in the order in which they were asked for. A clerk prints for the stations they
 * look after; another deputy is `not_found` to them.
 * @throws WeChatError when WeChat does not draw one of them: then there is nothing to print
 */
export async function printCodes(
  call: Call<Person>,
  { format, deputies: ids }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, services } = call;
  const directory = await directoryOf(call);
  const today = dayOf(now);
  const deputies = [...new Set(ids)].map((id) => printable(directory, id, call.caller, today));
  const wanted = deputies.map((deputy) => deputy.id);
  const codes = await call.read((tx) => selectCodesOfDeputies(tx, jurisdiction, wanted));
  const publicUrl = given(services.config.publicUrl);
  const drawn = await atOnce(AT_ONCE, deputies, async (deputy) => {
    const code = codes.get(deputy.id);
    ensure(code, 'not_found');
    const picture = await codePicture(services, { jurisdiction, code, format });
    return printedDeputy(directory, deputy, { publicUrl, code, picture, today });
  });
  const { bytes, pages, missing, cut } = await codesPdf(format, drawn);
  const id = v7();
  const printed = await handOut(call, { bytes, type: PDF_TYPE, extension: 'pdf', id });
  await writeDown(call, id, { format, count: deputies.length });
  return { ...printed, pages, missing, cut };
}

async function writeDown(
  { jurisdiction, caller, now, write }: Call<Person>,
  id: string,
  detail: { format: Format; count: number },
): Promise<void> {
  const entry = { jurisdiction, personId: caller.personId, objectKind: 'print', objectId: id };
  await write((tx) => audit(tx, { ...entry, action: 'codes_printed', detail, now }));
}

/** @throws ProblemError `not_found`, `deputy_ended` */
function printable(directory: Directory, id: string, caller: Person, today: Day): DeputyRecord {
  const deputy = directory.deputies.get(id);
  ensure(deputy && mayPrint(directory, deputy, caller), 'not_found');
  ensure(servingMandates(deputy, today).length > 0, 'deputy_ended');
  return deputy;
}

/** The office: anyone. A clerk: whoever belongs to their station, and whoever stands for a village that it serves. */
function mayPrint(directory: Directory, { stationId, mandates }: DeputyRecord, { admin, stationIds }: Person): boolean {
  if (admin || (stationId !== null && stationIds.includes(stationId))) return true;
  return [...directory.stationOfVillage].some(
    ([village, station]) => stationIds.includes(station) && standsForVillage(mandates, village),
  );
}
