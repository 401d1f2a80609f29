import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { countedQuestions, optionsOf, type Question, type Subject } from '../../../../shared/voting/definition';
import { LENGTHS } from '../../../../shared/voting/limits';
import { sayEnd } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { Icon } from '../../ui/Icon';
import { Pick } from '../../ui/Pick';
import { Press } from '../../ui/Press';
import { WordArea } from '../../ui/WordArea';
import type { Answers, Taken } from './ballot';
import { Closings } from './Closings';
import { countOf, DONT_KNOW } from './words';
import './Department.scss';
import '../../ui/lock.scss';

const MOST_WORDS = LENGTHS.words[1];

/** Why this department can't be left as it is. */
export function wordsFault({ words }: Answers): string | null {
  return lengthOf(words.trim()) > MOST_WORDS ? `写得太长了，最多 ${MOST_WORDS} 个字。` : null;
}

type Props = {
  taken: Taken;
  subject: Subject;
  answers: Answers;
  onChange: (answers: Answers) => void;
};

/** One department: what it is for and what is asked of it. Nothing is chosen beforehand, and each answer can be taken back. */
export function Department({ taken, subject, answers, onChange }: Props) {
  const questions = countedQuestions(taken);
  const answer = (at: number, number: number) =>
    onChange({
      ...answers,
      numbers: questions.map((_, each) => (each === at ? number : (answers.numbers[each] ?? 0))),
    });
  return (
    <>
      <Card>
        <Text className="hero-title">{subject.name}</Text>
        {subject.about && <Text className="secondary block space-above-1">{`管这些：${subject.about}`}</Text>}
        <Text className="heading space-above-5 asked-of-it">这一年，您觉得它</Text>
        {questions.map((question, at) => (
          <Asked
            key={question.words}
            question={question}
            number={answers.numbers[at] ?? 0}
            onChoose={(number) => answer(at, number)}
          />
        ))}
        <NotKnown questions={questions} answers={answers} onChange={onChange} />
      </Card>
      {taken.questions
        .filter(({ kind }) => kind === 'words')
        .slice(0, 1)
        .map((question) => (
          <Said key={subject.id} label={question.words} answers={answers} onChange={onChange} />
        ))}
      <View className="row top note space-above-4">
        <Icon name="lock" />
        <Text className="grow">{`不记名：名字和选择分开存。${sayEnd(taken.closesAt)}前都能改。`}</Text>
      </View>
      <Closings closings={taken.closings} />
    </>
  );
}

type AskedProps = { question: Question; number: number; onChoose: (number: number) => void };

/** Pressed again, an answer is none again. */
function Asked({ question, number, onChoose }: AskedProps) {
  const options = optionsOf(question).map((words, at) => ({ value: String(at + 1), words }));
  const given = {
    label: question.words,
    options,
    value: number ? String(number) : null,
    onChoose: (value: string) => onChoose(Number(value) === number ? 0 : Number(value)),
  };
  return (
    <View className="asked">
      <Text className="strong block">{question.words}</Text>
      <View className="asked-answers">{question.kind === 'rating' ? <Pick {...given} /> : <Choice {...given} />}</View>
    </View>
  );
}

/** 没打过交道: 不了解 to everything that has it, with one press; pressed again it is taken back. */
function NotKnown({ questions, answers, onChange }: Changing & { questions: readonly Question[] }) {
  const ratings = questions.filter(({ kind }) => kind === 'rating').length;
  if (!ratings) return null;
  const isAll = questions.every(({ kind }, at) => kind !== 'rating' || answers.numbers[at] === DONT_KNOW);
  const set = () =>
    onChange({
      ...answers,
      numbers: questions.map(({ kind }, at) =>
        kind === 'rating' ? (isAll ? 0 : DONT_KNOW) : (answers.numbers[at] ?? 0),
      ),
    });
  const words = ratings === 1 ? '选“不了解”' : `${countOf(ratings)}都选“不了解”`;
  return (
    <Press className="not-known" onPress={set}>
      <Icon name={isAll ? 'undo' : 'dash-circle'} />
      {isAll ? '不算，重新选' : `没打过交道，${words}`}
    </Press>
  );
}

type Changing = Omit<Props, 'taken' | 'subject'>;

/** Some words besides, folded until somebody wants to write. */
function Said({ label, answers, onChange }: Changing & { label: string }) {
  const [open, setOpen] = useState(answers.words !== '');
  if (!open)
    return (
      <Press className="card row space-above-3 say-more" onPress={() => setOpen(true)}>
        <Icon name="pen" />
        {label}
      </Press>
    );
  return (
    <Card className="space-above-3">
      <Text className="strong block">{label}</Text>
      <View className="space-above-2">
        <WordArea
          short
          saved
          label={label}
          placeholder="别写名字和电话，写事情就行"
          maxLength={MOST_WORDS}
          value={answers.words}
          fault={wordsFault(answers)}
          onInput={(words) => onChange({ ...answers, words })}
        />
      </View>
    </Card>
  );
}
