import { firstDifference, normalisedTrace } from './trace';

const frame = (direction: string, body: object) =>
  `  automator:protocol 2026-11-26 10:00:00 ${direction} ${JSON.stringify(body)} +2ms`;
const sent = (id: string, method: string, params: object) => frame('SEND ►', { id, method, params });
const got = (id: string, body: object) => frame('◀ RECV', { id, ...body });

/** The same visit as two tools show it: ids, the order of keys and of answers, and words of errors differ. */
const visit = (ids: { page: unknown; element: string }, says: string, text: string) =>
  [
    sent('a', 'App.getCurrentPage', {}),
    sent('b', 'Tool.getInfo', {}),
    got('b', { result: { SDKVersion: says } }),
    'a line of something else',
    got('a', { result: { pageId: ids.page, path: 'pages/home' } }),
    sent('c', 'Page.getElement', { pageId: ids.page, selector: '#x' }),
    got('c', { result: { tagName: 'view', elementId: ids.element } }),
    sent('d', 'Element.getDOMProperties', { names: ['innerText'], elementId: ids.element, pageId: ids.page }),
    got('d', { result: { properties: [text] } }),
    sent('e', 'Page.getElement', { pageId: ids.page, selector: '#none' }),
    got('e', { error: { message: says } }),
    sent('f', 'App.captureScreenshot', {}),
    got('f', { result: { data: says } }),
  ].join('\n');

describe('normalisedTrace', () => {
  const ours = normalisedTrace(visit({ page: 100_001, element: 'e1-1' }, 'one', 'tea'));

  it('is the same for two tools that answered alike', () => {
    expect(normalisedTrace(visit({ page: 7, element: 'x-abc' }, 'another', 'tea'))).toEqual(ours);
    expect(ours).toContain('Page.getElement {"pageId":"pageId-1","selector":"#none"} -> error');
    expect(ours).toHaveLength(6);
  });

  it('tells where two tools part', () => {
    const theirs = normalisedTrace(visit({ page: 7, element: 'x-abc' }, 'another', 'milk'));
    expect(firstDifference(ours, theirs)).toMatch(/^line 4\n- Element.*tea.*\n\+ Element.*milk/);
    expect(firstDifference(ours, ours)).toBeUndefined();
    expect(firstDifference(ours, ours.slice(0, 5))).toContain('+ (the end)');
  });
});
