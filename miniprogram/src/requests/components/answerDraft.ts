import Taro from '@tarojs/taro';
import { newKey } from '../../platform/call';

/** An answer being written; `key` makes it one act however often it is sent. */
type AnswerDraft = { words: string; key: string };

const keyOf = (id: string) => `lianxin.answer.${id}`;

export function answerDraft(id: string): AnswerDraft {
  return Taro.getStorageSync<AnswerDraft | ''>(keyOf(id)) || { words: '', key: newKey() };
}

export function keepAnswer(id: string, draft: AnswerDraft): void {
  Taro.setStorageSync(keyOf(id), draft);
}

export function dropAnswer(id: string): void {
  Taro.removeStorageSync(keyOf(id));
}
