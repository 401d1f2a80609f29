import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { promised } from '../../../../shared/appraisals/rectification';
import type { Shown } from '../../../../shared/promises/shown';
import { ELECTORATE_WORDS, type Electorate } from '../../../../shared/voting/definition';
import { type OutcomeWord, sayRule } from '../../../../shared/voting/outcome';
import { ASKED, ballotsIn, COUNTY, OTHERS, sayBallots, sayNumbers } from '../../../../shared/voting/results';
import { saySlips } from '../../../../shared/voting/slips/counts';
import { sayHowWeighed } from '../../../../shared/voting/weighted';
import { useCountyKind } from '../../platform/kind';
import { useCall } from '../../platform/query';
import { sayDate } from '../../platform/say';
import { useTopOf } from '../../platform/scroll';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Segment } from '../../ui/Segment';
import { AllPromisedCell } from './AllPromisedCell';
import { Closings } from './Closings';
import { OneDepartment } from './OneDepartment';
import { PromisedOf } from './PromisedOf';
import { Recount } from './Recount';
import { SaidCell } from './SaidCell';
import { HiddenCell, ShareBar } from './ShareBar';
import { Stations } from './Stations';
import { saySatisfaction } from './Tally';
import { outcomeOf, type Results, type Row, ratingsOf, tallyOf, weightedIn } from './tally';
import '../../ui/Cell.css';
import './Facts.scss';
import './Published.scss';

