import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { signedIn } from '../../../../test/applications';
import { aFarewell, keepFarewell } from '../../../../test/farewells';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { forgetFarewells } from '../../../state/farewells-on-phone';
import { keptKeys } from '../../../state/kept-on-phone';
import { contentsOf } from './sections';
import {
  answer,
  chooseSideOf,
  closedFarewell,
  openFarewell,
  saveNow,
  stopRetrying,
  typeInto,
  useFarewell,
} from './session';
import { clashesOf, hasUnsent, shown } from './unsent';

const PATH = '/farewells/f1';

function serveOne(first: FarewellView) {
  const kept = keepFarewell(first);
  serve({
    [`GET ${PATH}`]: () => ok(kept.now()),
    [`PATCH ${PATH}`]: ({ body }) => {
      const { stale, changed } = kept.patch(body);
      return stale ? problem(409, 'farewell.stale', undefined, { current: stale }) : ok(changed);
    },
  });
  return kept;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const saved = async () => {
  await saveNow();
  await settle();
};
const contents = () => {
  const { server, unsent } = useFarewell.getState();
  if (server === undefined) throw new Error('no farewell');
  return shown(contentsOf(server), unsent);
};
const clashes = () => {
  const { server, unsent } = useFarewell.getState();
  return server ? clashesOf(unsent, contentsOf(server)) : [];
};
/** The app is killed: memory is gone, the vault stays. */
const kill = () => useFarewell.setState(closedFarewell, true);

beforeEach(async () => {
  resetPhone();
  resetVault();
  kill();
  await signedIn();
});
afterEach(async () => {
  stopRetrying();
  await forgetFarewells();
});

describe('what is written about a farewell', () => {
  it('is sent by itself, each section whole, and says when it was kept', async () => {
    serveOne(aFarewell({ deceased: { name: '张三' } }));
    await openFarewell('f1');
    answer({ 'deceased.died': '2026-11-20' });
    await saved();
    expect(sentTo('PATCH', PATH)).toEqual([{ version: 1, deceased: { name: '张三', died: '2026-11-20' } }]);
    expect(useFarewell.getState()).toMatchObject({ saving: 'saved', server: { version: 2 } });
    expect(hasUnsent(useFarewell.getState().unsent)).toBe(false);
  });

  it('half typed is on this phone with every key, encrypted, and there again after the app was killed', async () => {
    serveOne(aFarewell());
    await openFarewell('f1');
    typeInto('deceased.name', '张');
    await settle();
    expect(memoryVault.sealed.get(keptKeys.farewells)).toContain('张');
    expect([...phone.stored.values()].join()).not.toContain('张');
    kill();
    await openFarewell('f1');
    expect(useFarewell.getState().unsent.typed).toEqual({ 'deceased.name': '张' });
  });

  it('without a network stays here, says so, and goes when there is one again, also after a kill', async () => {
    serveOne(aFarewell());
    await openFarewell('f1');
    const reply = phone.reply;
    phone.reply = noNetwork;
    answer({ 'ashes.place': 'storage' });
    await saved();
    expect(useFarewell.getState().saving).toBe('offline');
    kill();
    await openFarewell('f1');
    expect(contents().ashes).toEqual({ place: 'storage' });
    expect(useFarewell.getState().trouble?.kind).toBe('offline');
    phone.reply = reply;
    await openFarewell('f1');
    expect(useFarewell.getState()).toMatchObject({ saving: 'saved', server: { ashes: { place: 'storage' } } });
  });

  it('on two phones at once is put together where it does not meet', async () => {
    const kept = serveOne(aFarewell());
    await openFarewell('f1');
    kept.change({ deceased: { name: '张三' } });
    answer({ 'deceased.died': '2026-11-20' });
    await saved();
    expect(kept.now().deceased).toEqual({ name: '张三', died: '2026-11-20' });
    expect(clashes()).toEqual([]);
  });

  it.each([
    ['mine', '张三', '张三'],
    ['theirs', '张珊', '张珊'],
  ] as const)('where it meets, both stand until one is chosen (%s)', async (side, shownThen, onServer) => {
    const kept = serveOne(aFarewell());
    await openFarewell('f1');
    kept.change({ deceased: { name: '张珊' } });
    answer({ 'deceased.name': '张三' });
    await saved();
    expect(clashes()).toEqual([{ path: 'deceased.name', mine: '张三', theirs: '张珊' }]);
    expect(kept.now().deceased.name).toBe('张珊');
    chooseSideOf('deceased.name', side);
    await saved();
    expect(contents().deceased.name).toBe(shownThen);
    expect(kept.now().deceased.name).toBe(onServer);
    expect(clashes()).toEqual([]);
  });

  it('that the server finds wrong stays as it was typed, with why beside it, and holds nothing else back', async () => {
    serve({
      [`GET ${PATH}`]: () => ok(aFarewell()),
      [`PATCH ${PATH}`]: ({ body }) =>
        'wishes' in (body as object)
          ? problem(400, 'request.invalid', undefined, {
              errors: [{ field: 'wishes.together', code: 'field.farewell-number', message: '请再看看。' }],
            })
          : ok(aFarewell({ version: 2, ashes: { place: 'storage' } })),
    });
    await openFarewell('f1');
    answer({ 'wishes.together': 'HM-1' });
    await saved();
    answer({ 'ashes.place': 'storage' });
    await saved();
    expect(useFarewell.getState().problems).toEqual({ 'wishes.together': '请再看看。' });
    expect(contents()).toMatchObject({ wishes: { together: 'HM-1' }, ashes: { place: 'storage' } });
    expect(sentTo('PATCH', PATH).at(-1)).toEqual({ version: 1, ashes: { place: 'storage' } });
  });

  it('that was refused is never called saved, and goes again with whatever mends it', async () => {
    let counted = 0;
    serve({
      [`GET ${PATH}`]: () => ok(aFarewell({ company: { aboard: 0, ashore: 1, named: [] } })),
      [`PATCH ${PATH}`]: ({ body }) => {
        const { company } = body as { company: { aboard: number; named: object[] } };
        counted = company.aboard;
        return company.named.length > counted
          ? problem(400, 'request.invalid', undefined, {
              errors: [{ field: 'company.aboard', code: 'field.more-named', message: '写了名字的比报的人数多' }],
            })
          : ok(aFarewell({ version: 2, company: { aboard: counted, ashore: 1, named } }));
      },
    });
    const named = [{ id: 'a', name: '张三', where: 'aboard' as const }];
    await openFarewell('f1');
    answer({ 'company.named': named });
    await saved();
    expect(useFarewell.getState()).toMatchObject({
      saving: 'refused',
      problems: { 'company.named': '写了名字的比报的人数多' },
    });
    answer({ 'company.aboard': 1 });
    await saved();
    expect(sentTo('PATCH', PATH).at(-1)).toMatchObject({ company: { aboard: 1, named } });
    expect(useFarewell.getState()).toMatchObject({ saving: 'saved', problems: {} });
  });

  it('for more than the voyage has seats for goes back to the number before, and says why', async () => {
    serve({
      [`GET ${PATH}`]: () => ok(aFarewell()),
      [`PATCH ${PATH}`]: () => problem(409, 'farewell.voyage-full', '这一班的座位坐不下更多人了。'),
    });
    await openFarewell('f1');
    answer({ 'company.aboard': 9 });
    await saved();
    expect(contents().company.aboard).toBe(1);
    expect(useFarewell.getState()).toMatchObject({
      saving: 'saved',
      problems: { 'company.aboard': '这一班的座位坐不下更多人了。' },
    });
  });

  it('that is refused for good is not sent again and again', async () => {
    serve({
      [`GET ${PATH}`]: () => ok(aFarewell()),
      [`PATCH ${PATH}`]: () => problem(409, 'farewell.family-already', '家里已经有人登记了。'),
    });
    await openFarewell('f1');
    answer({ 'deceased.name': '张三' });
    await saved();
    await saved();
    expect(sentTo('PATCH', PATH)).toHaveLength(1);
    expect(contents().deceased.name).toBe('张三');
    expect(useFarewell.getState().problems).toEqual({ 'deceased.name': '家里已经有人登记了。' });
  });

  it('that came back masked is no other number than the one that was typed', async () => {
    serve({
      [`GET ${PATH}`]: () => ok(aFarewell({ version: 2, deceased: { idNumber: '1****************1' } })),
      [`PATCH ${PATH}`]: noNetwork,
    });
    await openFarewell('f1');
    useFarewell.setState({
      unsent: { edits: { 'deceased.idNumber': { value: '120101194001011231', over: null, atMs: 1 } }, typed: {} },
    });
    await openFarewell('f1');
    expect(hasUnsent(useFarewell.getState().unsent)).toBe(false);
  });

  it('leaves this phone with whoever signs out, and with a farewell that is not theirs to see any more', async () => {
    serveOne(aFarewell());
    await openFarewell('f1');
    await settle();
    serve({ [`GET ${PATH}`]: () => problem(404, 'request.not-found') });
    await openFarewell('f1');
    expect(useFarewell.getState()).toMatchObject({ server: undefined, trouble: { status: 404 } });
    expect(memoryVault.sealed.get(keptKeys.farewells)).toBe('{}');
    await dropSession();
  });
});
