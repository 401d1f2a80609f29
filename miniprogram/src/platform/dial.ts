import Taro from '@tarojs/taro';

/** Calls a number. Where the phone does not call by itself, the number is shown, to be called by hand. */
export function dial(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch(orShow('打这个电话', phoneNumber));
}

/** Words that go on where the host (WeChat, a browser) did not do its part; nothing where the person turned back. */
export function orShow(title: string, content: string): (error: unknown) => void {
  return (error) => {
    if (!/cancel/.test((error as { errMsg?: string }).errMsg ?? ''))
      void Taro.showModal({ title, content, showCancel: false });
  };
}
