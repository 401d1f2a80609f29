import { useState } from 'react';
import { beginFile, checkWorkbook, importWorkbook } from '../../../../../shared/directory/contract/office';
import { MOST_BYTES } from '../../../../../shared/directory/limits';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useAct } from '../../../platform/act';
import { call } from '../../../platform/call';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { FileButton } from '../../ui/FileButton';
import { isTyped, ManyEnd } from './Ending';
import { Faults } from './Faults';
import { Notices } from './Notices';
import { sayFile, sendFile } from './sendFile';
import './table.css';

type Checked = Reply<typeof checkWorkbook> & { fileId: string; fileName: string };
type Changes = Checked['changes'];

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook is looked at first: what is wrong with it, and what it would change. Nothing is written before somebody says so. */
export function Workbook() {
  const [busy, setBusy] = useState<string | false>(false);
  const [error, setError] = useState<Error | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [done, setDone] = useState<Changes | null>(null);
  const attempt = async (work: () => Promise<Checked>) => {
    setError(null);
    setChecked(null);
    setDone(null);
    try {
      setChecked(await work());
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setBusy(false);
    }
  };
  const check = async (fileId: string, fileName: string) => {
    setBusy('正在检查…');
    return { ...(await call(checkWorkbook, { fileId })), fileId, fileName };
  };
  const send = (file: File) =>
    attempt(async () => {
      if (file.size > MOST_BYTES.workbook) throw new ProblemError('too_large');
      setBusy('正在传…');
      const { fileId, form } = await call(beginFile, { kind: 'workbook' });
      await sendFile(form, file);
      return check(fileId, file.name);
    });
  return (
    <section className="panel">
      <h2 className="heading">2. 填好了，先检查</h2>
      <p className="secondary space-above-1">检查不会改动名册。没有错的地方了，再导入。</p>
      <div className="row wrap space-above-3">
        <FileButton accept={XLSX} busy={busy} onFile={send}>
          选填好的表格
        </FileButton>
        {checked && <span className="secondary">{checked.fileName}</span>}
      </div>
      <div role="status">
        {error && (
          <div className="space-above-3">
            <Notice tone="late">{sayFile(error, '表格最大 5 MB。')}</Notice>
          </div>
        )}
        {done && (
          <div className="space-above-3">
            <Notice tone="ok">导入好了。半分钟后，手机上看到的就是新名册。</Notice>
            <ChangesTable caption="改了这些" changes={done} />
          </div>
        )}
      </div>
      {checked && !done && (
        <Result
          checked={checked}
          onAgain={() => attempt(() => check(checked.fileId, checked.fileName))}
          onDone={setDone}
        />
      )}
    </section>
  );
}

function Result({
  checked,
  onAgain,
  onDone,
}: {
  checked: Checked;
  onAgain: () => void;
  onDone: (changes: Changes) => void;
}) {
  const { faults, faultCount, warnings, changes, ending, fileId, digest } = checked;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const act = useAct(importWorkbook, ['directory', 'identity', 'requests']);
  const changed = changes.some(({ adds, changes: edits, ends }) => adds + edits + ends > 0);
  const why = faultCount ? `还有 ${faultCount} 处要改。` : changed ? null : '跟现在的名册一样，不用导入。';
  const confirmed = ending.confirm ? { ending: ending.terms } : {};
  const outdated = act.error instanceof ProblemError && act.error.code === 'file_changed';
  return (
    <div className="space-above-4">
      {faultCount > 0 ? (
        <Notice tone="late">{`有 ${faultCount} 处要改。改好存盘，再选一次。`}</Notice>
      ) : (
        <Notice tone="ok">没有错的地方。</Notice>
      )}
      <div className="row wrap space-above-3">
        <Button disabled={Boolean(why)} onPress={() => setAsking(true)}>
          导入
        </Button>
        {why && <span className="secondary">{why}</span>}
        {outdated && (
          <Button kind="line" icon="refresh" onPress={onAgain}>
            再检查一遍
          </Button>
        )}
      </div>
      {!faultCount && <ChangesTable caption="导入以后" changes={changes} />}
      <Ends changes={changes} />
      {faults.length > 0 && <Faults caption="要改的地方" faults={faults} count={faultCount} />}
      {warnings.length > 0 && <Notices caption="请再看一眼，不改也能导入" notices={warnings} />}
      {asking && (
        <Dialog
          title="导入名册"
          sub={checked.fileName}
          main="导入"
          busy={act.isPending && '正在导入…'}
          why={outdated ? '先关掉，再检查一遍。' : isTyped(ending, typed) ? null : '先写上会结束几个任期。'}
          error={act.error}
          foot="要么全部导入，要么一行也不导入。"
          onClose={() => setAsking(false)}
          onMain={() => act.send({ fileId, digest, ...confirmed }, (reply) => onDone(reply.changes))}
        >
          <ChangesTable caption="会改这些" changes={changes} />
          <Ends changes={changes} />
          <ManyEnd ending={ending} typed={typed} onType={setTyped} />
        </Dialog>
      )}
    </div>
  );
}

function ChangesTable({ caption, changes }: { caption: string; changes: Changes }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">表</th>
            {['共有', '新加', '改动', '结束'].map((words) => (
              <th key={words} scope="col" className="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ sheet, rows, adds, changes: edits, ends }) => (
            <tr key={sheet}>
              <th scope="row">{sheet}</th>
              <td className="number">{rows}</td>
              <td className="number">{adds || '–'}</td>
              <td className="number">{edits || '–'}</td>
              <td className={`number ${ends ? 'text-late' : ''}`}>{ends || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What ending means, said where somebody is about to do it. */
function Ends({ changes }: { changes: Changes }) {
  const ends = changes.reduce((sum, one) => sum + one.ends, 0);
  if (!ends) return null;
  return (
    <div className="space-above-3">
      <Notice tone="wait">
        {`有 ${ends} 项会结束：名册里原来有、表格里没有了。任期和身份从今天起停用，以前做过的都留着。代表手里没办完的事，几分钟内转给接任的代表；没有接任的，村里的代表谁先接谁回。`}
      </Notice>
    </div>
  );
}
