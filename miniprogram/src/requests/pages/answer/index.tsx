import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { type ProblemCode, ProblemError } from '../../../../../shared/kernel/problems';
import { lengthOf } from '../../../../../shared/kernel/text';
import { answer, follow, type RequestPage } from '../../../../../shared/requests/contract';
import { rowOf } from '../../../../../shared/requests/lifecycle';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { type StoryLine, storyOf } from '../../../../../shared/requests/story';
import { END_WORDS } from '../../../../../shared/requests/words';
import { useCall } from '../../../platform/query';
import { sayDay, together } from '../../../platform/say';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PhotoPicker } from '../../../ui/PhotoPicker';
import { ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { WordArea } from '../../../ui/WordArea';
import { useWords } from '../../components/useWords';

const AWAY = '现在送不出去。写的存在手机里了，有网了再点一次，只算一次。';

/** The deputy's answer. Kept on the phone while it is written, and sent once however often the button is pressed. */
export default function Answer() {
  const { id = '' } = useRouter().params;
  const { data, error, refetch } = useCall(follow, { id });
  return (
    <Page>
      <NavBar title="回话" back />
      {data || error ? (
        <Settled id={id} request={data ?? null} error={error} onRetry={() => refetch()} />
      ) : (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
    </Page>
  );
}

type SettledProps = { id: string; request: RequestPage | null; error: Error | null; onRetry: () => void };

/** Once the server said something it is known whose words these are, and whether the matter is still theirs. */
function Settled({ id, request, error, onRetry }: SettledProps) {
  const writing = useWords(`answer.${id}`, { away: AWAY });
  const gone = request || writing.words ? whyGone(error, writing.refused, writing.fault) : null;
  if (gone) return <GivenAway words={writing.words} why={gone} />;
  if (request) return <Form request={request} writing={writing} />;
  return error && <ProblemPage error={error} onRetry={onRetry} />;
}

type FormProps = { request: RequestPage; writing: ReturnType<typeof useWords> };

function Form({ request, writing }: FormProps) {
  const { id, round, may, outcome } = request;
  const { words, pictures, write, changePictures, fault, setFault, sending } = writing;
  const [adding, setAdding] = useState(false);
  const mayAnswer = may.includes('answer');
  const send = () => {
    if (lengthOf(words.trim()) < LENGTHS.answer[0]) return setFault('先写几个字。');
    void writing.send(
      answer,
      (given) => ({ id, round, ...given }),
      () => leave(id),
    );
  };
  return (
    <>
      <View className="main">
        <WhatToAnswer request={request} />
        <View className="space-above-4">
          <WordArea
            label="您的回话"
            placeholder="去看过没有，谁来办，什么时候办好。"
            maxLength={LENGTHS.answer[1]}
            value={words}
            saved
            fault={fault}
            onInput={write}
          />
        </View>
        <View className="row space-above-4">
          <Text className="heading">照片</Text>
          <Text className="note">可不加，居民也看得到</Text>
        </View>
        <View className="space-above-3">
          <PhotoPicker pictures={pictures} onChange={changePictures} onBusy={setAdding} />
        </View>
        <View className="space-above-4">
          <Notice>送出后，居民会说解决了没有。居民点头，才算办完。</Notice>
        </View>
      </View>
      <ActionBar>
        <Button grow busy={adding ? '照片在放进来…' : sending && '正在送…'} disabled={!mayAnswer} onPress={send}>
          {mayAnswer ? '送出回话' : outcome ? END_WORDS[outcome] : '现在不用您回'}
        </Button>
      </ActionBar>
    </>
  );
}

const MOVED_ON = '这件事不在您手里了，可能转给了别的代表，不用您回了。';

/** Why the matter is not the deputy's any more: said when they send, or found when the page asks again. Null while it is theirs. */
function whyGone(error: Error | null, refused: ProblemCode | null, fault: string | null): string | null {
  if (refused === 'given_away') return fault ?? MOVED_ON;
  const isLost = error instanceof ProblemError && error.code === 'not_found';
  return isLost || refused === 'not_found' ? MOVED_ON : null;
}

/** What was written stays to be read and copied; there is nobody left to send it to. */
function GivenAway({ words, why }: { words: string; why: string }) {
  return (
    <>
      <View className="main">
        <View className="space-above-4">
          <Notice tone="wait" icon="right">
            {why}
          </Notice>
        </View>
        {words !== '' && (
          <View className="space-above-4">
            <Text className="secondary block">您写的没有送出，还留在这里：</Text>
            <View className="space-above-2">
              <WordArea
                label="您写的"
                maxLength={LENGTHS.answer[1]}
                value={words}
                fault={null}
                onInput={() => undefined}
              />
            </View>
          </View>
        )}
      </View>
      <ActionBar>
        <Button grow icon="mine" onPress={() => Taro.switchTab({ url: '/pages/mine/index' })}>
          回信箱
        </Button>
      </ActionBar>
    </>
  );
}

/** What was said, by whom, and what has been answered already. */
function WhatToAnswer({ request }: { request: RequestPage }) {
  const { title, name, villageName, clock, words, answer: before } = request;
  return (
    <>
      <Text className="title said space-above-2" {...ownDirection}>
        {title}
      </Text>
      <Text className="secondary block space-above-1">{`${name ?? '没写名字'} · ${villageName} · 最晚 ${sayDay(clock.dueOn)}`}</Text>
      <Text className="quote" {...ownDirection}>
        {words}
      </Text>
      {laterWords(request).map(({ id, when, what, words: later }) => (
        <View key={id} className="space-above-3">
          <Text className="note block">{together(`${when} ${what}`)}</Text>
          <Text className="quote" {...ownDirection}>
            {later}
          </Text>
        </View>
      ))}
      {before && (
        <View className="space-above-3">
          <Text className="note block">{`${sayDay(before.on)}的回话，已经送到了`}</Text>
          <Text className="quote" {...ownDirection}>
            {before.words}
          </Text>
        </View>
      )}
    </>
  );
}

/** What the resident said since, oldest first; an answer has to meet that too. */
function laterWords(request: RequestPage): StoryLine[] {
  const said = request.events.filter(({ kind, words }) => words && rowOf(kind).actor === 'resident');
  return storyOf(request)
    .filter((line) => said.some(({ id }) => id === line.id))
    .reverse();
}

/** Back to the matter: it lies under this page, or this page came straight from the inbox. */
async function leave(id: string): Promise<void> {
  const pages = Taro.getCurrentPages();
  const below = pages[pages.length - 2]?.route ?? '';
  if (below.includes('requests/pages/follow')) await Taro.navigateBack();
  else await Taro.redirectTo({ url: `/requests/pages/follow/index?id=${id}` });
}
