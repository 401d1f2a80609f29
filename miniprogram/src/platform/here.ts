import Taro from '@tarojs/taro';
import type { near } from '../../../shared/directory/contract';
import type { Input } from '../../../shared/kernel/procedure';

/** WeChat's map gives GCJ-02; a browser would give another system, and ask for a right of its own. */
export const canLocate = process.env.TARO_ENV === 'weapp';

/** The person closed the map, or said no to the privacy notice. */
const TURNED_BACK = /cancel|privacy|auth/;

/**
 * The point the person chose on WeChat's map; null when they turned back. It needs no permission (`wx.chooseLocation`).
 * @throws a sentence when the map does not open
 */
export async function chooseHere(): Promise<Input<typeof near> | null> {
  try {
    const { latitude, longitude } = await Taro.chooseLocation({});
    return { latitude: Number(latitude).toFixed(6), longitude: Number(longitude).toFixed(6), coordinates: 'gcj02' };
  } catch (error) {
    if (TURNED_BACK.test((error as { errMsg?: string }).errMsg ?? '')) return null;
    throw new Error('地图没打开。请在下面找您住的村。');
  }
}
