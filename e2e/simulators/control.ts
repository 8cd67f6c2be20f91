import { randomUUID } from 'node:crypto';
import { TAMPERINGS, type Tampering } from './_kit/callbacks';
import { FAULTS, type Fault, type FaultKind } from './_kit/faults';
import type { Answer, Incoming, Route, Routes } from './_kit/http-answer';
import { BadMessage, type Fields, fieldsOf, optionalText, text } from './_kit/message';
import { type Bureau, isBureau, SIGNED_BUREAUS, type SignedBureau } from './_kit/settings';
import { findPerson, type KnownPerson, people } from './people';
import { staff } from './staff';
import type { World } from './world';

/** What tests and reviewers steer the simulators with, beside the desk: `/__sim/…`. */
export function controlRoutes(world: World): Routes {
  return {
    'GET /__sim/people': () => ({ json: people }),
    'GET /__sim/people/:name': ({ params }) => personAnswer(params.name ?? ''),
    'POST /__sim/people/deaths': told((body) => {
      world.identity.died.add(personOf(body).idNumber);
      return { json: { done: true } };
    }),
    'GET /__sim/staff': () => ({
      json: staff.map((member) => ({ ...member, code: world.identity.codes.current(member.number) })),
    }),
    'GET /__sim/journal': ({ query }) => ({ json: world.journal.read(query.get('bureau') ?? undefined) }),
    'GET /__sim/callbacks': ({ query }) => {
      const bureau = query.get('bureau');
      const all = (Object.keys(SIGNED_BUREAUS) as SignedBureau[]).filter((each) => !bureau || each === bureau);
      return { json: all.flatMap((each) => world.callbacks[each].list().map((sent) => ({ bureau: each, ...sent }))) };
    },
    'POST /__sim/callbacks': told((body) => sendCallback(world, body)),
    'GET /__sim/faults': () => ({
      json: Object.entries(world.gates).flatMap(([bureau, { faults }]) =>
        faults.list().map((fault) => ({ bureau, ...fault })),
      ),
    }),
    'POST /__sim/faults': told((body) => addFault(world, body)),
    'POST /__sim/faults/end': told(async (body) => {
      await world.endFaults(body.bureau === undefined ? undefined : bureauOf(body));
      return { json: { done: true } };
    }),
    'POST /__sim/reset': told(async (body) => {
      await world.reset(body.bureau === undefined ? undefined : bureauOf(body));
      return { json: { done: true } };
    }),
    'POST /__sim/wechat/codes': told((body) => ({ json: { code: world.wechat.makeCode(personOf(body).name) } })),
    'POST /__sim/wechat/grants': told((body) => {
      const count = body.count ?? 1;
      if (!Number.isInteger(count) || (count as number) < 1) throw new BadMessage('count');
      world.wechat.grant(personOf(body).name, text(body, 'template'), count as number);
      return { json: { done: true } };
    }),
    'POST /__sim/wechat/tokens': told((body) => {
      if (body.state === 'expired') world.wechat.tokens.expire();
      else if (body.state === 'ended') world.wechat.tokens.end();
      else throw new BadMessage('state: expired or ended');
      return { json: { done: true } };
    }),
  };
}

function personAnswer(name: string): Answer {
  const person = findPerson(name);
  return person ? { json: person } : { json: { error: 'nobody of that name' }, status: 404 };
}

async function addFault(world: World, body: Fields): Promise<Answer> {
  const bureau = bureauOf(body);
  const fault = FAULTS.find((each) => each === body.fault);
  if (!fault) throw new BadMessage(`fault: one of ${FAULTS.join(', ')}`);
  const { count, ms } = { count: wholeOf(body, 'count'), ms: wholeOf(body, 'ms') };
  // A refused connection is seen by nobody here: it cannot be counted.
  if (fault === 'dead' && count !== undefined) throw new BadMessage('dead takes untilReset or ms');
  if (count === undefined && body.untilReset !== true && !(fault === 'dead' && ms !== undefined)) {
    throw new BadMessage('count or untilReset');
  }
  if (fault === 'dead') await world.die(bureau, ms);
  else world.gates[bureau].faults.add({ ...faultOf(fault, count, ms), ...whereOf(body) });
  return { json: { done: true } };
}

/** Which requests it meets, where not all. */
function whereOf(body: Fields): Pick<Fault, 'path' | 'oncePerKey'> {
  const path = optionalText(body, 'path');
  return { ...(path === undefined ? {} : { path }), ...(body.oncePerKey === true ? { oncePerKey: true } : {}) };
}

function faultOf(fault: FaultKind, count?: number, ms?: number): Fault {
  return { fault, ...(count === undefined ? {} : { count }), ...(ms === undefined ? {} : { ms }) };
}

/** One callback sent once outside every queue, as it is or spoiled: forged, old, under another key, replayed. */
async function sendCallback(world: World, body: Fields): Promise<Answer> {
  const bureau = bureauOf(body);
  if (!Object.hasOwn(SIGNED_BUREAUS, bureau)) throw new BadMessage('bureau');
  const tampering = body.tampering === undefined ? undefined : TAMPERINGS.find((each) => each === body.tampering);
  if (body.tampering !== undefined && !tampering) throw new BadMessage(`tampering: one of ${TAMPERINGS.join(', ')}`);
  const eventId = optionalText(body, 'eventId', 64) ?? randomUUID();
  const message = { type: text(body, 'type'), data: body.data };
  const status = await world.callbacks[bureau as SignedBureau].sendOnce(message, eventId, tampering as Tampering);
  return { json: { eventId, status } };
}

function bureauOf(body: Fields): Bureau {
  if (!isBureau(body.bureau)) throw new BadMessage('bureau');
  return body.bureau;
}

function personOf(body: Fields): KnownPerson {
  const found = findPerson(text(body, 'person'));
  if (!found) throw new BadMessage('person');
  return found;
}

function wholeOf(body: Fields, name: string): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || (value as number) < 1) throw new BadMessage(name);
  return value as number;
}

function told(work: (body: Fields) => Answer | Promise<Answer>): Route {
  return async (request: Incoming) => {
    try {
      return await work(request.body.length === 0 ? {} : fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return { json: { error: error.message }, status: 400 };
      throw error;
    }
  };
}
