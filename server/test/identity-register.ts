import { type Behaviour, json, type LocalBureau, receiveKey, sendKey, startLocalBureau } from './local-bureau';

/** Numbers with a right check digit, whose owners nobody ever was. */
export const NUMBERS = {
  known: '129999198503179915',
  dead: '129999194001019913',
  unknown: '129999199001019916',
} as const;

/** An identity bureau that knows two people, one of them no longer alive. */
export interface IdentityRegister {
  readonly env: Readonly<Record<string, string>>;
  readonly bureau: LocalBureau;
  says(behaviour?: Behaviour): void;
  close(): Promise<void>;
}

const REGISTER: Readonly<Record<string, { readonly name: string; readonly code: string }>> = {
  [NUMBERS.known]: { name: '单人断收入', code: '00' },
  [NUMBERS.dead]: { name: '已故一位', code: '03' },
};

export async function startIdentityRegister(): Promise<IdentityRegister> {
  const bureau = await startLocalBureau();
  const honest: Behaviour = (response, delivery) => {
    const { XM, GMSFHM } = JSON.parse(delivery.text) as { XM: string; GMSFHM: string };
    const entry = REGISTER[GMSFHM];
    const code = entry === undefined ? '02' : entry.name === XM ? entry.code : '01';
    json(200, { JGDM: code, JGMS: code })(response, delivery);
  };
  bureau.behave(honest);
  return {
    env: {
      BUREAU_IDENTITY_URL: bureau.url,
      BUREAU_IDENTITY_SEND_KEY: `${sendKey.id}:${sendKey.key.toString('base64')}`,
      BUREAU_IDENTITY_RECEIVE_KEY: `${receiveKey.id}:${receiveKey.key.toString('base64')}`,
    },
    bureau,
    says: (behaviour = honest) => bureau.behave(behaviour),
    close: () => bureau.close(),
  };
}
