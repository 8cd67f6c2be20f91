import { companionsName } from './companions';

const [A, B, C] = ['HM-22222A', 'HM-22222B', 'HM-22222C'] as const;
const said = (number: string, together?: string) => ({ number, ...(together !== undefined && { together }) });

describe('families that wish to go on one voyage', () => {
  it('have one name when each named the other, whichever is asked', () => {
    expect(companionsName(said(B, A), said(A, B))).toBe(A);
    expect(companionsName(said(A, B), said(B, A))).toBe(A);
  });

  it('have one name when all of them wrote one number, the family it belongs to as well', () => {
    for (const each of [A, B, C]) expect(companionsName(said(each, A), said(A, A))).toBe(A);
  });

  it.each([
    ['a number nobody has', said(B, A), undefined],
    ['a family that said nothing', said(B, A), said(A)],
    ['a family that named somebody else', said(B, A), said(A, C)],
    ['nobody', said(B), said(A, B)],
  ])('are not tied together by %s', (_what, own, named) => {
    expect(companionsName(own, named)).toBeUndefined();
  });
});
