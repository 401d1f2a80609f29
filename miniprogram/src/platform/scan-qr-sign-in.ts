import Taro from '@tarojs/taro';
import { readQrSignInLink } from '../../../shared/identity/rules';
import { turnedBack } from './patience';

export const NOT_SCANNED_QR = '没扫成。请再点一次。';

/**
 * Scans what a computer shows that waits for a phone (扫码登录).
 * @returns county and code; `other` when it is something else; null when the person turned back
 * @throws a sentence when it cannot scan
 */
export async function scanQrSignIn(): Promise<{ jurisdiction: string; code: string } | 'other' | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return readQrSignInLink(result) ?? 'other';
  } catch (error) {
    return turnedBack(error, NOT_SCANNED_QR);
  }
}
