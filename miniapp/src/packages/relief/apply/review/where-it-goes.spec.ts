import type { FieldValues } from '@jinmen/shared/applications/field';
import { aDraft } from '../../../../../test/applications';
import { whereItGoes } from './review-view';

const [HOME, THEIRS] = ['120111001', '120119100'];
const FUNERAL = 'funeral-subsidy';
const linesOf = (programmes: readonly string[], values: FieldValues, atTheStreet: readonly string[] = []) =>
  whereItGoes(aDraft({ programmes, atTheStreet }), { 'applicant.street': HOME, ...values }).lines;

describe('where a claim after a death goes', () => {
  it('is the street of the hukou of who died, and never the one the family lives in', () => {
    const lines = linesOf([FUNERAL], { 'deceased.hukouStreet': THEIRS });
    expect(lines[0]).toMatch(/^丧葬补贴递给蓟州区.+：去世的亲人户口在那里。$/);
    expect(lines.join()).not.toContain('西青区');
  });

  it('is told apart from what goes to the street of the home', () => {
    const lines = linesOf(['minimum-living-allowance', FUNERAL], { 'deceased.hukouStreet': THEIRS });
    expect(lines[0]).toMatch(/^递给西青区/);
    expect(lines[1]).toMatch(/^丧葬补贴递给蓟州区/);
  });

  it('is said to be open while nobody said where that is', () => {
    expect(linesOf([FUNERAL], {})[0]).toContain('该由去世的亲人户口所在的街道或镇办。那是哪里还没填');
  });

  it('is that street too where it cannot be handed in here', () => {
    const lines = linesOf([FUNERAL, 'old-age-allowance'], {}, [FUNERAL, 'old-age-allowance']).join('\n');
    expect(lines).toMatch(/高龄津贴：.+到您住的街道或镇去办/);
    expect(lines).toMatch(/丧葬补贴：.+到去世的亲人户口所在的街道或镇去办/);
  });
});
