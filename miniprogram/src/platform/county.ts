import Taro from '@tarojs/taro';

const KEY = 'lianxin.jurisdiction';

/** The county this phone looks at: the one of the last scanned code or chosen place, at first the one it was built for. */
export function jurisdiction(): string {
  return Taro.getStorageSync<string>(KEY) || (process.env.TARO_APP_JURISDICTION ?? '330822');
}

export function rememberJurisdiction(code: string): void {
  Taro.setStorageSync(KEY, code);
}
