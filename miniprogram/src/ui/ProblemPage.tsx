import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ProblemError } from '../../../shared/kernel/problems';
import { OfflineError } from '../platform/send';
import { canSignIn } from '../platform/session';
import { Button } from './Button';
import { Help } from './Help';
import { State } from './State';

type Props = { error: Error; onRetry?: () => void };

/** What happened, that it is not the person's fault, and what to do: once more or elsewhere, and whom to ask. */
export function ProblemPage({ error, onRetry }: Props) {
  const { title, words } = say(error);
  const number = error instanceof ProblemError ? error.number : undefined;
  return (
    <State scene="problem" title={title} words={words}>
      {onRetry && !elsewhere(error) && (
        <Button icon="refresh" onPress={onRetry}>
          再试一次
        </Button>
      )}
      {isRefused(error) && !onComputer() && (
        <Button kind="second" icon="home" onPress={() => Taro.switchTab({ url: '/pages/home/index' })}>
          回首页
        </Button>
      )}
      <Help />
      {number && <Text className="note space-above-5">{`问的时候报：${number}`}</Text>}
    </State>
  );
}

/** It is not there, or not for this person: asked once more it will not be either. */
function isRefused(error: Error): boolean {
  return error instanceof ProblemError && error.status < 500;
}

/** The console has its own way back, beside what is shown. */
function onComputer(): boolean {
  return Boolean(Taro.getCurrentInstance().router?.path.includes('console/'));
}

/** In a browser nobody can be signed in, and trying again changes nothing. */
function elsewhere(error: Error): boolean {
  return error instanceof ProblemError && error.code === 'not_signed_in' && !canSignIn();
}

function say(error: Error): { title: string; words: string } {
  if (elsewhere(error)) return { title: '请在微信里打开', words: '您的事只在微信里看得到。' };
  if (error instanceof OfflineError) return { title: '现在没有网', words: '不是您的手机坏了。\n有网了再试一次。' };
  if (error instanceof ProblemError && error.status < 500) return { title: '这里打不开', words: error.message };
  return { title: '我们这边出了点问题', words: '不是您的手机坏了。\n您写的都还在，过一会儿再试。' };
}
