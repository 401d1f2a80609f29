import * as assignments from '../../../shared/assignments/contract';
import * as requests from '../../../shared/requests/contract';
import { ATTEMPTS } from '../../requests/testing/acts';
import { castOf, DEPUTIES, type SideName } from '../../requests/testing/cast';
import { openDoor } from '../../requests/testing/door';
import { assignedOf } from '../../requests/testing/story';
import { matterFor, testApi } from '../../testing/api';

/** Of everything that can be done with a matter nothing is left to staff that stepped aside from it. */
const api = testApi();
const WHY = '说的是我表哥家门口的路灯。';

test('nothing that a station does is left to who stepped aside, wherever the matter is', async () => {
  const cast = await castOf(api);
  const door = openDoor(api.services);
  const { id } = await (await api.signedIn('chen')).call(requests.submit, matterFor('徐示例'));
  await door.call(cast.sides.clerk, assignments.stepAside, { context: 'requests', id, words: WHY });
  const { id: newest } = (await (await api.signedIn('admin')).call(requests.follow, { id })).events[0] as {
    id: string;
  };
  const matter = { id, round: 1, seen: newest, to: DEPUTIES.colleague, picture: null, dueOn: '2026-12-31' };
  const ends = async (side: SideName) => {
    const all: Record<string, string> = {};
    for (const { name, procedure, input } of ATTEMPTS) {
      const assigned = await assignedOf(api, id);
      const given = input({ ...matter, assigned });
      if (given) all[name] = (await door.attempt(cast.sides[side], procedure, given)).end;
    }
    return all;
  };
  const isDone = (all: Record<string, string>) =>
    Object.entries(all).flatMap(([name, end]) => (end === 'ok' ? name : []));
  const others = isDone(await ends('other-clerk'));
  expect(others).toEqual(expect.arrayContaining(['note', 'reassign', 'see-phone', 'await-hotline', 'send-to-office']));
  expect(isDone(await ends('clerk'))).toEqual([]);
  // What they are besides they are still.
  const asDeputy = isDone(await ends('clerk+deputy'));
  expect(asDeputy).toEqual(expect.arrayContaining(['answer', 'refer']));
  expect(asDeputy.filter((name) => ['reassign', 'see-phone', 'send-to-office'].includes(name))).toEqual([]);
});
