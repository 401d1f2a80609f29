import Taro from '@tarojs/taro';

/** WeChat's map gives GCJ-02; a browser would give another system, and ask for a right of its own. */
export const canLocate = process.env.TARO_ENV === 'weapp';

/** The point the person chose on WeChat's map; null when they turned back. It needs no permission (`wx.chooseLocation`). */
export async function chooseHere(): Promise<{ latitude: string; longitude: string } | null> {
  try {
    const { latitude, longitude } = await Taro.chooseLocation({});
    return { latitude: Number(latitude).toFixed(6), longitude: Number(longitude).toFixed(6) };
  } catch {
    return null;
  }
}
