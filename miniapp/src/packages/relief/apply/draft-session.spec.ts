import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { aDraft, signedIn } from '../../../../test/applications';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { forgetApplications } from '../../../state/applications-on-phone';
import { keptKeys } from '../../../state/kept-on-phone';
import {
  changeFields,
  chooseSideOf,
  closedDraft,
  openDraft,
  saveNow,
  stopRetrying,
  typeInto,
  useDraft,
} from './draft-session';
import { clashesOf, hasUnsent, shownFields } from './unsent';

const PHONE = 'applicant.phone';
const ADDRESS = 'applicant.address';

/** A server that keeps one draft, as ours does: a stale version is refused with what stands. */
function keepDraft(first: ApplicationView) {
  let draft = first;
  const change = (fields: FieldValues, at = '2026-11-25T02:00:00Z') => {
    const times = Object.fromEntries(Object.keys(fields).map((name) => [name, at]));
    draft = {
      ...draft,
      version: draft.version + 1,
      fields: { ...draft.fields, ...fields },
      changedAt: { ...draft.changedAt, ...times },
    };
  };
  serve({
    'GET /relief/applications/a1': () => ok(draft),
    'PATCH /relief/applications/a1': ({ body }) => {
      const { version, fields } = body as { version: number; fields: FieldValues };
      if (version !== draft.version) return problem(409, 'application.stale', undefined, { current: draft });
      change(fields);
      return ok(draft);
    },
  });
  return { now: () => draft, elsewhere: change };
}

const saved = async () => {
  await saveNow();
  await new Promise((resolve) => setTimeout(resolve, 0));
};
const shown = () => {
  const { server, unsent } = useDraft.getState();
  return server ? shownFields(server, unsent) : {};
};
const gone = () => problem(404, 'not-found');
const patches = () => phone.asked.filter(({ method }) => method === 'PATCH').length;
/** The app is killed: memory is gone, the vault stays. */
const kill = () => useDraft.setState(closedDraft, true);

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetApplications();
  await signedIn();
});
afterEach(() => {
  stopRetrying();
  expect(unexpected).toEqual([]);
});

