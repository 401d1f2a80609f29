import { type ReactNode, useState } from 'react';
import { useOnce } from '../../platform/act';
import { Dialog } from './Dialog';
import { toast } from './Toast';
import './ExportDialog.css';

type Props = {
  title: string;
  /** What is in the file, and what is not. */
  holds: ReactNode;
  lacks: string;
  make: () => Promise<{ url: string; rows: number }>;
  onClose: () => void;
};

/** Says what a file will hold before it is made. The link is shown and not followed by itself, because browsers stop windows nobody clicked for. */
export function ExportDialog({ title, holds, lacks, make, onClose }: Props) {
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const save = () =>
    once(async () => {
      setError(null);
      const { url, rows } = await make();
      onClose();
      toast(`导好了，${rows} 行，10 分钟内打开。`, { words: '存到这台电脑', url });
    });
  return (
    <Dialog title={title} main="导出 .xlsx" busy={busy && '正在做'} error={error} onMain={save} onClose={onClose}>
      <dl className="export-facts">
        <dt>里面有</dt>
        <dd>{holds}</dd>
        <dt>没有</dt>
        <dd>{lacks}</dd>
        <dt>打开时</dt>
        <dd>以 = + - @ 开头的格子前加了引号，不会当公式跑</dd>
        <dt>留痕</dt>
        <dd>谁、几点、导了什么，记进日志</dd>
      </dl>
    </Dialog>
  );
}
