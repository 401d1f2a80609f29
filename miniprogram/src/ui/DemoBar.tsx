import { forgetKept } from '../platform/kept';
import { chooseDemoPerson, demoPerson, localServer } from '../platform/local';
import { forgetSession } from '../platform/session';

/** Only where `npm start` serves the page: be another of the made-up people. */
export function DemoBar() {
  const local = localServer();
  if (!local) return null;
  const become = (key: string) => {
    chooseDemoPerson(key);
    forgetSession();
    forgetKept();
    window.location.assign(window.location.pathname);
  };
  return (
    <div className="demo">
      <label htmlFor="demo-person">演示，现在是</label>
      <select
        id="demo-person"
        className="demo-select"
        value={demoPerson()?.key}
        onChange={(event) => become(event.target.value)}
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
