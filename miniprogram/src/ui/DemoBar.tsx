import { useEffect } from 'react';
import { forgetKept } from '../platform/kept';
import { chooseDemoPerson, type DemoPerson, demoPerson, isDemoKnown, isDemoNew, localServer } from '../platform/local';
import { accessToken, forgetSession } from '../platform/session';
import './DemoBar.css';

/** Only where `npm start` serves the page: be another of the made-up people. */
export function DemoBar() {
  const local = localServer();
  const current = demoPerson();
  useEffect(() => {
    if (current && isDemoNew()) void holdPhoneOf(current);
  }, [current]);
  if (!local) return null;
  const become = async (key: string) => {
    forgetSession();
    forgetKept();
    const person = local.people.find((one) => one.key === key);
    if (person) await holdPhoneOf(person);
    window.location.assign(window.location.pathname);
  };
  return (
    <div className="demo">
      <label htmlFor="demo-person">演示，现在是</label>
      <select
        id="demo-person"
        className="demo-select"
        value={current?.key}
        onChange={(event) => void become(event.target.value)}
      >
        {local.people.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whom the county knows has been signed in on their phone for long; who comes for the first time has not. */
async function holdPhoneOf(person: DemoPerson): Promise<void> {
  chooseDemoPerson(person.key);
  if (isDemoKnown(person)) await accessToken().catch(() => undefined);
}
