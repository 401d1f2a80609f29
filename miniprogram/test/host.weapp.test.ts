import { testApi } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import { type Phone, settle, telephones } from './phone';

const api = testApi();
const openPhone = telephones(api);

/** A telephone on which the village is known, with a host that leaves these unanswered. */
function phoneWithout(person: string, ...silent: string[]): Phone {
  const phone = openPhone(person);
  settle(phone);
  phone.device.silent = new Set(silent);
  phone.start();
  return phone;
}

const photo = () => ({ bytes: jpegOf({ width: 64, height: 48 }), width: 64, height: 48 });
const toPhotos = async (phone: Phone) => {
  await phone.tap('说件事');
  await phone.tap(/^哪位代表都行/);
  await phone.see('加照片');
};
const toTheCheck = async (phone: Phone) => {
  await toPhotos(phone);
  await phone.write('什么事', '村口的井盖不见了，晚上走路看不清。');
  await phone.tap('下一步');
  await phone.tap('下一步');
  await phone.tap('路、桥、路灯');
  await phone.tap('下一步');
  await phone.tap('看一遍，再送出');
};

describe('a host that does not answer leaves nobody waiting', () => {
  test('where I am: said, and the villages stand below; the place that comes late still counts', async () => {
    const chen = phoneWithout('chen', 'chooseLocation');
    await chen.tap(/换一个$/);
    await chen.tap('用我现在的位置找');
    await chen.see('正在找…');
    chen.lapse();
    await chen.see('还没等到您的位置');
    await chen.see('用我现在的位置找');
    await chen.tap('白石镇');
    await chen.see('草坪村');
  });

  test('the scanner: what else leads to a deputy is said', async () => {
    const chen = phoneWithout('chen', 'scanCode');
    await chen.tap('扫代表码');
    chen.lapse();
    await chen.see('没扫成。请再点一次，或者按村、按名字找代表。');
    api.clock.advance(20_000);
    chen.device.silent.clear();
    chen.device.scans = { result: 'something else' };
    await chen.tap('扫代表码');
    await chen.arrive('directory/pages/code/index');
  });

  test('the silent sign-in: as without a network, and what was written stays', async () => {
    const xin = phoneWithout('xin', 'login');
    await toTheCheck(xin);
    await xin.see('正在看您的手机号确认过没有');
    xin.lapse();
    await xin.tap('用微信手机号确认，送出');
    await xin.see('正在送');
    xin.lapse();
    await xin.see('现在没有网，还没送出');
  });

  test('the camera: said, and the form goes on without', async () => {
    const chen = phoneWithout('chen', 'chooseMedia');
    await toPhotos(chen);
    await chen.tap('加照片');
    chen.lapse();
    await chen.see('不加照片也能送');
  });

  test.each(['getImageInfo', 'compressImage'])('%s: the photo is left out, and the step is not held', async (name) => {
    const chen = phoneWithout('chen', name);
    await toPhotos(chen);
    chen.device.shots = [photo()];
    await chen.tap('加照片');
    await chen.see('在放进来');
    chen.lapse();
    await chen.see('打不开');
    expect(chen.words()).not.toContain('在放进来');
  });

  test('the phone button: nothing is confirmed, and it can be pressed again', async () => {
    const chen = phoneWithout('xin', 'getPhoneNumber');
    await toTheCheck(chen);
    await chen.tap('用微信手机号确认，送出');
    chen.lapse();
    await chen.see('没有确认手机号，还没送出');
    chen.device.silent.clear();
    await chen.tap('用微信手机号确认，送出');
    await chen.see('送到了');
    chen.device.silent.add('requestSubscribeMessage');
    await chen.tap('有进展，微信告诉我');
    chen.lapse();
    await chen.see('微信没有问成');
  });
});

describe('a host that refuses', () => {
  test('the camera: said, and the form goes on without', async () => {
    const chen = phoneWithout('chen');
    chen.device.refused.add('chooseMedia');
    await toPhotos(chen);
    await chen.tap('加照片');
    await chen.see('相机和相册没打开。请再点一次，不加照片也能送。');
  });

  test('the telephone and the map: what it was for is shown', async () => {
    const chen = phoneWithout('chen');
    for (const name of ['makePhoneCall', 'openLocation']) chen.device.refused.add(name);
    await chen.tap('全县联络站');
    await chen.arrive('directory/pages/stations/index');
    await chen.tap('打电话');
    await chen.tap('怎么走');
    expect(chen.device.boxed).toEqual([
      { title: '打这个电话', content: expect.stringMatching(/^[\d-]+$/) },
      { title: expect.stringContaining('联络站'), content: '文化礼堂一楼' },
    ]);
  });
});

test('the privacy notice: a yes goes to WeChat after its own button told it, and what waited goes on', async () => {
  const chen = phoneWithout('chen');
  chen.device.consented = false;
  await toPhotos(chen);
  chen.device.shots = [photo()];
  await chen.tap('加照片');
  await chen.tap('同意，往下走');
  await chen.see('1 张，最多 9 张');
  expect(chen.device.consented).toBe(true);
});
