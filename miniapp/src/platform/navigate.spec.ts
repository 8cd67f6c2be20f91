import { phone, resetPhone } from '../../test/taro';
import { goBackTo, returnToFrom, signInThen } from './navigate';

const parameter = () => new URLSearchParams(phone.opened[0]?.split('?')[1]).get('after') ?? undefined;

describe('signing in on the way', () => {
  beforeEach(resetPhone);

  it('leads back to the page that asked, which is still there', () => {
    signInThen();
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });

  it('leads on to the page that was wanted, with its parameters', () => {
    signInThen({ page: 'caseDetail', query: { id: 'a b' } });
    expect(returnToFrom(parameter())).toEqual({ page: 'caseDetail', query: { id: 'a b' } });
  });

  it.each([undefined, '', 'null', '{"page":"https://elsewhere"}', '{"page":"constructor"}', '{"page":7}'])(
    'leads nowhere when the address says %s',
    (text) => {
      expect(returnToFrom(text)).toBeUndefined();
    },
  );
});

describe('the way back from a part of something', () => {
  beforeEach(resetPhone);

  it.each([
    ['is the page before it', 1, ['back']],
    ['is what it is a part of when the app was killed there', 0, ['/packages/funeral/farewell/index?id=f1']],
  ])('%s', (_where, pagesBelow, opened) => {
    phone.pagesBelow = pagesBelow;
    goBackTo({ page: 'funeralFarewell', query: { id: 'f1' } });
    expect(phone.opened).toEqual(opened);
  });
});
