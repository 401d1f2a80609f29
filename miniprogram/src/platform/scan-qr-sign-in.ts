import Taro from '@tarojs/taro';
import { readQrSignInLink } from '../../../shared/identity/rules';

/**
 * Scans what a computer shows that waits for a phone (扫码登录).
 * @returns county and code; `other` when it is something else; null when the person turned back
 */
export async function scanQrSignIn(): Promise<{ jurisdiction: string; code: string } | 'other' | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return readQrSignInLink(result) ?? 'other';
  } catch {
    return null;
  }
}
