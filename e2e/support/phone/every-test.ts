import { putAllDown, takeAllTroubles, theDeepestFound } from './table';

/** For every journey on the mini-program: no test of it ends well if anything went wrong in the app meanwhile. */
afterEach(async () => expect(await takeAllTroubles()).toEqual([]));

/** Nor if a part of the page lay so deep that a test could not have found it (docs/adr/0022). */
afterEach(async () => expect(await theDeepestFound()).not.toContain(null));

afterAll(putAllDown);
