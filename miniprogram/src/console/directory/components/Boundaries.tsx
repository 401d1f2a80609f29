import { useState } from 'react';
import { beginFile, importBoundaries } from '../../../../../shared/directory/contract/office';
import { MOST_BYTES } from '../../../../../shared/directory/limits';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { call } from '../../../platform/call';
import { Choice } from '../../../ui/Choice';
import { Notice } from '../../../ui/Notice';
import { FileButton } from '../../ui/FileButton';
import { Faults } from './Faults';
import { sayFile, sendFile } from './sendFile';

const COORDINATES = [
  { value: 'wgs84', words: '测绘部门给的', note: 'CGCS2000 或 WGS-84' },
  { value: 'gcj02', words: '在腾讯、高德地图上描的', note: 'GCJ-02，火星坐标' },
] as const;

/** Where each village ends, so that a phone finds its village by itself. */
export function Boundaries() {
  const [coordinates, setCoordinates] = useState<'wgs84' | 'gcj02' | null>(null);
  const [busy, setBusy] = useState<string | false>(false);
  const [error, setError] = useState<Error | null>(null);
  const [result, setResult] = useState<Reply<typeof importBoundaries> | null>(null);
  const send = async (file: File) => {
    if (!coordinates) return;
    setError(null);
    setResult(null);
    try {
      if (file.size > MOST_BYTES.boundaries) throw new ProblemError('too_large');
      setBusy('正在传…');
      const { fileId, form } = await call(beginFile, { kind: 'boundaries' });
      await sendFile(form, file);
      setBusy('正在导入…');
      setResult(await call(importBoundaries, { fileId, coordinates }));
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel">
      <h2 className="heading">村界图（有就传，没有不要紧）</h2>
      <p className="secondary space-above-1">
        传了以后，居民点“用我现在的位置找”，就知道是哪个村。一块地写明十二位代码，或者乡镇名和村名。
      </p>
      <div className="space-above-3">
        <Choice label="图是哪里来的" options={COORDINATES} value={coordinates} onChoose={setCoordinates} />
      </div>
      <div className="row wrap space-above-3">
        <FileButton accept=".geojson,.json,application/geo+json" busy={busy} disabled={!coordinates} onFile={send}>
          选 GeoJSON 文件
        </FileButton>
        {!coordinates && <span className="secondary">先点图是哪里来的。</span>}
      </div>
      <div role="status">
        {error && (
          <div className="space-above-3">
            <Notice tone="late">{sayFile(error, '村界图最大 30 MB。')}</Notice>
          </div>
        )}
        {result && (
          <div className="space-above-3">
            {result.villages > 0 ? (
              <Notice tone="ok">{`导入好了：${result.villages} 个村，${result.polygons} 块地。`}</Notice>
            ) : (
              <Notice tone="late">没有一块对得上，原来的图没有动。</Notice>
            )}
            {result.faults.length > 0 && <Faults caption="这些没有放进来" faults={result.faults} />}
          </div>
        )}
      </div>
    </section>
  );
}
