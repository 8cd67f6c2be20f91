import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryVault, resetVault } from '../../test/memory-vault';
import { ok, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { keptKeys } from './kept-on-phone';
import { signIn, signOut } from './session';

/** Not in the vault: read before the first page is drawn, or public. */
const STORED = ['booking-looks', 'elder-mode', 'quiet-since', 'relief-answers', 'standards'];
/** 退出登录 says that they stay. Of the calls for help those of an account go with it: state/urgent.ts. */
const STAYS_SEALED = ['relief-kept', 'urgent'];
const STAYS_STORED = ['booking-looks', 'elder-mode', 'relief-answers', 'standards'];

const sealedNames = Object.values(keptKeys).filter((name) => !STORED.includes(name));
const left = () => [[...memoryVault.sealed.keys()].sort(), [...phone.stored.keys()].sort()];

/** No module that keeps anything was loaded in this run of the app: a phone where another run kept it. */
function everythingKept(except: readonly string[] = []): void {
  for (const name of sealedNames) if (!except.includes(name)) memoryVault.sealed.set(name, '{"what":"was written"}');
  for (const name of STORED) phone.stored.set(name, '"2026-11-20"');
}

beforeEach(async () => {
  resetPhone();
  resetVault();
  serve({
    'POST /sessions/wechat': ({ body }) =>
      ok({ accessToken: (body as { code: string }).code, refreshToken: 'r', expiresIn: 900 }),
    'GET /me': ({ token }) => ok({ accountId: token }),
    'DELETE /sessions/current': () => ({ status: 204 }),
  });
  await signOut();
  phone.requests.length = 0;
});

describe('what this phone kept in an earlier run', () => {
  it('is gone when they sign out or delete their account, but for what they are told stays', async () => {
    await signIn('anna');
    everythingKept(['account', 'session']);
    await expect(signOut()).resolves.toBe(true);
    expect(left()).toEqual([STAYS_SEALED, STAYS_STORED]);
  });

  it('is gone when they clear it after the server ended their session', async () => {
    everythingKept(['session']);
    await expect(signOut()).resolves.toBe(true);
    expect(left()).toEqual([STAYS_SEALED, STAYS_STORED]);
    expect(phone.requests).toEqual([]);
  });

  it('is gone when another account signs in', async () => {
    everythingKept();
    memoryVault.sealed.set('account', '"anna"');
    await signIn('berta');
    expect(left()).toEqual([['account', ...STAYS_SEALED, 'session'].sort(), STAYS_STORED]);
  });

  it('and was typed without signing in stays with the first who does; what only an account has is not theirs', async () => {
    everythingKept(['account', 'session']);
    await signIn('anna');
    const stays = ['account', 'first-steps', 'intentions', ...STAYS_SEALED, 'session'];
    expect(left()).toEqual([stays.sort(), STORED]);
  });

  it('stays when the same account signs in anew', async () => {
    everythingKept();
    memoryVault.sealed.set('account', '"anna"');
    await signIn('anna');
    expect(left()).toEqual([[...sealedNames].sort(), STORED]);
  });
});

it('nothing is sealed under a name that stands in no list', () => {
  const source = path.resolve(__dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.spec\.|vault-|sealed-record/.test(file),
  );
  const named = files.flatMap((file) =>
    [
      ...readFileSync(path.join(source, file), 'utf8').matchAll(
        /(?:sealedRecord(?:<[^(]*>)?|destroyRecord|\.(?:seal|unseal|destroy))\(\s*([^\s,)]+)/g,
      ),
    ].map(([, name]) => name ?? ''),
  );
  expect(named).toContain('keptKeys.reliefStatements');
  const [listed, apart] = [/^keptKeys\.\w+$/, ['INTENTIONS_KEY', 'SESSION_KEY', 'sealed[key]', 'name']];
  expect(named.filter((name) => !listed.test(name) && !apart.includes(name))).toEqual([]);
});
