import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ELECTORATE_WORDS, type Electorate } from '../../../../shared/voting/definition';
import { type OutcomeWord, sayRule } from '../../../../shared/voting/outcome';
import { COUNTY } from '../../../../shared/voting/results';
import { useCountyKind } from '../../platform/kind';
import { sayDay } from '../../platform/say';
import { useTopOf } from '../../platform/scroll';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Segment } from '../../ui/Segment';
import { OneDepartment } from './OneDepartment';
import { PromisedOf } from './PromisedOf';
import { Recount } from './Recount';
import { HiddenCell, ShareBar } from './ShareBar';
import { Stations } from './Stations';
import { saySatisfaction } from './Tally';
import { outcomeOf, type Results, type Row, ratingsOf, tallyOf } from './tally';
import '../../ui/Cell.css';
import './Published.scss';

/** The published numbers. Residents and deputies apart, and one place at a time. */
export function Published({ results, own }: { results: Results; own: number }) {
  const kind = useCountyKind();
  const { id, title, publishedOn, electorates, stations, subjects, root } = results;
  const [electorate, setElectorate] = useState<Electorate>(electorates[0] ?? 'residents');
  const [station, setStation] = useState(own);
  const [subject, setSubject] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [table, setTable] = useState(false);
  useTopOf(subject);
  const places = [`全${kind}`, ...stations.map(({ name }) => name)];
  const place = places[station + 1] ?? '';
  const tally = tallyOf(results);
  const where = { electorate, station, subject };
  if (choosing)
    return (
      <Stations
        places={places}
        chosen={station - COUNTY}
        onChoose={(at) => {
          setStation(at + COUNTY);
          setChoosing(false);
        }}
      />
    );
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${publishedOn.slice(0, 4)} 年 ${sayDay(publishedOn)}公布`}</Text>
      <Text className="title">{title}</Text>
      <Facts results={results} electorate={electorate} />
      <View className="row wrap space-above-4">
        {electorates.length > 1 && (
          <View className="grow">
            <Segment
              label="看谁评的"
              options={electorates.map((value) => ({ value, words: ELECTORATE_WORDS[value] }))}
              value={electorate}
              onChoose={setElectorate}
            />
          </View>
        )}
        <Button small kind="second" icon="pin" label={`${place}，换一个站`} onPress={() => setChoosing(true)}>
          {place.replace(/代表联络站$/, '')}
        </Button>
      </View>
      <OneDepartment
        name={subjects[subject]?.name ?? ''}
        place={`${place}，${ELECTORATE_WORDS[electorate]}`}
        asked={tally.asked(where)}
        outcome={sayOutcome(outcomeOf(results, where), `全${kind}${ELECTORATE_WORDS[electorate]}`)}
        rows={tally.rows(where)}
        table={table}
        onTable={() => setTable(!table)}
      />
      <PromisedOf id={id} department={subjects[subject]?.id ?? ''} />
      {subjects.length > 1 && (
        <Section title="其他部门" note="按名册排，不排名次">
          <Card flush>
            {subjects.map(({ id, name }, at) =>
              at === subject ? null : (
                <Other
                  key={id}
                  name={name}
                  outcome={outcomeOf(results, { ...where, subject: at })}
                  rows={tally.rows({ ...where, subject: at })}
                  onPress={() => setSubject(at)}
                />
              ),
            )}
          </Card>
        </Section>
      )}
      {results.outcome && (
        <Text className="note block space-above-4">{`每个部门定哪个词，规矩开票前就冻住了。${sayRule(results.outcome)}`}</Text>
      )}
      <Text className="note block space-above-4">
        这是投了票的人的看法，不等于所有人的看法。居民和代表分开算，不加在一起。人太少的不单独公布，免得猜出是谁投的。
      </Text>
      <Recount id={id} root={root} />
    </View>
  );
}

/** How many ballots there are, of how many people where that is known. */
function Facts({ results, electorate }: { results: Results; electorate: Electorate }) {
  const { phone = 0, paper = 0, blank = 0 } = results.ballots[electorate] ?? {};
  const roll = results.roll[electorate] ?? 0;
  const all = phone + paper;
  const facts = [
    [String(all), '人投了票'],
    // People join the roll after it was counted: then the share says nothing.
    ...(roll >= all && roll > 0 ? [[`${Math.round((100 * all) / roll)}%`, `该投的 ${roll} 人里`]] : []),
    [String(paper), '张是纸票'],
  ];
  return (
    <>
      <View className="facts space-above-4">
        {facts.map(([number, words]) => (
          <View key={words} className="fact">
            <Text className="title">{number}</Text>
            <Text className="note block">{words}</Text>
          </View>
        ))}
      </View>
      <Text className="note block space-above-2">{`其中空白票（弃权）${blank} 张。`}</Text>
    </>
  );
}

/** The word stands for the whole county, whichever station is looked at. */
function sayOutcome(word: OutcomeWord | null, whose: string): string | null {
  return word && `${whose}评下来：${word === '不公布' ? '人太少，不公布' : word}`;
}

type OtherProps = { name: string; outcome: OutcomeWord | null; rows: readonly Row[]; onPress: () => void };

function Other({ name, outcome, rows, onPress }: OtherProps) {
  const given = ratingsOf(rows);
  const partly = rows.some(({ counts }) => counts.some((count) => count));
  return (
    <Press className="cell" onPress={onPress}>
      <View className="cell-body other-department">
        <View className="row between">
          <Text className="strong">{name}</Text>
          <Icon name="right" className="arrow" />
        </View>
        {outcome && outcome !== '不公布' && <Text className="secondary block">{`评下来：${outcome}`}</Text>}
        {given ? (
          <>
            <ShareBar given={given} thin />
            <Text className="note block">{saySatisfaction(given, '次')}</Text>
          </>
        ) : partly ? (
          <Text className="note block">有的答案人太少，不单独公布，点开看别的</Text>
        ) : (
          <HiddenCell />
        )}
      </View>
    </Press>
  );
}