describe('a draft', () => {
  it('is saved with the version it was read in, answer by answer, one request at a time', async () => {
    const server = keepDraft(aDraft({ version: 4 }));
    await openDraft('a1');
    changeFields({ [PHONE]: '13800000001' });
    changeFields({ [ADDRESS]: '一号' });
    await saved();
    expect(server.now()).toMatchObject({ version: 6, fields: { [PHONE]: '13800000001', [ADDRESS]: '一号' } });
    expect(patches()).toBe(2);
    expect(useDraft.getState()).toMatchObject({ saving: 'saved', problems: {} });
    expect(hasUnsent(useDraft.getState().unsent)).toBe(false);
  });

  it('without a network stays on the phone, encrypted and as typed, and is sent when a network is back', async () => {
    const server = keepDraft(aDraft());
    await openDraft('a1');
    phone.reply = noNetwork;
    changeFields({ [PHONE]: '13800000001' });
    typeInto({ question: ADDRESS, text: '一' });
    await saved();
    expect(useDraft.getState().saving).toBe('offline');
    expect(memoryVault.sealed.get(keptKeys.reliefUnsent)).toContain('13800000001');
    expect([...phone.stored.values()].join()).not.toContain('13800000001');
    kill();
    await openDraft('a1');
    expect(shown()[PHONE]).toBe('13800000001');
    expect(useDraft.getState().unsent.typed[ADDRESS]?.text).toBe('一');
    keepDraft(server.now());
    await saved();
    expect(useDraft.getState()).toMatchObject({ saving: 'saved', server: { fields: { [PHONE]: '13800000001' } } });
  });

  it('takes over what only another phone changed, and keeps and sends its own', async () => {
    const server = keepDraft(aDraft({ fields: { [PHONE]: '1', [ADDRESS]: '一号' } }));
    await openDraft('a1');
    server.elsewhere({ [ADDRESS]: '二号' });
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    expect(server.now().fields).toEqual({ [PHONE]: '13800000001', [ADDRESS]: '二号' });
    expect(shown()).toEqual(server.now().fields);
  });

  it('holds both where two phones changed one field, sends the rest, and then what was chosen', async () => {
    const server = keepDraft(aDraft({ fields: { [PHONE]: '1' } }));
    await openDraft('a1');
    server.elsewhere({ [PHONE]: '13900000002' });
    changeFields({ [PHONE]: '13800000001', [ADDRESS]: '一号' });
    await saved();
    const { unsent, server: seen } = useDraft.getState();
    expect(seen && clashesOf(unsent, seen)).toMatchObject([
      { field: PHONE, mine: '13800000001', theirs: '13900000002', theirsAt: '2026-11-25T02:00:00Z' },
    ]);
    expect(server.now().fields).toEqual({ [PHONE]: '13900000002', [ADDRESS]: '一号' });
    chooseSideOf(PHONE, 'mine');
    await saved();
    expect(server.now().fields[PHONE]).toBe('13800000001');
  });

  it('says at its field what the server does not take, sends the others, and tries that one again once changed', async () => {
    let fields: FieldValues = {};
    const refuses = ({ body }: { body: unknown }) => {
      const sent = (body as { fields: FieldValues }).fields;
      if (sent[PHONE] === '1')
        return problem(400, 'request.invalid', undefined, {
          errors: [{ field: `fields.${PHONE}`, code: 'phone.shape', message: '电话好像不对。' }],
        });
      fields = { ...fields, ...sent };
      return ok(aDraft({ fields }));
    };
    serve({ 'GET /relief/applications/a1': () => ok(aDraft()), 'PATCH /relief/applications/a1': refuses });
    await openDraft('a1');
    changeFields({ [PHONE]: '1', [ADDRESS]: '一号' });
    await saved();
    expect(useDraft.getState().problems).toEqual({ [PHONE]: '电话好像不对。' });
    expect(fields).toEqual({ [ADDRESS]: '一号' });
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    expect(fields).toEqual({ [ADDRESS]: '一号', [PHONE]: '13800000001' });
  });

  it('whose session ran out keeps what was typed until someone signs in again', async () => {
    keepDraft(aDraft());
    await openDraft('a1');
    await dropSession();
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    expect(useDraft.getState()).toMatchObject({ saving: 'signed-out' });
    expect(shown()[PHONE]).toBe('13800000001');
  });

  it('that was submitted elsewhere is no draft any more: nothing of this phone’s is sent over it', async () => {
    const sent = aDraft({ state: 'open', version: 9 });
    serve({ 'GET /relief/applications/a1': () => ok(sent) });
    useDraft.setState({
      ...closedDraft,
      id: 'a1',
      server: aDraft(),
      unsent: { edits: { [PHONE]: { value: '1', atMs: 1 } }, typed: {} },
    });
    await openDraft('a1');
    expect(useDraft.getState().server?.state).toBe('open');
    expect(hasUnsent(useDraft.getState().unsent)).toBe(false);
    expect(patches()).toBe(0);
  });

  it('of somebody who is helped is gone from the phone as soon as they stopped it, words on the way and all', async () => {
    const subject = { kind: 'helped', mandateId: 'm1', name: '示*娘', until: '2027-02-23', state: 'acting' } as const;
    keepDraft(aDraft({ subject }));
    await openDraft('a1');
    serve({ 'GET /relief/applications/a1': gone, 'PATCH /relief/applications/a1': gone });
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    typeInto({ question: ADDRESS, text: '三号' });
    expect(useDraft.getState()).toMatchObject({ standing: 'handed-back', server: undefined });
    await openDraft('a1');
    expect(useDraft.getState().standing).toBe('handed-back');
    kill();
    phone.reply = noNetwork;
    await openDraft('a1');
    expect(useDraft.getState()).toMatchObject({ standing: 'unreachable', server: undefined });
  });

  it('of one’s own that the server has no more is not sent again and again, and what was typed stays here', async () => {
    keepDraft(aDraft());
    await openDraft('a1');
    serve({ 'GET /relief/applications/a1': gone, 'PATCH /relief/applications/a1': gone });
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    expect(useDraft.getState().standing).toBe('not-found');
    expect(shown()).toMatchObject({ [PHONE]: '13800000001' });
  });

  it('leaves the phone with whoever signs out', async () => {
    keepDraft(aDraft());
    await openDraft('a1');
    changeFields({ [PHONE]: '13800000001' });
    await saved();
    await forgetApplications();
    expect(memoryVault.sealed.has(keptKeys.reliefUnsent)).toBe(false);
    expect(useDraft.getState().id).toBeUndefined();
  });
});
