import type { Subject } from '../../../../../shared/voting/definition';
import { Icon } from '../../../ui/Icon';
import { Tick } from './StepTrial';
import './Overview.css';

const ORDER = ['部门次序每人打乱', '答案次序不变', '什么都不预先选', '哪条都能跳过'];

/** What stands above the questions on each department's page, and how a ballot is laid out. */
export function Overview({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <div className="overview">
      <div className="grow">
        <h3 className="strong">
          每个部门管什么 <span className="note">写在题目上方，帮人想起来</span>
        </h3>
        <AboutTable subjects={subjects} />
      </div>
      <div>
        <h3 className="strong">每份怎么排</h3>
        <ul className="ticks">
          {ORDER.map((words) => (
            <Tick key={words} on>
              {words}
            </Tick>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function AboutTable({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <table className="overview-table">
      <tbody>
        {subjects.map(({ id, name, about }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              {about || (
                <span className="text-late">
                  <Icon name="alert" /> 还没写
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
