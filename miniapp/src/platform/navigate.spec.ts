import { phone, resetPhone } from '../../test/taro';
import { returnToFrom, signInThen } from './navigate';

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
