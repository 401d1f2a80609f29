import { reviewPicture } from '../../../../shared/promises/contract';
import { LENGTHS } from '../../../../shared/promises/limits';
import type { Worked } from '../../../../shared/promises/shown';
import { useAct } from '../../platform/act';
import { type Decided, PictureReview } from '../../ui/PictureReview';
import { REFRESHES } from './acts';

const SAYS = { approved: '可以公开', withheld: '不公开', open: '大家看得到', closed: '没有公开' };

/** The pictures a department showed (凭据), before whoever looks: each to be seen by everybody or not. */
export function Review({ promise }: { promise: Worked }) {
  const act = useAct(reviewPicture, REFRESHES);
  const pictures = promise.events.flatMap(({ pictures = [] }) => pictures);
  if (!pictures.length) return null;
  const send = ({ picture, decision, reason }: Decided, then: () => void) =>
    void act.send({ id: promise.id, picture, decision, reason }, then);
  return (
    <PictureReview
      pictures={pictures}
      by={promise.departmentName}
      reviews={promise.reviews ?? []}
      says={SAYS}
      length={LENGTHS.words}
      act={{ ...act, send }}
    />
  );
}
