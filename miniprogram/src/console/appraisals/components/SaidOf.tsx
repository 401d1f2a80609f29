import { said } from '../../../../../shared/voting/contract';
import { usePages } from '../../../platform/query';

const SHOWN = 2;

/** 大家写的话 (16): the first of what was written to one department; nothing where nobody did, or none of it is published yet. */
export function SaidOf({ id, subject }: { id: string; subject: string }) {
  const { items, head } = usePages(said, { id, subject });
  if (!head?.total) return null;
  const more = head.total - Math.min(SHOWN, items.length);
  return (
    <>
      <div className="row between wrap space-above-4">
        <h3 className="heading">大家写的话</h3>
        <span className="note">两个人看过，去掉名字</span>
      </div>
      {items.slice(0, SHOWN).map((one) => (
        <p key={one.id} className="quote">
          {one.words}
        </p>
      ))}
      {more > 0 && <p className="note space-above-2">{`另有 ${more} 句，在“大家写的话”里。`}</p>}
    </>
  );
}
