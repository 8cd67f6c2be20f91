import { matches, TaggedReply } from './etag';

describe('a tag', () => {
  it('is the same for the same content and another for other content', () => {
    expect(TaggedReply.of({ a: 1 }).etag).toBe(TaggedReply.of({ a: 1 }).etag);
    expect(TaggedReply.of({ a: 1 }).etag).not.toBe(TaggedReply.of({ a: 2 }).etag);
    expect(TaggedReply.of({}).etag).toMatch(/^"[\w-]{27}"$/);
  });

  it.each([
    ['"x"', true],
    ['W/"x"', true],
    ['"y", "x"', true],
    ['*', true],
    ['"y"', false],
    ['x', false],
    [undefined, false],
  ])('If-None-Match %s means already known: %s', (header, known) => {
    expect(matches(header, '"x"')).toBe(known);
  });
});
