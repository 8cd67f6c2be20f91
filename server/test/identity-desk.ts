import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { type LocalBureau, receiveKey, sendKey, startLocalBureau } from './local-bureau';

const SEVENTEEN = '12999919800101881';
export const KNOWN_COLLEAGUE = { name: '经办丙', idNumber: SEVENTEEN + checkDigit(SEVENTEEN) } as const;

/** Colleagues the made-up identity bureau knows: work number → name, role (JSDM) and street codes. `J2001-7` is one more like J2001. */
const COLLEAGUES: Readonly<Record<string, { XM: string; JSDM: string; JGLB: readonly string[]; GMSFHM?: string }>> = {
  J1001: { XM: '运营甲', JSDM: '01', JGLB: [] },
  /** The clerk J2003 in another post: the same person outside the office. */
  J1003: { XM: '运营丙', JSDM: '01', JGLB: [], GMSFHM: KNOWN_COLLEAGUE.idNumber },
  J2001: { XM: '经办甲', JSDM: '02', JGLB: ['120111001'] },
  J2002: { XM: '经办乙', JSDM: '02', JGLB: ['120111002'] },
  /** With J1003 the only one of whom the bureau says who they are outside the office. */
  J2003: { XM: '经办丙', JSDM: '02', JGLB: ['120111001'], GMSFHM: KNOWN_COLLEAGUE.idNumber },
  J3001: { XM: '审计甲', JSDM: '03', JGLB: [] },
};

/** Whose name begins so has died, as this bureau knows it. */
export const DEAD = '逝';

/** The code that is right for everybody here. */
export const RIGHT_CODE = '135790';

export interface IdentityDesk {
  readonly bureau: LocalBureau;
  /** What the server needs to find it. */
  readonly env: Readonly<Record<string, string>>;
}

/** An identity bureau that signs in the colleagues above, remembers no wrong code, and finds everybody's name right, of the dead too. */
export async function startIdentityDesk(): Promise<IdentityDesk> {
  const bureau = await startLocalBureau();
  bureau.behave((response, { text, path }) => {
    if (path === '/rzfw/v1/smhy') {
      const { XM } = JSON.parse(text) as { XM: string };
      const answer = XM.startsWith(DEAD) ? '{"JGDM":"03"}' : '{"JGDM":"00"}';
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(answer);
      return;
    }
    const { GH, DTM } = JSON.parse(text) as { GH: string; DTM: string };
    const [like = ''] = String(GH).split('-');
    const colleague = DTM === RIGHT_CODE ? COLLEAGUES[like] : undefined;
    const answer = colleague ? { JGDM: '00', JGMS: '通过', ...colleague } : { JGDM: '11', JGMS: '工号或动态码不对' };
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
  });
  return { bureau, env: bureauEnv(bureau.url) };
}

function bureauEnv(url: string): Record<string, string> {
  return {
    BUREAU_IDENTITY_URL: url,
    BUREAU_IDENTITY_SEND_KEY: `${sendKey.id}:${sendKey.key.toString('base64')}`,
    BUREAU_IDENTITY_RECEIVE_KEY: `${receiveKey.id}:${receiveKey.key.toString('base64')}`,
  };
}

/** Signs a colleague in and returns the header their requests carry. */
export async function staffHeaders(url: string, staffNumber: string): Promise<{ authorization: string }> {
  const response = await fetch(`${url}/api/v1/staff/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ staffNumber, code: RIGHT_CODE }),
  });
  const { token } = (await response.json()) as { token: string };
  return { authorization: `Bearer ${token}` };
}
