const TOKEN = 'jinmen-staff-token';
const TIMEOUT_MS = 15_000;

/** What went wrong, in words for the person at the screen. */
export class Trouble extends Error {
  /** @param errors `{ field, message }` of what was filled in wrongly. */
  constructor(words, status, code, errors = []) {
    super(words);
    this.name = 'Trouble';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The session of this tab; gone when the tab is closed. */
export const session = {
  get token() {
    return sessionStorage.getItem(TOKEN);
  },
  keep: (token) => sessionStorage.setItem(TOKEN, token),
  forget: () => sessionStorage.removeItem(TOKEN),
};

let onSignedOut = () => undefined;
let onShowAgain = async () => false;

/** Called when a fresh code is wanted; resolves to whether one was shown, and then the call is made once more. */
export function whenToShowAgain(listener) {
  onShowAgain = listener;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(listener) {
  onSignedOut = listener;
}

/**
 * @param patienceMs for what takes long by its nature.
 * @param key one per intention, see `onceFor`: sent again with it, it is done once.
 * @throws Trouble with words to show.
 */
export async function call(method, path, body, patienceMs = TIMEOUT_MS, key = undefined) {
  const response = await send(method, path, body, patienceMs, key);
  if (response.status === 204) return undefined;
  const answer = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer;
  if (response.status === 401 && session.token !== null) {
    session.forget();
    onSignedOut();
    throw new Trouble('登录已到时间，请重新登录。您写的内容还在。', 401);
  }
  if (answer?.code === 'staff.show-again' && (await onShowAgain(answer.detail))) {
    return call(method, path, body, patienceMs, key);
  }
  throw new Trouble(
    answer?.detail ?? '没有读到完整的回答，请再试一次。',
    response.status,
    answer?.code,
    answer?.errors,
  );
}

/** Sends what was typed under one key for as long as it is the same: a second try after no answer is the first one again. */
export function onceFor(method, path) {
  let [last, key] = ['', ''];
  return (body) => {
    const typed = JSON.stringify(body);
    if (typed !== last) [last, key] = [typed, crypto.getRandomValues(new BigUint64Array(2)).join('-')];
    return call(method, path, body, TIMEOUT_MS, key);
  };
}

/** Streets, towns and townships by their name with the district's, and their codes. */
export async function streets() {
  const response = await fetch('/api/v1/places', { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  if (!response?.ok) throw new Trouble('没有读到街道名单，请再试一次。', response?.status ?? 0);
  const { districts } = await response.json();
  return new Map(districts.flatMap(({ name, units }) => units.map((unit) => [name + unit.name, unit.code])));
}

async function send(method, path, body, patienceMs, key) {
  const headers = {
    ...(session.token === null ? {} : { authorization: `Bearer ${session.token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  try {
    return await fetch(`/api/v1/staff${path}`, {
      method,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Trouble('没有连上服务器，请检查网络再试一次。您写的内容还在。', 0);
  }
}
