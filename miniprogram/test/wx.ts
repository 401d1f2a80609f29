type Done = { success?: (result: object) => void; fail?: (error: object) => void; complete?: (result: object) => void };
type Given = Done & Record<string, unknown>;
type Resolve = (answer: { event: string }) => void;

/** A telephone with WeChat on it: what it remembers outlives the mini-program, and the test does to it what people and networks do. */
export type Device = {
  /** The test server; the address the package was built with is replaced by it. */
  server: string;
  /** Whose telephone it is: a key of the demo people. */
  person: string;
  now: () => number;
  storage: Map<string, string>;
  /** Nothing more can be kept in the storage. */
  storageFull: boolean;
  online: boolean;
  /** The server hears, and its reply gets lost. */
  losesReplies: boolean;
  /** Said yes to the privacy notice (隐私授权). */
  consented: boolean;
  /** Interfaces that never answer, and those that answer that they will not. */
  silent: Set<string>;
  refused: Set<string>;
  /** What the person answers to the sheet of subscribe messages. */
  subscribes: 'accept' | 'reject';
  /** What the camera sees next. */
  scans: { path?: string; result?: string } | null;
  /** Telephone numbers that were dialled, texts that were copied, calls that reached the server. */
  dialled: string[];
  copied: string[];
  /** Files that were sent to a chat; `closesShare`: the person turns back before that. */
  shared: { name: string; text: string }[];
  closesShare: boolean;
  /** What stood in a box over the page. */
  boxed: { title: string; content: string }[];
  sent: { method: string; path: string }[];
  letterScale: number;
  /** What is pointed at on WeChat's map next; an `Error` for a map that does not open, null for turning back. */
  points: { latitude: number; longitude: number } | Error | null;
  /** Places shown on the map, pictures shown large. */
  mapped: string[];
  looked: string[];
  /** What is photographed or chosen next. */
  shots: Shot[];
  /** Files of the mini-program, by their path. */
  files: Map<string, Uint8Array>;
  /** No room for another file. */
  full: boolean;
  /** Told of each call before it goes, for what happens just then. */
  onCall: (path: string) => void;
};

/** A photo; 0 by 0 is none. `shrunk`: what is left of it with that longest side; as it is without. */
export type Shot = { bytes: Uint8Array; width: number; height: number; shrunk?: (longest: number) => Uint8Array };

export function openDevice(server: string, person: string, now: () => number): Device {
  return {
    ...{
      server,
      person,
      now,
      storage: new Map(),
      storageFull: false,
      online: true,
      losesReplies: false,
      consented: false,
      silent: new Set(),
      refused: new Set(),
      shared: [],
      closesShare: false,
    },
    ...{ subscribes: 'accept', scans: null, dialled: [], copied: [], boxed: [], sent: [], letterScale: 1 },
    ...{ points: null, mapped: [], looked: [] },
    ...{ shots: [], files: new Map(), full: false, onCall: () => undefined },
  };
}

