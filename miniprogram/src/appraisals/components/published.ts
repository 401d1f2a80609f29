import Taro from '@tarojs/taro';
import { file } from '../../../../shared/appraisals/contract';
import { call } from '../../platform/call';
import { OfflineError } from '../../platform/send';
import { type Finding, findIn } from './find-in';

/** Where the published file is, for some minutes. @throws OfflineError, ProblemError */
export async function addressOfFile(id: string): Promise<string> {
  return (await call(file, { id })).url;
}

/** Looks for a receipt in the published file, after the whole of it was hashed and compared. @throws OfflineError, ProblemError */
export async function lookFor(receipt: string, { id, root }: { id: string; root: string }): Promise<Finding> {
  const url = await addressOfFile(id);
  const { statusCode, data } = await Taro.request<string>({ url, dataType: 'text', responseType: 'text' }).catch(() => {
    throw new OfflineError();
  });
  if (statusCode !== 200) throw new OfflineError();
  return findIn(data, receipt, root);
}
