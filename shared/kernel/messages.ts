import * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

/** A plain sentence for what zod found, where the schema gave none of its own. */
function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '这里要填一下。' : '这里填得不对，请重新填。';
    case 'unrecognized_keys':
      return '多了不认识的内容，请更新后再试。';
    case 'too_small':
      return Number(issue.minimum) < 0 ? '这里填得不对，请重新填。' : `太少了，至少 ${issue.minimum}。`;
    case 'too_big':
      return `太多了，最多 ${issue.maximum}。`;
    case 'invalid_value':
      return '请从给出的几项里选一项。';
    default:
      return '这里填得不对，请重新填。';
  }
}

/** Makes every schema speak Chinese. Called once by each half before it parses anything. */
export function speakChinese(): void {
  z.config({ customError: sentence });
}
