import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { PromiseLine } from '../../../../shared/promises/report/shown';
import { STANDING_WORDS } from '../../../../shared/promises/report/words';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';
import { Tag } from '../../ui/Tag';
import { STANDING_LOOKS } from './report-looks';

type Props = { lines: readonly PromiseLine[]; children?: (line: PromiseLine) => ReactNode };

/** Each promise of a report as it stood when that was handed in, what is so today beside it; `children` is what is written to one. */
export function ReportLines({ lines, children }: Props) {
  return (
    <>
      {lines.map((line) => (
        <Card key={line.promiseId} className="space-above-3">
          <Text className="heading" {...ownDirection}>
            {line.words}
          </Text>
          <Text className="secondary block space-above-1">{`${sayPromisedFor(line)}，${line.source}`}</Text>
          <View className="row wrap space-above-2">
            <Tag {...STANDING_LOOKS[line.standing]}>
              {`${STANDING_WORDS[line.standing]}${line.late ? ` ${line.late} 天` : ''}`}
            </Tag>
            {line.shown && (
              <Tag icon="search" tone="plain">
                有凭据
              </Tag>
            )}
          </View>
          {line.said && (
            <Text className="quote" {...ownDirection}>
              {line.said}
            </Text>
          )}
          {line.now && (
            <Text className="note block space-above-2">
              {`交了以后：${STANDING_WORDS[line.now.standing]}${
                line.now.dueOn === line.dueOn ? '' : `，日子改到 ${sayDay(line.now.dueOn)}`
              }`}
            </Text>
          )}
          {children?.(line)}
        </Card>
      ))}
    </>
  );
}

function sayPromisedFor({ firstDueOn, dueOn }: PromiseLine): string {
  const moved = dueOn === firstDueOn ? '' : `（原来 ${sayDay(firstDueOn)}）`;
  return `答应 ${sayDay(dueOn)}前${moved}`;
}
