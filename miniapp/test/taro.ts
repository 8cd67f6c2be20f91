import { useEffect } from 'react';

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: unknown;
}

type PrivacyListener = (resolve: (answer: { event: string; buttonId?: string }) => void) => void;

/** What a test may look at and set: the storage, the network, the pages opened, the answer to the next dialogue. */
export const phone = {
  stored: new Map<string, unknown>(),
  storageBroken: false,
  /** The version of WeChat's base library. */
  baseLibrary: '3.5.0',
  opened: [] as string[],
  /** What stood in WeChat's bar above the page, one title after the other. */
  barTitles: [] as string[],
  /** How many pages lie under the one on the screen: none after a link, or when the app was killed there. */
  pagesBelow: 1,
  called: [] as string[],
  requests: [] as string[],
  /** The method and the headers of each request. */
  asked: [] as { method: string | undefined; header: Readonly<Record<string, string>> }[],
  /** What was sent along, request by request; `undefined` where nothing was. */
  sent: [] as unknown[],
  params: {} as Record<string, string>,
  random: (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length)),
  /** What was asked before something was done. */
  questions: [] as { readonly content?: string }[],
  confirms: true,
  /** What WeChat gives for signing in; `undefined` when it refuses. */
  loginCode: 'code-of-wechat' as string | undefined,
  /** The answer to the question about messages; `undefined` when WeChat does not ask. */
  subscribes: 'accept' as string | undefined,
  askedTemplates: [] as string[][],
  /** What is chosen from camera or album, path and size; what WeChat says instead when it is a text. */
  photos: [] as { tempFilePath: string; size: number }[] | string,
  /** The paths of what was uploaded. */
  uploaded: [] as string[],
  /** What lies among the app's own files. */
  files: new Map<string, unknown>(),
  /** What was copied; `undefined` where the phone lets nothing be copied. */
  copied: [] as string[] | undefined,
  /** What went into the phone's calendar; a text is what WeChat says instead. */
  calendar: [] as object[] | string,
  /** How bright the screen is, and every change of it. */
  brightness: [0.4] as number[],
  /** What 转发 would send from the page on the screen. */
  card: undefined as (() => { title: string; path: string }) | undefined,
  /** Asks WeChat's question on privacy, once the app listens for it. */
  askPrivacy: undefined as PrivacyListener | undefined,
  reply: async (_url: string): Promise<{ statusCode: number; data: unknown; header: object }> => {
    throw new Error('request:fail');
  },
};

export function resetPhone(): void {
  phone.stored.clear();
  phone.files.clear();
  Object.assign(phone, {
    storageBroken: false,
    baseLibrary: '3.5.0',
    opened: [],
    barTitles: [],
    pagesBelow: 1,
    called: [],
    requests: [],
    asked: [],
    sent: [],
    params: {},
    questions: [],
    confirms: true,
    loginCode: 'code-of-wechat',
    subscribes: 'accept',
    askedTemplates: [],
    photos: [],
    uploaded: [],
    copied: [],
    calendar: [],
    brightness: [0.4],
    card: undefined,
    askPrivacy: undefined,
  });
}

function storage<T>(use: () => T): T {
  if (phone.storageBroken) throw new Error('storage is full');
  return use();
}

/** Stands for encryption: unlike the text itself, and told apart from it. */
const SEAL = 'sealed:';
const scrambled = (text: string) => SEAL + Buffer.from(text).toString('base64');

function unscrambled(stored: string): string {
  if (!stored.startsWith(SEAL)) throw new Error('getStorage:fail');
  return Buffer.from(stored.slice(SEAL.length), 'base64').toString();
}

const open = async ({ url, filePath = url }: { url?: string; filePath?: string }) => {
  phone.opened.push(String(filePath));
};

