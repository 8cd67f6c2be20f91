import { chooseWriter, type NodeSays } from './choose-writer';

const node = (uuid: string, change: Partial<NodeSays> = {}): NodeSays => ({
  uuid,
  serves: true,
  isUpToDate: true,
  ...change,
});
const alone = { serves: false, isUpToDate: false };
const lent = { isUpToDate: false };

describe('of several nodes, it is written to', () => {
  it('the first that is up to date while nobody was named, and that has to be agreed', () => {
    expect(chooseWriter([node('a', lent), node('b'), node('c')])).toEqual({ at: 1, claims: true });
  });

  it('whoever is named, wherever that one stands in our own list, as long as it serves', () => {
    expect(chooseWriter([node('a', { writer: 'c' }), node('b', { writer: 'c' }), node('c', { writer: 'c' })])).toEqual({
      at: 2,
      claims: false,
    });
  });

  it('the same one while it brings another up to date', () => {
    expect(chooseWriter([node('a', { writer: 'b' }), node('b', { ...lent, writer: 'b' }), undefined])).toEqual({
      at: 1,
      claims: false,
    });
  });

  it('another when the named one does not answer', () => {
    expect(chooseWriter([undefined, node('b', { writer: 'a' }), node('c', { writer: 'a' })])).toEqual({
      at: 1,
      claims: true,
    });
  });

  it('another when the named one has lost the majority', () => {
    expect(chooseWriter([node('a', alone), node('b', { writer: 'a' }), node('c', { writer: 'a' })])).toEqual({
      at: 1,
      claims: true,
    });
  });

  it('nobody who came back in another life under the same address', () => {
    const says = [node('a2', { writer: 'b' }), node('b', { writer: 'b' }), node('c', { writer: 'b' })];
    expect(chooseWriter(says)).toEqual({ at: 1, claims: false });
  });

  it('nobody while no node has a majority, or all only bring others up to date', () => {
    expect(chooseWriter([undefined, undefined, node('c', alone)])).toBeUndefined();
    expect(chooseWriter([undefined, node('b', lent), node('c', alone)])).toBeUndefined();
    expect(chooseWriter([])).toBeUndefined();
  });
});
