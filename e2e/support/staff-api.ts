import { Simulators } from './simulators';

/** A colleague at `/staff` over HTTP, for journeys that are about a phone. */
export class StaffApi {
  private constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async signIn(house: { readonly origin: string; readonly simulators: string }, staffNumber: string) {
    const code = await new Simulators(house.simulators).staffCode(staffNumber);
    const { token } = await answered<{ token: string }>(house.origin, 'POST', '/sessions', { staffNumber, code });
    return new StaffApi(house.origin, token);
  }

  /** Asks below `/api/v1/staff`, and throws unless the answer is a yes. */
  get<T>(method: string, path: string, body?: object): Promise<T> {
    return answered(this.origin, method, path, body, { authorization: `Bearer ${this.token}` });
  }
}

async function answered<T>(origin: string, method: string, path: string, body?: object, headers = {}): Promise<T> {
  const reply = await fetch(`${origin}/api/v1/staff${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} /staff${path}: ${reply.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