const Taro = {
  getStorageSync: (key: string) => storage(() => phone.stored.get(key) ?? ''),
  setStorageSync: (key: string, value: unknown) => storage(() => phone.stored.set(key, value)),
  removeStorageSync: (key: string) => storage(() => phone.stored.delete(key)),
  setStorage: async ({ key, data, encrypt }: { key: string; data: string; encrypt?: boolean }) =>
    storage(() => phone.stored.set(key, encrypt ? scrambled(data) : data)),
  getStorage: async ({ key, encrypt }: { key: string; encrypt?: boolean }) =>
    storage(() => ({ data: encrypt ? unscrambled(String(phone.stored.get(key))) : phone.stored.get(key) })),
  removeStorage: async ({ key }: { key: string }) => storage(() => phone.stored.delete(key)),
  getStorageInfoSync: () => storage(() => ({ keys: [...phone.stored.keys()] })),
  navigateTo: open,
  redirectTo: open,
  switchTab: open,
  navigateBack: async () => {
    phone.opened.push('back');
  },
  getCurrentPages: () => Array.from({ length: phone.pagesBelow + 1 }, () => ({})),
  request: async ({ url, data, method, header = {} }: Asked) => {
    phone.requests.push(url);
    phone.asked.push({ method, header });
    phone.sent.push(data);
    return phone.reply(url);
  },
  chooseMedia: async () => {
    if (typeof phone.photos === 'string') throw { errMsg: phone.photos };
    return { tempFiles: phone.photos };
  },
  chooseMessageFile: async () => ({ tempFiles: [] }),
  compressImage: async ({ src }: { src: string }) => ({ tempFilePath: `${src}.small` }),
  uploadFile: ({ url, filePath, header }: { url: string; filePath: string; header: Record<string, string> }) => {
    phone.requests.push(url);
    phone.asked.push({ method: header['X-HTTP-Method-Override'] ?? 'POST', header });
    phone.sent.push(undefined);
    phone.uploaded.push(filePath);
    const answer = phone.reply(url).then(({ statusCode, data }) => ({ statusCode, data: JSON.stringify(data) }));
    return Object.assign(answer, { onProgressUpdate: () => undefined });
  },
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => {
    phone.called.push(phoneNumber);
  },
  reLaunch: open,
  env: { USER_DATA_PATH: 'http://usr' },
  getFileSystemManager: () => ({
    writeFileSync: (path: string, data: unknown) => void phone.files.set(path, data),
    accessSync: (path: string) => {
      if (!phone.files.has(path)) throw new Error('accessSync:fail no such file or directory');
    },
    unlinkSync: (path: string) => void phone.files.delete(path),
  }),
  openDocument: open,
  downloadFile: async (asked: Asked) => ({ ...(await Taro.request(asked)), tempFilePath: `tmp:${asked.url}` }),
  previewImage: async ({ urls }: { urls: string[] }) => {
    phone.opened.push(...urls);
  },
  showModal: async (question: { readonly content?: string }) => {
    phone.questions.push(question);
    return { confirm: phone.confirms };
  },
  setNavigationBarTitle: async ({ title }: { title: string }) => void phone.barTitles.push(title),
  setNavigationBarColor: async () => undefined,
  showTabBar: async () => undefined,
  hideTabBar: async () => undefined,
  stopPullDownRefresh: async () => undefined,
  pageScrollTo: async () => undefined,
  getNetworkType: ({ success }: { success: (found: { networkType: string }) => void }) =>
    success({ networkType: 'wifi' }),
  onNetworkStatusChange: () => undefined,
  offNetworkStatusChange: () => undefined,
  setClipboardData: async ({ data }: { data: string }) => {
    if (phone.copied === undefined) throw new Error('setClipboardData:fail');
    phone.copied.push(data);
  },
  addPhoneCalendar: async (entry: object) => {
    if (typeof phone.calendar === 'string') throw { errMsg: phone.calendar };
    phone.calendar.push(entry);
  },
  getScreenBrightness: async () => ({ value: phone.brightness.at(-1) }),
  setScreenBrightness: async ({ value }: { value: number }) => void phone.brightness.push(value),
  setKeepScreenOn: async () => undefined,
  login: async () => {
    if (phone.loginCode === undefined) throw new Error('login:fail');
    return { code: phone.loginCode };
  },
  onNeedPrivacyAuthorization: (listener: PrivacyListener) => {
    phone.askPrivacy = listener;
  },
  openPrivacyContract: () => phone.opened.push('privacy guideline'),
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
    phone.askedTemplates.push(tmplIds);
    if (phone.subscribes === undefined) throw new Error('requestSubscribeMessage:fail');
    return Object.fromEntries(tmplIds.map((template) => [template, phone.subscribes]));
  },
  getRandomValues: async ({ length }: { length: number }) => ({ randomValues: phone.random(length).buffer }),
  getAppBaseInfo: () => ({ SDKVersion: phone.baseLibrary }),
};

export default Taro;

function useOnMount(work: () => void): void {
  useEffect(work, []);
}

export const useDidShow = useOnMount;
export const useDidHide = (_work: () => void): void => undefined;
export const useUnload = (work: () => void): void => useEffect(() => work, []);
export const useLaunch = useOnMount;
export const useRouter = () => ({ params: phone.params });
export function useShareAppMessage(card: () => { title: string; path: string }): void {
  phone.card = card;
}

/** A test pulls the page down by calling the last of them. */
export const pulls: (() => void)[] = [];
export function usePullDownRefresh(work: () => void): void {
  useEffect(() => void pulls.push(work), [work]);
}
