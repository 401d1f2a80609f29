import Taro from '@tarojs/taro';
import type { near } from '../../../shared/directory/contract';
import type { Input } from '../../../shared/kernel/procedure';
import { turnedBack } from './patience';

export type Here = Input<typeof near>;
type Datum = Here['coordinates'];

/** A browser says where it is only to pages that came over https or from its own machine. */
export const canLocate = process.env.TARO_ENV === 'weapp' || (window.isSecureContext && 'geolocation' in navigator);

/**
 * Where the person is: chosen on WeChat's map, elsewhere asked of the browser; null when they turned back.
 * @throws a sentence when it cannot be said, with the way on
 */
export const findHere: () => Promise<Here | null> = process.env.TARO_ENV === 'weapp' ? chooseHere : askBrowser;

/** It needs no permission (`wx.chooseLocation`). */
async function chooseHere(): Promise<Here | null> {
  const chosen = await onMap('地图没打开。请在下面找您住的村。');
  return chosen && hereAt(Number(chosen.latitude), Number(chosen.longitude), 'gcj02');
}

async function onMap(otherwise: string) {
  try {
    return await Taro.chooseLocation({});
  } catch (error) {
    return turnedBack(error, otherwise);
  }
}

/** WeChat has a map on which a spot can be shown; a browser has none. */
export const canPoint = process.env.TARO_ENV === 'weapp';

/**
 * What WeChat's map calls the spot that was shown on it; null when the person turned back, or it has no name.
 * @throws a sentence when the map can't be opened
 */
export async function pointOut(): Promise<string | null> {
  const chosen = await onMap('地图没打开。请用字写一写是哪里。');
  return chosen && (chosen.name || chosen.address || null);
}

/** How long a browser may look for itself; how long it thinks about the permission is not counted. */
const PATIENCE_MS = 15_000;
/** A computer without GPS guesses by its network. Villages are a kilometre or two wide: what is vaguer than that names none. */
const VAGUE_METERS = 2_000;

const VAGUE = '浏览器只知道大概的位置，分不清是哪个村。请在下面点您住的村。';
const UNKNOWN = '现在看不到您的位置。请在下面点您住的村。';
/** By the code of a `GeolocationPositionError`. */
const REFUSED: Record<number, string> = {
  1: '浏览器没有允许看位置，不要紧，请在下面点您住的村。想用位置，要先在浏览器的设置里允许。',
  3: '等了一会儿，没等到您的位置。请再点一次，或者在下面点您住的村。',
};

function askBrowser(): Promise<Here> {
  return new Promise((found, failed) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        accuracy > VAGUE_METERS ? failed(new Error(VAGUE)) : found(hereAt(latitude, longitude, 'wgs84')),
      ({ code }) => failed(new Error(REFUSED[code] ?? UNKNOWN)),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  });
}

/** To a tenth of a metre. */
function hereAt(latitude: number, longitude: number, coordinates: Datum): Here {
  return { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6), coordinates };
}
