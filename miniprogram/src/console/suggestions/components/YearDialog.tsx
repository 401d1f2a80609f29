import { useState } from 'react';
import { printYear } from '../../../../../shared/suggestions/contract/office';
import { act, useOnce } from '../../../platform/act';
import { today } from '../../../platform/clock';
import { Segment } from '../../../ui/Segment';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/Toast';

const YEARS = 6;
const KINDS = [
  { value: 'docx', words: '报告 .docx' },
  { value: 'xlsx', words: '表 .xlsx' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** All suggestions of a year, to edit or to reckon with. The link is shown and not followed by itself, because browsers stop windows nobody clicked for. */
export function YearDialog({ onClose }: { onClose: () => void }) {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const [as, setAs] = useState<Kind>('docx');
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const make = () =>
    once(async () => {
      setError(null);
      const { url, rows } = await act(printYear, { year: Number(year), as });
      onClose();
      toast(`做好了，${rows} 件，10 分钟内打开。`, { words: '存到这台电脑', url });
    });
  return (
    <Dialog
      title="一年的办理情况"
      main="做出来"
      busy={busy && '正在做'}
      error={error}
      foot="谁、几点、做了哪一年的，记进日志。"
      onMain={make}
      onClose={onClose}
    >
      <Select
        label="哪一年交来的"
        value={year}
        options={Array.from({ length: YEARS }, (_, before) => String(thisYear - before)).map((value) => ({
          value,
          words: `${value} 年`,
        }))}
        onChoose={setYear}
      />
      <div className="space-above-3">
        <Segment label="做成什么" options={KINDS} value={as} onChoose={setAs} />
      </div>
      <p className="note space-above-2">
        收到几件、答了几件、按时几件；部门自己定的类别，和代表评的态度、结果，分开写；每个部门一行，每件一行。不给代表排名次。
      </p>
    </Dialog>
  );
}
