import { type Behaviour, json, type LocalBureau, startLocalBureau } from './local-bureau';

/** A WeChat that knows everybody: the code is turned into an openid, until it is told to say something else. */
export interface LocalWechat {
  /** For the server that asks it. */
  readonly env: Readonly<Record<string, string>>;
  readonly bureau: LocalBureau;
  /** The codes it was asked about, in order. */
  codes(): readonly string[];
  /** What it says from now on; without an argument it is friendly again. */
  says(behaviour?: Behaviour): void;
  close(): Promise<void>;
}

export async function startLocalWechat(): Promise<LocalWechat> {
  const bureau = await startLocalBureau();
  const codeIn = (path: string): string => new URL(path, bureau.url).searchParams.get('js_code') ?? '';
  const friendly: Behaviour = (response, delivery) => {
    const openid = `o${Buffer.from(codeIn(delivery.path).split('/')[0] ?? '').toString('hex')}`;
    json(200, { openid, session_key: 'c2Vzc2lvbi1rZXk=' })(response, delivery);
  };
  bureau.behave(friendly);
  return {
    env: {
      WECHAT_URL: bureau.url,
      WECHAT_APP_ID: 'wx0123456789abcdef',
      WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
    },
    bureau,
    codes: () => bureau.deliveries.filter(({ path }) => path.startsWith('/sns/')).map(({ path }) => codeIn(path)),
    says: (behaviour = friendly) => bureau.behave(behaviour),
    close: () => bureau.close(),
  };
}
