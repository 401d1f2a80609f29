import Taro from '@tarojs/taro';
import { newKey } from '../../platform/call';
import { dropFile } from '../../platform/files';
import type { Picture } from '../../platform/pictures';

/** An answer being written; `key` makes it one act however often it is sent. */
export type AnswerDraft = { words: string; key: string; pictures: Picture[] };

const keyOf = (id: string) => `lianxin.answer.${id}`;

export function answerDraft(id: string): AnswerDraft {
  const kept = Taro.getStorageSync<Partial<AnswerDraft> | ''>(keyOf(id)) || {};
  return { words: '', key: newKey(), pictures: [], ...kept };
}

export function keepAnswer(id: string, draft: AnswerDraft): void {
  Taro.setStorageSync(keyOf(id), draft);
}

/** Forgets it, with its pictures. */
export function dropAnswer(id: string): void {
  for (const { name } of answerDraft(id).pictures) void dropFile(name);
  Taro.removeStorageSync(keyOf(id));
}
