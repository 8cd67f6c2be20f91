import Taro from '@tarojs/taro';
import { isBorrowed } from './borrowed';
import { saveAsDownload } from './download';
import { currentSession, refreshSession } from './session';

/** What came of opening a paper. */
export type Opened = 'opened' | 'signed-out' | 'offline' | 'failed';

interface Fetched {
  readonly status: number;
  /** Shows it; only of a 200. */
  readonly open: () => Promise<void>;
}

const UNAUTHENTICATED = 401;
const JSON_TYPE = 'application/json';

/**
 * Opens a PDF of ours, below `/api/v1`, that only whoever is signed in may see. In a tap: a browser lets a page open
 * another one only then.
 */
export function openPdf(path: string): Promise<Opened> {
  return opened((token, window) =>
    process.env.TARO_ENV === 'h5' ? fetchInBrowser(path, token, { window }) : downloadInWechat(path, token),
  );
}

/** As `openPdf`, of a photo. */
export function openPhoto(path: string): Promise<Opened> {
  return opened((token, window) =>
    process.env.TARO_ENV === 'h5'
      ? fetchInBrowser(path, token, { window, name: 'photo.jpg' })
      : previewInWechat(path, token),
  );
}

/** As `openPdf`, of a paper that is drawn from what is sent along. */
export function openDrawnPdf(path: string, body: object): Promise<Opened> {
  return opened((token, window) =>
    process.env.TARO_ENV === 'h5' ? fetchInBrowser(path, token, { window, body }) : drawInWechat(path, token, body),
  );
}

/**
 * Saves what is kept below `/api/v1` as a file a computer reads: in a browser among the downloads, in WeChat into a chat the
 * resident chooses (one may choose 文件传输助手), because a mini-program has no folder a person can open. In a tap.
 */
export function saveDataFile(path: string, fileName: string): Promise<Opened> {
  return fetchAndOpen((token) =>
    process.env.TARO_ENV === 'h5' ? saveInBrowser(path, token, fileName) : shareInWechat(path, token, fileName),
  ).catch((): Opened => 'offline');
}

type FetchWith = (token: string, window: Window | undefined) => Promise<Fetched>;

async function opened(fetchWith: FetchWith): Promise<Opened> {
  const window = process.env.TARO_ENV === 'h5' ? openWaitingWindow() : undefined;
  const outcome = await fetchAndOpen((token) => fetchWith(token, window)).catch((): Opened => 'offline');
  if (outcome !== 'opened') window?.close();
  return outcome;
}

async function fetchAndOpen(fetchWith: (token: string) => Promise<Fetched>): Promise<Opened> {
  const session = await currentSession();
  if (session === undefined) return 'signed-out';
  let fetched = await fetchWith(session.accessToken);
  if (fetched.status === UNAUTHENTICATED) {
    const renewed = await refreshSession(session.accessToken);
    // nobody is signed out by a bad network
    if (renewed !== 'refreshed') return renewed === 'fault' ? 'failed' : renewed;
    fetched = await fetchWith((await currentSession())?.accessToken ?? '');
  }
  if (fetched.status !== 200) return fetched.status === UNAUTHENTICATED ? 'signed-out' : 'failed';
  return fetched.open().then(
    (): Opened => 'opened',
    // it is here and cannot be shown: no network would help
    (): Opened => 'failed',
  );
}

function openWaitingWindow(): Window | undefined {
  return window.open('', '_blank') ?? undefined;
}

function headersFor(token: string, accept = 'application/pdf'): Record<string, string> {
  return { Authorization: `Bearer ${token}`, Accept: accept };
}

function addressOf(path: string): string {
  return `${process.env.TARO_APP_API_BASE}/api/v1${path}`;
}

interface InBrowser {
  /** None where the browser lets no page open another: then it is saved among the downloads. */
  readonly window: Window | undefined;
  readonly name?: string;
  readonly body?: object;
}

/** A link cannot carry who is asking, so the paper is fetched first and shown from memory. */
async function fetchInBrowser(
  path: string,
  token: string,
  { window: shown, name = 'paper.pdf', body }: InBrowser,
): Promise<Fetched> {
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  const type = body && { 'Content-Type': 'application/json' };
  const reply = await fetch(addressOf(path), { ...sent, headers: { ...headersFor(token), ...type } });
  return {
    status: reply.status,
    open: async () => {
      const paper = await reply.blob();
      if (shown) shown.location.href = URL.createObjectURL(paper);
      else saveAsDownload(paper, name);
    },
  };
}

async function downloadInWechat(path: string, token: string): Promise<Fetched> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: addressOf(path), header: headersFor(token) });
  return {
    status: statusCode,
    open: async () => {
      await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
    },
  };
}

async function previewInWechat(path: string, token: string): Promise<Fetched> {
  const header = headersFor(token, 'image/jpeg');
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: addressOf(path), header });
  return {
    status: statusCode,
    open: async () => {
      await Taro.previewImage({ urls: [tempFilePath] });
    },
  };
}

async function saveInBrowser(path: string, token: string, fileName: string): Promise<Fetched> {
  const reply = await fetch(addressOf(path), { headers: headersFor(token, JSON_TYPE) });
  return { status: reply.status, open: async () => saveAsDownload(await reply.blob(), fileName) };
}

async function shareInWechat(path: string, token: string, fileName: string): Promise<Fetched> {
  const header = headersFor(token, JSON_TYPE);
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: addressOf(path), header });
  return {
    status: statusCode,
    open: async () => {
      await Taro.shareFileMessage({ filePath: tempFilePath, fileName });
    },
  };
}

/** WeChat downloads only what is asked for without a body: a drawn paper comes as bytes and becomes a file to open. */
async function drawInWechat(path: string, token: string, body: object): Promise<Fetched> {
  const { statusCode, data } = await Taro.request<ArrayBuffer>({
    url: addressOf(path),
    method: 'POST',
    data: body,
    header: { ...headersFor(token), 'Content-Type': 'application/json' },
    responseType: 'arraybuffer',
  });
  return {
    status: statusCode,
    open: async () => {
      const filePath = drawnPath();
      Taro.getFileSystemManager().writeFileSync(filePath, data);
      await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    },
  };
}

/** Of whoever leaves: the paper that was drawn for them is gone from WeChat's files. `false` when it would not go. */
export async function forgetDrawnPdf(): Promise<boolean> {
  return remove(drawnPath());
}

/** At the start of the app: a borrowed phone that was switched off in the middle keeps none either. */
export async function forgetBorrowedPdf(): Promise<boolean> {
  return remove(drawnPath(true));
}

/** The phone's owner keeps theirs while somebody borrows it. */
function drawnPath(borrowed = isBorrowed()): string {
  return `${Taro.env.USER_DATA_PATH}/${borrowed ? 'borrowed-' : ''}paper.pdf`;
}

/** A browser shows it from memory and keeps no file. */
function remove(filePath: string): boolean {
  if (process.env.TARO_ENV === 'h5') return true;
  try {
    Taro.getFileSystemManager().accessSync(filePath);
  } catch {
    // there is none
    return true;
  }
  try {
    Taro.getFileSystemManager().unlinkSync(filePath);
    return true;
  } catch {
    return false;
  }
}