/** `wx` for one start of the mini-program, without navigation: that is `weapp-pages.ts`. */
export function createWx(device: Device, later: (run: () => void, ms: number) => void) {
  const network = new Set<(state: { isConnected: boolean; networkType: string }) => void>();
  let agreed = false;
  let askPrivacy: ((resolve: Resolve, event: object) => void) | undefined;
  const networkType = () => (device.online ? 'wifi' : 'none');
  const standIn = <T>(path: string, body: object) => post<T>(`${device.server}/stand-in${path}`, body);

  const wx = {
    ...storageOf(device),
    ...systemOf(device),
    nextTick: (run: () => void) => later(run, 0),
    ...cameraOf(device, consent),
    request: (given: Given) => request(device, given),
    login: (given: Given) => answer(given, standIn<object>('/login', { person: device.person })),
    getNetworkType: (given: Given) => answer(given, { networkType: networkType() }),
    onNetworkStatusChange: (tell: (state: { isConnected: boolean; networkType: string }) => void) => network.add(tell),
    onNeedPrivacyAuthorization: (ask: typeof askPrivacy) => {
      askPrivacy = ask;
    },
    async requestSubscribeMessage({ tmplIds, ...given }: Given & { tmplIds?: string[] }) {
      const ids = tmplIds ?? [];
      if (device.subscribes === 'accept') await standIn('/subscribe', { person: device.person, templateIds: ids });
      answer(given, Object.fromEntries(ids.map((id) => [id, device.subscribes])));
    },
    scanCode: (given: Given) => answer(given, device.scans ?? new Error('scanCode:fail cancel')),
    chooseLocation: (given: Given) => answer(given, pointed()),
    openLocation: ({ name, ...given }: Given) => {
      device.mapped.push(String(name));
      answer(given, {});
    },
    previewImage: ({ current, ...given }: Given) => {
      device.looked.push(String(current));
      answer(given, {});
    },
    // A person who is asked once more says yes.
    makePhoneCall: ({ phoneNumber, ...given }: Given) => {
      device.dialled.push(String(phoneNumber));
      answer(given, {});
    },
    showModal: ({ title, content, ...given }: Given) => {
      device.boxed.push({ title: String(title), content: String(content) });
      answer(given, { confirm: true });
    },
    // The person sends it to a chat, or closes the list of chats.
    shareFileMessage: ({ filePath, fileName, ...given }: Given) => {
      if (device.closesShare) return answer(given, new Error('shareFileMessage:fail cancel'));
      device.shared.push({
        name: String(fileName),
        text: new TextDecoder().decode(device.files.get(String(filePath))),
      });
      answer(given, {});
    },
    setClipboardData: ({ data, ...given }: Given) => {
      device.copied.push(String(data));
      answer(given, {});
    },
  };

  /** Asked before the first use of what touches personal data. */
  async function consent(): Promise<boolean> {
    if (!device.consented && askPrivacy)
      device.consented = await new Promise<boolean>((resolve) =>
        askPrivacy?.(({ event }) => {
          // A yes that comes before the button told is not heard, and there is no second.
          if (event === 'disagree') resolve(false);
          else if (event === 'agree' && agreed) resolve(true);
        }, {}),
      );
    return device.consented;
  }

  async function pointed(): Promise<object> {
    if (!(await consent())) throw new Error('chooseLocation:fail privacy permission is not authorized');
    return device.points ?? new Error('chooseLocation:fail cancel');
  }

  /** What the phone button (手机号快速验证) hands to its page: a code, or that the person turned back. */
  async function phoneCode(): Promise<object> {
    if (device.silent.has('getPhoneNumber')) return new Promise(() => undefined);
    if (!device.online) return { errMsg: 'getPhoneNumber:fail network' };
    if (!(await consent())) return { errMsg: 'getPhoneNumber:fail privacy permission is not authorized' };
    const { code } = await standIn<{ code: string }>('/phone', { person: device.person });
    return { code, errMsg: 'getPhoneNumber:ok' };
  }

  function setOnline(online: boolean): void {
    device.online = online;
    for (const tell of network) tell({ isConnected: online, networkType: networkType() });
  }
  const agree = () => {
    agreed = true;
  };
  return { wx: answering(wx, device), phoneCode, agree, setOnline };
}

/** Those that are silent today are asked, and that is all; those that refuse say so. */
function answering(wx: Record<string, unknown>, { silent, refused }: Device): Record<string, unknown> {
  const asked = (name: string, act: (...given: unknown[]) => unknown, given: unknown[]) => {
    if (silent.has(name)) return undefined;
    if (!refused.has(name)) return act(...given);
    return answer(given[0] as Given, new Error(`${name}:fail system error`));
  };
  return Object.fromEntries(
    Object.entries(wx).map(([name, act]) => [
      name,
      typeof act === 'function' ? (...given: unknown[]) => asked(name, act as () => unknown, given) : act,
    ]),
  );
}

/** As WeChat answers: never at once, and whoever gave no callbacks is not told. */
function answer({ success, fail, complete }: Given, result: object | Promise<object>): void {
  Promise.resolve(result)
    .then((good) => {
      if (good instanceof Error) throw good;
      success?.(good);
      complete?.(good);
    })
    .catch(({ message }: Error) => {
      fail?.({ errMsg: message });
      complete?.({ errMsg: message });
    });
}

async function post<T>(url: string, body: object): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`fail: ${url} answered ${response.status}`);
  return (await response.json()) as T;
}

function request(device: Device, given: Given): { abort(): void } {
  answer(given, carried(device, given));
  return { abort: () => undefined };
}

async function carried(
  device: Device,
  { url, method = 'GET', header, data, dataType = 'json' }: Given,
): Promise<object> {
  const lost = new Error('request:fail');
  const { pathname, search } = new URL(String(url));
  device.onCall(pathname);
  if (!device.online) throw lost;
  device.sent.push({ method: String(method), path: pathname });
  const init = { method: String(method), headers: header as Record<string, string>, body: data as string | undefined };
  const response = await fetch(`${device.server}${pathname}${search}`, init).catch(() => {
    throw lost;
  });
  const text = await response.text();
  if (device.losesReplies || !device.online) throw lost;
  const replied = { statusCode: response.status, header: Object.fromEntries(response.headers) };
  return { ...replied, data: dataType === 'json' ? read(text) : text };
}

