import type { InspectedPage, Tappable } from '../weapp-host/automator/in-page/inspect-methods';
import { type Mode, whatIsWrong } from './tappable-rules';

type Changes = Partial<Tappable> & { readonly at?: readonly [number, number]; readonly roleless?: true };

const tappable = ({ at: [left, top] = [0, 0], roleless, ...rest }: Changes = {}): Tappable => {
  const box = { left, top, width: 100, height: 60 };
  const named = { tag: 'view', id: 'go', className: 'button', texts: ['去看看'] };
  return {
    ...named,
    ...(!roleless && { role: 'button' }),
    unheard: false,
    box,
    pinned: false,
    hidden: false,
    disabled: false,
    ...rest,
  };
};
const call = tappable({ id: 'call', label: '打电话 12345，民生热线', at: [0, 700] });

function wrong(tappables: readonly Tappable[], mode: Mode = 'normal', page: Partial<InspectedPage> = {}) {
  return whatIsWrong({ path: 'p', width: 360, height: 900, screenHeight: 600, tappables, ...page }, mode);
}

describe('what is wrong with a page for a finger or a reader', () => {
  it('is nothing where everything is named, large and apart', () => {
    expect(wrong([tappable(), tappable({ id: 'other', at: [0, 68] }), call])).toEqual([]);
  });

  it.each<[string, Changes, RegExp]>([
    ['no role', { roleless: true, label: '去看看' }, /#go “去看看” has no aria-role/],
    ['a role nobody presses', { role: 'heading', label: '去看看' }, /aria-role heading/],
    ['no label and no text', { texts: [] }, /no aria-label/],
    ['several texts and no label', { texts: ['低保', '一家人的收入低于标准'] }, /no aria-label/],
    ['a label of nothing but space', { label: ' ', texts: [] }, /no aria-label/],
    ['a field without a label, whatever is written in it', { role: 'textbox', texts: ['写好的'] }, /no aria-label/],
    ['being hidden from a reader', { unheard: true }, /hidden from a screen reader/],
    ['too little height', { box: { left: 0, top: 0, width: 100, height: 43 } }, /100\.0 × 43\.0, not 44 × 44/],
    ['a place beside the page', { at: [300, 0] }, /lies beside the page/],
    ['a place inside another', { inside: 1 }, /lies inside <view> #call/],
  ])('is %s', (_what, changes, message) => {
    expect(wrong([tappable(changes), call])).toEqual([expect.stringMatching(message)]);
  });

  it('asks for more in elder mode', () => {
    const small = tappable({ box: { left: 0, top: 0, width: 100, height: 57.6 } });
    expect(wrong([small, call])).toEqual([]);
    expect(wrong([small, call], 'elder')).toEqual([expect.stringMatching(/not 60 × 60/)]);
  });

  it('is what lies too near, or on each other; rows of one list may lie on each other, and nothing else on them', () => {
    const near = (className: string, top: number) => tappable({ id: 'near', className, at: [0, top] });
    expect(wrong([tappable(), near('button', 66), call])).toEqual([expect.stringMatching(/6\.0 apart, not 8/)]);
    expect(wrong([tappable(), near('button', 40), call])).toEqual([expect.stringMatching(/cover each other/)]);
    expect(wrong([near('list-row', 0), near('list-row urgent', 60), call])).toEqual([]);
    expect(wrong([near('list-row', 0), near('button', 60), call])).toEqual([expect.stringMatching(/0\.0 apart/)]);
  });

  it('is what a bar at the bottom never lets a finger reach', () => {
    const bar = tappable({ id: 'tab', pinned: true, at: [0, 540] });
    expect(wrong([tappable({ at: [0, 780] }), bar, call])).toEqual([]);
    expect(wrong([tappable({ at: [0, 785] }), bar, call])).toEqual([expect.stringMatching(/under the bar/)]);
  });

  it('is a page from which nobody can be called', () => {
    expect(wrong([tappable()])).toEqual(['nothing on the page calls a person']);
    expect(wrong([tappable({ label: '打电话 96456，送亲人' })])).toEqual([]);
  });

  it('leaves out what is not drawn', () => {
    expect(wrong([tappable({ hidden: true, roleless: true, at: [500, 0] }), call])).toEqual([]);
  });
});
