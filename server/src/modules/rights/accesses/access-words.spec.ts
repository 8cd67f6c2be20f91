import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { AUDIT_OBJECTS } from '../audit-objects';
import { acts, actWords, WHY_IS_READ } from './access-words';

const SOURCES = join(__dirname, '../../..');
/** A word with a dot, as acts are called; neither the code of a problem nor a topic. */
const ACT = /(Problem\(\d+, |topic: |HandlesTopic\()?['`]([a-z]+(?:-[a-z]+)*\.(?:[a-z]|-|\$\{[^}]*\})+)['`]/g;

/** By whom they are done: residents, bureaus and the house itself. */
const BY_NO_STAFF = `account.deleted after-death.\${outcome} after-death.restored
  after-death.survivor-told after-death.to-do-again booking.own-name-shown
  booking.partner-checked change.reported consent.\${state} data.copied data.time-over dependant.removed farewell.\${act}
  farewell.deleted farewell.kin-\${state} farewell.signed-up guardianship.checked identity.checked identity.link-replaced kin-wish.said
  means-check.authorisation-withdrawn means-check.authorised means-check.signer-asked means-check.signer-checked payee.changed relief-application.appealed relief-application.deleted relief-application.disputed
  relief-application.submitted relief-application.withdrawn relief-case.filed relief-case.told relief-commitment.signed
  relief-paper.carried relief-paper.supplied session.begun session.refresh-reused session.signed-out
  urgent-request.\${kind} urgent-request.asked urgent-request.claimed urgent-request.escalated`;
/** Staff and what is the city's: calendars, rates, routes, ships, messages, sessions at a desk. */
const ABOUT_NO_RESIDENT = `audit.restore-recorded audit.verified booking-site.edited database.restored holiday-notice.loaded
  hot-day.removed hot-day.set identity.asked-at-desk opening.changed outbox-message.\${act} relief-delegation.changed relief-route.changed
  replacing.applied replacing.begun replacing.pinned replacing.planned sessions.all-ended staff.shown-again staff.sign-in-refused staff.signed-in
  staff.signed-out standard.changed voyage.\${act} windows.changed`;
/** Beside an act in the same file: a field of a form, a counter, a table of versions. */
const NO_ACT = 'appeal.day applicant.street deceased-request.same-person openings.hot-days urgent.no-secret';
/** Acts whose names are put together where they are done. */
const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  "after-death.${back ? 'restored' : 'to-do-again'}": ['after-death.restored', 'after-death.to-do-again'],
  'mandate.${state}': ['mandate.revoked'],
  "call-list.${state === 'done' ? 'done' : 'reopened'}": ['call-list.done', 'call-list.reopened'],
};

/** What an act may be about by another name: it is the city's, an act of no staff, or recorded with whose it is. */
const FOUND_BY_PERSON =
  `booking-site holiday-notice hot-day opening outbox-message relief-delegation relief-route relief-signature
  replacing-round session standard-change uploaded-file verified-death voyage windows`.split(/\s+/);
const OBJECT = /object\b[^`\n]*`([a-z-]+):\$\{/g;

const listed = [BY_NO_STAFF, ABOUT_NO_RESIDENT, NO_ACT].flatMap((names) => names.split(/\s+/));

/** The files that put something on record, without their comments. */
function recording(): readonly string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'));
  return sources.flatMap((file) => {
    const text = readFileSync(join(SOURCES, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    return /[/]audit[/]audit'|udit\.record\(/.test(text) || file.endsWith('audit/audit.ts') ? [text] : [];
  });
}

/** Every act there is. */
function actsDone(): readonly string[] {
  const found = recording().flatMap((text) =>
    [...text.matchAll(ACT)].flatMap(([, other, name = '']) => (other ? [] : [name])),
  );
  return [...new Set(found)].flatMap((name) => MADE_UP[name] ?? [name]).sort();
}

describe('what a resident reads of what staff did', () => {
  const done = actsDone();

  it('has words for every act on record that staff may do about a resident', () => {
    expect(done.length).toBeGreaterThan(80);
    expect(done.filter((name) => !(name in acts) && !listed.includes(name))).toEqual([]);
  });

  it('is found under every name by which acts are about something of theirs', () => {
    const named = recording().flatMap((text) => [...text.matchAll(OBJECT)].flatMap(([, name = '']) => [name]));
    expect(named.length).toBeGreaterThan(30);
    const known = [...Object.values(AUDIT_OBJECTS).flat(), ...FOUND_BY_PERSON];
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
    expect(FOUND_BY_PERSON.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('has none for an act nobody does, nor one both with words and without', () => {
    expect(Object.keys(acts).filter((name) => !done.includes(name) || listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !done.includes(name))).toEqual([]);
  });

  it('reads a reason of those acts alone that there are', () => {
    expect([...WHY_IS_READ].filter((name) => !(name in acts))).toEqual([]);
  });

  it('is plain, and its own for each that was refused', () => {
    expect(Object.values(acts).flatMap((words) => plainWordProblems(words))).toEqual([]);
    const refused = ['staff.kept-apart', 'staff.post-over'].map(actWords);
    for (const words of refused) expect(words).toMatch(/没(让看，没让办|看成，没办成)$/);
    expect(new Set([...refused, actWords('made.up')]).size).toBe(3);
  });
});