/** Camera, album and files. Temporary files are gone with the next start. */
function cameraOf(device: Device, consent: () => Promise<boolean>) {
  const temporary = new Map<string, Shot>();
  const put = (shot: Shot) => {
    const path = `wxfile://tmp_${temporary.size}.jpg`;
    temporary.set(path, shot);
    return path;
  };
  const shotAt = (path: unknown): Shot => {
    const shot = temporary.get(String(path));
    if (!shot?.width) throw new Error('fail file is not a picture');
    return shot;
  };
  const bytesAt = (path: unknown) => device.files.get(String(path)) ?? temporary.get(String(path))?.bytes;
  const does = (work: (given: Given) => object | Promise<object>) => (given: Given) =>
    answer(
      given,
      Promise.resolve().then(() => work(given)),
    );
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    chooseMedia: does(async ({ count }) => {
      if (!(await consent())) throw new Error('chooseMedia:fail privacy permission is not authorized');
      const taken = device.shots.splice(0, Number(count));
      if (!taken.length) throw new Error('chooseMedia:fail cancel');
      return { tempFiles: taken.map((shot) => ({ tempFilePath: put(shot), size: shot.bytes.length })) };
    }),
    getImageInfo: does(({ src }) => {
      const { width, height } = shotAt(src);
      return { width, height, orientation: 'up', path: src };
    }),
    compressImage: does(({ src, compressedWidth, compressedHeight }) => {
      const shot = shotAt(src);
      const longest = Number(compressedWidth ?? compressedHeight ?? Math.max(shot.width, shot.height));
      return { tempFilePath: put({ ...shot, bytes: shot.shrunk?.(longest) ?? shot.bytes }) };
    }),
    getFileInfo: does(({ filePath }) => {
      const bytes = bytesAt(filePath);
      if (!bytes) throw new Error('getFileInfo:fail file not exist');
      return { size: bytes.length };
    }),
    uploadFile: (given: Given) => {
      answer(given, uploaded(device, given, bytesAt(given.filePath)));
      return { abort: () => undefined, onProgressUpdate: () => undefined };
    },
    downloadFile: (given: Given) => {
      answer(given, downloaded(device, given));
      return { abort: () => undefined, onProgressUpdate: () => undefined };
    },
    getFileSystemManager: () => ({
      writeFile: does(({ filePath, data }) => {
        if (device.full) throw new Error('writeFile:fail the maximum size of the file storage limit is exceeded');
        device.files.set(String(filePath), new TextEncoder().encode(String(data)));
        return {};
      }),
      saveFile: does(({ tempFilePath, filePath }) => {
        const shot = temporary.get(String(tempFilePath));
        if (!shot || device.full)
          throw new Error('saveFile:fail the maximum size of the file storage limit is exceeded');
        device.files.set(String(filePath), shot.bytes);
        temporary.delete(String(tempFilePath));
        return { savedFilePath: filePath };
      }),
      unlink: does(({ filePath }) => {
        if (!device.files.delete(String(filePath))) throw new Error('unlink:fail no such file or directory');
        return {};
      }),
      accessSync: (path: string) => {
        if (!device.files.has(path)) throw new Error('accessSync:fail no such file or directory');
      },
    }),
  };
}

/** As WeChat sends a form: the fields, then the file. */
async function uploaded(
  device: Device,
  { url, name, formData }: Given,
  bytes: Uint8Array | undefined,
): Promise<object> {
  const { pathname } = new URL(String(url));
  device.onCall(pathname);
  if (!bytes || !device.online) throw new Error('uploadFile:fail');
  device.sent.push({ method: 'UPLOAD', path: pathname });
  const form = new FormData();
  for (const [field, value] of Object.entries(formData as Record<string, string>)) form.append(field, value);
  form.append(String(name), new Blob([Uint8Array.from(bytes)]), 'picture.jpg');
  const response = await fetch(`${device.server}${pathname}`, { method: 'POST', body: form });
  const data = await response.text();
  if (device.losesReplies || !device.online) throw new Error('uploadFile:fail');
  return { statusCode: response.status, data };
}

/** As WeChat keeps what it fetched: where the caller said. */
async function downloaded(device: Device, { url, filePath }: Given): Promise<object> {
  const { pathname, search } = new URL(String(url));
  device.onCall(pathname);
  if (!device.online) throw new Error('downloadFile:fail');
  const response = await fetch(`${device.server}${pathname}${search}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (device.full) throw new Error('downloadFile:fail the maximum size of the file storage limit is exceeded');
  device.files.set(String(filePath), bytes);
  return { statusCode: response.status, filePath };
}

/** `dataType: 'json'`: what is no JSON comes as text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function storageOf(device: Device) {
  const { storage } = device;
  return {
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => {
      if (device.storageFull) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      storage.set(key, JSON.stringify(value));
    },
    removeStorageSync: (key: string) => void storage.delete(key),
  };
}

function systemOf(device: Device) {
  const windowInfo = { windowWidth: 375, windowHeight: 812, statusBarHeight: 44, pixelRatio: 2, screenWidth: 375 };
  const base = { theme: 'light', SDKVersion: '3.5.0', language: 'zh_CN', version: '8.0.50', platform: 'android' };
  const done = (given: Given) => answer(given, {});
  return {
    getWindowInfo: () => windowInfo,
    getAppBaseInfo: () => ({ ...base, fontSizeScaleFactor: device.letterScale }),
    getDeviceInfo: () => ({ platform: 'android' }),
    getSystemInfoSync: () => ({ ...windowInfo, ...base }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 278, right: 365, width: 87, height: 32 }),
    canIUse: () => true,
    onThemeChange: () => undefined,
    ...{
      setNavigationBarTitle: done,
      showToast: done,
      openPrivacyContract: done,
    },
  };
}
