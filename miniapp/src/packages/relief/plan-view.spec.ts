import type { ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { excludes, fen, says, treat, verdict, waitsFor } from '@jinmen/shared/planner/fixtures/tea-house-programmes';
import { planOf } from '@jinmen/shared/planner/planner';
import { planView } from './plan-view';

const named = (programme: Programme, title: string): Programme => ({ ...programme, title });
const cake = named(treat('cake'), '点心');
const pot = (...relations: Parameters<typeof treat>[1][]) => named(treat('pot', ...relations), '茶壶');

function view(programmes: readonly Programme[], verdicts: readonly ProgrammeVerdict[], ...held: readonly string[]) {
  const facts = Object.fromEntries(held.map((code) => [`has.${code}`, true]));
  return planView(planOf({ programmes, verdicts, facts }), programmes);
}

const lines = (rows: readonly { title: string; line: string }[] | undefined) =>
  rows?.map(({ title, line }) => [title, line]);

describe('the card of the plan', () => {
  it('numbers what can be done together, each with its own line', () => {
    const shown = view([cake, pot()], [verdict('cake', 'needs-review'), verdict('pot', 'likely')]);
    expect(shown?.title).toBe('可以一起办的');
    expect(lines(shown?.steps)).toEqual([
      ['1. 点心', '能不能办，由街道核定。'],
      ['2. 茶壶', '可能符合，可以去递。'],
    ]);
  });

  it('stays away while it would say no more than the answers below it', () => {
    expect(view([cake, pot()], [verdict('cake', 'likely'), verdict('pot', 'unlikely')])).toBeUndefined();
    expect(view([cake, pot()], [verdict('cake', 'unlikely'), verdict('pot', 'unlikely')])).toBeUndefined();
    expect(view([cake, pot()], [verdict('cake', 'need-facts'), verdict('pot', 'need-facts')])).toBeUndefined();
  });

  it('says which of two to take first, and keeps the other for when it is not granted', () => {
    const shown = view(
      [cake, pot(excludes('cake', 'this'))],
      [verdict('cake', 'likely'), verdict('pot', 'needs-review')],
    );
    expect([shown?.title, lines(shown?.steps)]).toEqual([
      '先办这一项',
      [['茶壶', '和点心只能要一样。没批下来，再看它。']],
    ]);
    expect(lines(shown?.instead)).toEqual([['点心', '茶壶没批下来，再看这一项。']]);
    const sure = view([cake, pot(excludes('cake', 'this'))], [verdict('cake', 'likely'), verdict('pot', 'likely')]);
    expect(sure?.steps[0]?.line).toBe('和点心只能要一样，先看这一项。');
    expect(shown?.reasons).toEqual([{ why: 'not beside cake', source: '依据：Tea House Rules art. 9' }]);
  });

  it('never says one pays more while nobody can say which does', () => {
    const either = [cake, pot(excludes('cake', 'higher'))];
    const of = (pays: { min?: number; max?: number }) =>
      view(either, [verdict('cake', 'likely', fen(200)), verdict('pot', 'likely', pays)])?.steps[0]?.line;
    expect(of({ max: 300 })).toBe('和茶壶只能要一样，选高的那项，由街道核定。');
    expect(of({ max: 200 })).toBe('和茶壶只能要一样，这一项给的不会更少。');
  });

  it('says of what waits that it waits, or that there is little hope, and never refuses it', () => {
    const programmes = [cake, pot(waitsFor('cake'))];
    const waiting = view(programmes, [verdict('cake', 'needs-review'), verdict('pot', 'needs-review')]);
    expect([lines(waiting?.steps), lines(waiting?.waits)]).toEqual([
      [['点心', '能不能办，由街道核定。']],
      [['茶壶', '等点心有了结果再定。别等结果，现在就一起填、一起递。']],
    ]);
    const hopeless = view(programmes, [verdict('cake', 'unlikely'), verdict('pot', 'needs-review')]);
    expect([hopeless?.title, lines(hopeless?.waits)]).toEqual([
      '要先等别的结果',
      [['茶壶', '它要先有点心，这次都没对上。这一项先放一放。']],
    ]);
  });

  it('counts no open question among what can be done, and names it', () => {
    const song = named(treat('song'), '小曲');
    const shown = view(
      [cake, pot(), song],
      [verdict('cake', 'likely'), verdict('pot', 'likely'), verdict('song', 'need-facts')],
    );
    expect(lines(shown?.steps)?.map(([title]) => title)).toEqual(['1. 点心', '2. 茶壶']);
    expect(shown?.lines).toEqual(['还差几题才知道：小曲。']);
  });

  it('says what is had, and that it is kept until the other is granted', () => {
    const shown = view([cake, pot(excludes('cake', 'this'))], [verdict('pot', 'likely')], 'cake');
    expect(lines(shown?.steps)).toEqual([['茶壶', '批下来以后，换掉现在的点心。批下来之前照领。']]);
    expect(shown?.lines).toEqual(['已经有了：点心。']);
  });

  it('says whom to ask where nobody has published whether both may be had, once for each that says so', () => {
    const song = named(treat('song'), '小曲');
    const shown = view(
      [cake, pot(says('unsettled-with', 'cake'), says('unsettled-with', 'song')), song],
      [verdict('cake', 'likely'), verdict('pot', 'likely'), verdict('song', 'likely')],
    );
    expect(shown?.lines).toEqual(['茶壶和点心、小曲能不能一起领，没有公布。去之前打 12345 问一声。']);
  });

  it('says what to look at next where something did not match', () => {
    const shown = view(
      [named(treat('cake', says('falls-back-to', 'pot')), '点心'), pot()],
      [verdict('cake', 'unlikely'), verdict('pot', 'needs-review')],
    );
    expect(lines(shown?.steps)).toEqual([['茶壶', '点心这次没对上，可以看看这一项。']]);
  });
});
