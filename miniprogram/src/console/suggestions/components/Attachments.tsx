import { reviewPicture } from '../../../../../shared/suggestions/contract';
import { LENGTHS } from '../../../../../shared/suggestions/limits';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import { useAct } from '../../../platform/act';
import { Card } from '../../../ui/Card';
import { type Decided, PictureReview } from '../../../ui/PictureReview';

const SAYS = { approved: '可以给人看', withheld: '不给人看', open: '办的人看得到', closed: '只有办公室看得到' };

/** Photos that WeChat was not sure of, before the office: whether those who work on the suggestion see them. */
export function Attachments({ suggestion }: { suggestion: Suggestion }) {
  const act = useAct(reviewPicture, ['suggestions']);
  const { id, lead, reviews = [] } = suggestion;
  const pictures = suggestion.pictures.filter((one) => reviews.some(({ picture }) => picture === one.id));
  if (!pictures.length) return null;
  const send = ({ picture, decision, reason }: Decided, then: () => void) =>
    void act.send({ id, picture, decision, reason }, then);
  return (
    <Card className="space-above-3">
      <h2 className="heading">附件里的照片，微信拿不准</h2>
      <PictureReview
        pictures={pictures}
        by={lead.name}
        reviews={reviews}
        says={SAYS}
        length={LENGTHS.reason}
        act={{ ...act, send }}
      />
    </Card>
  );
}
