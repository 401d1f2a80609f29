import { useState } from 'react';
import { STANDING_NAMES, STANDINGS, type Standing } from '../../../../../../shared/requests/board';
import { type BoardFilters, board } from '../../../../../../shared/requests/contract';
import { printBoard } from '../../../../../../shared/requests/contract/office';
import { act } from '../../../../platform/act';
import { usePages } from '../../../../platform/query';
import { openBoard } from '../../../../requests/components/useBoardFilters';
import { Button } from '../../../../ui/Button';
import { Choice } from '../../../../ui/Choice';
import { Frame } from '../../../ui/Frame';
import { useFile } from '../../../ui/useFile';
import { type Village, VillagePick } from '../../../ui/VillagePick';

const ALL = 'all';
const OPTIONS = [
  { value: ALL, words: '都印' } as const,
  ...STANDINGS.map((value) => ({ value, words: STANDING_NAMES[value] })),
];

/** 公开栏: what stands on it, to look at as everybody does, and as sheets of A3 to hang up. */
export default function BoardDesk() {
  return (
    <Frame at="board" title="公开栏">
      {() => <Choose />}
    </Frame>
  );
}

function Choose() {
  const [village, setVillage] = useState<Village | null>(null);
  const [standing, setStanding] = useState<Standing | typeof ALL>(ALL);
  const filters: BoardFilters = {
    ...(village ? { village: village.code } : {}),
    ...(standing === ALL ? {} : { standing }),
  };
  const { items, isPending, hasNextPage } = usePages(board, filters);
  const { busy, make } = useFile();
  const print = () => make(() => act(printBoard, filters), '公开栏做好了，10 分钟内打开，用 A3 纸打。', '打开');
  const count = isPending
    ? ''
    : items.length
      ? `印最新的 ${items.length} 件${hasNextPage ? '，还有的不印' : ''}。`
      : '这里还没有登出来的事。';
  return (
    <div className="frame-column two-columns">
      <section className="panel">
        <h2 className="heading">印哪些</h2>
        <div className="space-above-3">
          <VillagePick label="哪个村的，不填就是全县" value={village} onChoose={setVillage} />
        </div>
        <div className="space-above-4">
          <Choice label="到哪了" options={OPTIONS} value={standing} onChoose={setStanding} />
        </div>
      </section>
      <section className="panel">
        <h2 className="heading">打印 A3</h2>
        <p className="secondary space-above-2">贴在站里、村口。没有名字，办的人自己说的和居民说的，各写各的。</p>
        <p className="secondary space-above-2" aria-live="polite">
          {count}
        </p>
        <div className="row space-above-4">
          <Button busy={busy && '正在做…'} disabled={!items.length} onPress={print}>
            打印公开栏
          </Button>
          <Button kind="line" icon="board" onPress={() => openBoard(filters)}>
            在网页上看
          </Button>
        </div>
      </section>
    </div>
  );
}