/** The published numbers. Residents and deputies apart, and one place at a time. */
export function Published({ results, own }: { results: Results; own: number }) {
  const kind = useCountyKind();
  const { id, title, publishedOn, electorates, subjects, root } = results;
  const [electorate, setElectorate] = useState<Electorate>(electorates[0] ?? 'residents');
  const [station, setStation] = useState(own);
  const [subject, setSubject] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [table, setTable] = useState(false);
  useTopOf(subject);
  const places = placesOf(results, electorate, `全${kind}`);
  const place = places.find((one) => one.station === station)?.name ?? '';
  const { data: came } = useCall(promised, { id });
  const promisedBy = (department: string) => came?.departments.find((one) => one.id === department)?.promises ?? [];
  const tally = tallyOf(results);
  const where = { electorate, station, subject };
  if (choosing)
    return (
      <Stations
        places={places}
        chosen={station}
        onChoose={(next) => {
          setStation(next);
          setChoosing(false);
        }}
      />
    );
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${sayDate(publishedOn)}公布`}</Text>
      <Text className="title">{title}</Text>
      <Closings closings={results.closings} />
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
        weighted={weightedIn(results, where, kind)}
        rows={tally.rows(where)}
        table={table}
        onTable={() => setTable(!table)}
      />
      <PromisedOf id={id} department={subjects[subject]?.id ?? ''} />
      <AllPromisedCell id={id} count={came?.departments.flatMap(({ promises }) => promises).length ?? 0} />
      {subjects.length > 1 && (
        <Section title="其他部门" note="按名册排，不排名次">
          <Card flush>
            {subjects.map(({ id, name }, at) =>
              at === subject ? null : (
                <Other
                  key={id}
                  name={name}
                  promised={sayPromised(promisedBy(id))}
                  outcome={outcomeOf(results, { ...where, subject: at })}
                  rows={tally.rows({ ...where, subject: at })}
                  silent={tally.asked({ ...where, subject: at }) === 0}
                  onPress={() => setSubject(at)}
                />
              ),
            )}
          </Card>
        </Section>
      )}
      {results.weights && <Text className="note block space-above-4">{sayHowWeighed(results.weights)}</Text>}
      <Text className="note block space-above-4">
        这是投了票的人的看法，不等于所有人的看法。居民和代表分开算，不加在一起。人太少的不单独公布，免得猜出是谁投的。
      </Text>
      <SaidCell id={id} />
      <Recount id={id} root={root} />
    </View>
  );
}

/** The county, each station, and those that are too small to stand alone together; `silent`: nobody there voted. */
function placesOf({ stations, counts }: Results, electorate: Electorate, county: string) {
  const asked = counts.filter((one) => one.electorate === electorate && one.question === ASKED);
  const silent = (station: number) => {
    const here = asked.filter((one) => one.station === station);
    return here.length > 0 && here.every(({ count }) => count === 0);
  };
  return [
    { station: COUNTY, name: county, silent: false },
    ...stations.map(({ name }, station) => ({ station, name, silent: silent(station) })),
    ...(asked.some(({ station }) => station === OTHERS)
      ? [{ station: OTHERS, name: '小站合计（人少的站合在一起）', silent: false }]
      : []),
  ];
}

/** The five numbers of one electorate (应到、发出、收回、实到、有效); what each is, and where paper was, for whoever asks. */
function Facts({ results, electorate }: { results: Results; electorate: Electorate }) {
  const [explained, setExplained] = useState(false);
  const ballots = results.ballots[electorate] ?? { phone: 0, paper: 0, blank: 0 };
  const five = results.numbers?.[electorate];
  const facts = five
    ? [
        { number: five.roll, words: '应到' },
        { number: five.issued, words: '发出' },
        { number: five.returned, words: '收回' },
        { number: five.present, words: '实到' },
        { number: five.valid ?? '＊', words: '有效' },
      ]
    : [
        { number: results.roll[electorate], words: '应到' },
        { number: ballotsIn(ballots), words: '收回' },
      ];
  return (
    <>
      <View className="facts space-above-4">
        {facts.map(({ number, words }) => (
          <View key={words} className="fact">
            <Text className="title">{number ?? '不知道'}</Text>
            <Text className="note block">{words}</Text>
          </View>
        ))}
      </View>
      <Text className="note block space-above-2">{sayBallots(ballots)}</Text>
      {five?.valid === null && <Text className="note block">＊ 说出来会猜到人，不公布。</Text>}
      {(five || results.outcome) && (
        <Button kind="text" small icon={explained ? 'up' : 'down'} onPress={() => setExplained(!explained)}>
          {explained ? '收起' : '这几个数是什么意思'}
        </Button>
      )}
      {explained && (
        <>
          {five && <Text className="note block">{sayNumbers(electorate)}</Text>}
          {electorate === 'residents' && results.slips && <Text className="note block">{saySlips(results.slips)}</Text>}
          {results.outcome && (
            <Text className="note block">{`每个部门定哪个词，规矩开票前就冻住了。${sayRule(results.outcome)}`}</Text>
          )}
        </>
      )}
    </>
  );
}

/** The word stands for the whole county, whichever station is looked at. */
function sayOutcome(word: OutcomeWord | null, whose: string): string | null {
  return word && `${whose}评下来：${word === '不公布' ? '人太少，不公布' : word}`;
}

/** 答应改 3 件，1 件做到了，1 件没做到. */
function sayPromised(promises: readonly Pick<Shown, 'state'>[]): string | null {
  if (!promises.length) return null;
  const number = (state: Shown['state'], words: string) => {
    const found = promises.filter((one) => one.state === state).length;
    return found ? [`${found} 件${words}`] : [];
  };
  return [`答应改 ${promises.length} 件`, ...number('kept', '做到了'), ...number('not_kept', '没做到')].join('，');
}

type OtherProps = {
  name: string;
  /** How much it promised; null where it promised nothing. */
  promised: string | null;
  outcome: OutcomeWord | null;
  rows: readonly Row[];
  silent: boolean;
  onPress: () => void;
};

function Other({ name, promised, outcome, rows, silent, onPress }: OtherProps) {
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
        {silent ? (
          <Text className="note block">没有人评</Text>
        ) : given ? (
          <>
            <ShareBar given={given} thin />
            <Text className="note block">{saySatisfaction(given, '次')}</Text>
          </>
        ) : partly ? (
          <Text className="note block">有的答案人太少，不单独公布，点开看别的</Text>
        ) : (
          <HiddenCell />
        )}
        {promised && <Text className="note block">{promised}</Text>}
      </View>
    </Press>
  );
}
