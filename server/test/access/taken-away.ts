import type { ApplicationView } from '@jinmen/shared/applications/views';
import { ApplicationOwnership } from '../../src/modules/relief/applications/application-ownership';
import { type AccessHouse, call, must, type Person } from './access-house';
import { send } from './matrix';
import { aDraft } from './relief-things';
import type { Rows } from './row';

/**
 * The next request about somebody's application is let in, and then stands still until `takeAway` is done: no waiting, and
 * no chance that it comes too late.
 */
export function onceLetIn(house: AccessHouse, takeAway: () => Promise<unknown>): void {
  const ownership = house.server.app.get(ApplicationOwnership, { strict: false });
  const owns = ownership.owns.bind(ownership);
  jest.spyOn(ownership, 'owns').mockImplementationOnce(async (resident, id) => {
    const letIn = await owns(resident, id);
    await takeAway();
    return letIn;
  });
}

/** Of each kind of act a helper may do, one: typing, a paper, an account for the money, handing in, taking back. */
const ACTS = ['PATCH', 'DELETE', 'PUT /materials/{kind}', 'PUT /payee', 'POST /submission', 'POST /withdrawal'];

/** Acts of a helper that are let in, whose mandate is then taken back. Resolves to those that went through all the same. */
export async function tryWithoutMandate(house: AccessHouse, rows: Rows): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const act of ACTS) {
    const [method, rest = ''] = act.split(' ');
    const route = `${method} /relief/applications/{id}${rest}`;
    const asked = await rows[route]?.ask(house, 'helped');
    // cast: the one who is helped was made as a person, and is the owner
    const owner = asked?.cast?.owner as Person | undefined;
    if (asked === undefined || owner === undefined) throw new Error(`${route} is no act of a helper`);
    const mandates = await must<{ items: readonly { id: string }[] }>(call(owner, 'GET', '/mandates'));
    const before = await viewOf(owner, asked.at?.id);
    let taken = 0;
    onceLetIn(house, async () => {
      for (const { id } of mandates.items) await must(call(owner, 'DELETE', `/mandates/${id}`));
      taken = mandates.items.length;
    });
    const { status, text } = await send(house, route, asked, 'helper');
    if (taken === 0) wrong.push(`${route} was not let in: ${status}`);
    else if (status !== 404) wrong.push(`${route} went on without a mandate: ${status} ${text.slice(0, 200)}`);
    if ((await viewOf(owner, asked.at?.id)) !== before) wrong.push(`${route} changed something`);
  }
  return wrong;
}

/** An application that is handed in by somebody who takes the consent to it back meanwhile. */
export async function tryWithoutConsent(house: AccessHouse): Promise<readonly string[]> {
  const { id, by } = await aDraft(house, 'own');
  onceLetIn(house, () => must(call(by, 'DELETE', '/consents/relief-application')));
  const { status, body } = await call(by, 'POST', `/relief/applications/${id}/submission`, {});
  const found = [status, body.code, (await viewOf(by, id)).split(' ')[0]].join(' ');
  return found === '403 consent.required draft' ? [] : [found];
}

/** What an act would have changed; who helps is no part of it. */
async function viewOf(person: Person, id: string | undefined): Promise<string> {
  const { version, state } = await must<ApplicationView>(call(person, 'GET', `/relief/applications/${id}`));
  return `${state} ${version}`;
}
