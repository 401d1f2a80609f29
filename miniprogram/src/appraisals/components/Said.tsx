import { Text, View } from '@tarojs/components';
import { said } from '../../../../shared/voting/contract';
import { ELECTORATE_WORDS } from '../../../../shared/voting/definition';
import { useCountyKind } from '../../platform/kind';
import { usePages } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { isLost } from '../../platform/store';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';
import './Said.css';

/** What residents wrote, as two people released it; departments see the same. */
export function Said({ id, subject }: { id: string; subject?: string }) {
  const kind = useCountyKind();
  const { items, head, error, isPending, refetch, ...more } = usePages(said, { id, ...(subject ? { subject } : {}) });
  const notYet = <Empty title="写的话还没公布" words={'两个人看过、去掉名字以后，\n一次公布在这里。'} />;
  if (isLost(error)) return notYet;
  if (error && !head) return <ProblemPage error={error} onRetry={() => refetch()} />;
  if (isPending || !head) return <Skeleton cards={3} />;
  if (!head.publishedOn) return notYet;
  const refused = Object.values(head.refused).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Text className="note block space-above-2">
        {`${sayDay(head.publishedOn)}一次公布，共 ${head.total} 句，都是评议期间写的，次序打乱。写的人太少的站，只写“全${kind}”。`}
      </Text>
      {!items.length && <Empty title="没有写给它的话" words="有人写了，会在这里。" />}
      {items.length > 0 && (
        <Card flush className="space-above-3">
          {items.map((one) => (
            <View key={one.id} className="said">
              <Text className="said-words block" userSelect>
                {one.words}
              </Text>
              <Text className="note block">
                {[
                  one.station?.replace(/代表联络站$/, '') ?? `全${kind}`,
                  ...(one.electorate === 'deputies' ? [ELECTORATE_WORDS.deputies] : []),
                  one.subject,
                ].join(' · ')}
              </Text>
            </View>
          ))}
        </Card>
      )}
      <More {...more} />
      <Text className="note block space-above-4">
        {`${refused ? `另有 ${refused} 句不放：骂人、造谣、广告，案子里的事（请去法院），或者是举报（分开走）。` : ''}找不到写的人了，想办的，请另说一件。`}
      </Text>
    </>
  );
}
