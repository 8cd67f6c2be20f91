import type { AdultView } from '@jinmen/shared/applications/adults';
import { fireEvent, render } from '@testing-library/react';
import { phone, resetPhone } from '../../../../test/taro';
import { AdultsCard } from './adults-card';
import { signerOf } from './signer';

const adult = (member: string, change: Partial<AdultView> = {}): AdultView => ({
  member,
  name: '示*甲',
  idNumber: '1****************X',
  you: member === 'applicant',
  state: 'not-asked',
  ...change,
});

beforeEach(resetPhone);

describe('who of the household has signed', () => {
  it('is not asked of whoever lives alone, or with children', () => {
    const { container } = render(<AdultsCard id="a1" adults={[adult('applicant')]} />);
    expect(container.innerHTML).toBe('');
    expect(render(<AdultsCard id="a1" adults={undefined} />).container.innerHTML).toBe('');
  });

  it('leads to the ways of each who has not', () => {
    const adults = [adult('applicant', { state: 'signed' }), adult('m1'), adult('m2', { state: 'signed' })];
    const { container } = render(<AdultsCard id="a1" adults={adults} />);
    const rows = [...container.querySelectorAll('.adult-row')];
    for (const row of rows) fireEvent.click(row);
    expect(phone.opened).toEqual(['/packages/mine/adult/index?id=a1&member=m1']);
  });

  it('says of who signed on this phone that the street asks them first, and leads on to the other ways', () => {
    const adults = [adult('applicant', { state: 'signed' }), adult('m1', { state: 'signed', unasked: true })];
    const { container } = render(<AdultsCard id="a1" adults={adults} />);
    expect(container.textContent).toContain('街道问过本人才查');
    expect(container.textContent).not.toContain('都签好了');
    for (const row of container.querySelectorAll('.adult-row')) fireEvent.click(row);
    expect(phone.opened).toEqual(['/packages/mine/adult/index?id=a1&member=m1']);
  });

  it('says that a link ran out', () => {
    const link = { sentAt: '2026-11-25T02:00:00Z', expiresAt: '2026-11-28T02:00:00Z', state: 'expired' } as const;
    const { container } = render(<AdultsCard id="a1" adults={[adult('applicant'), adult('m1', { link })]} />);
    expect(container.textContent).toContain('链接过期了');
  });

  it('asks nothing any more once the application is over', () => {
    const { container } = render(<AdultsCard id="a1" adults={[adult('applicant'), adult('m1')]} closed />);
    for (const row of container.querySelectorAll('.adult-row')) fireEvent.click(row);
    expect(phone.opened).toEqual([]);
  });
});

describe('whose signature this phone gives', () => {
  it('is the one of whoever filed, and the applicant’s before anybody is known', () => {
    expect(signerOf(undefined)).toBe('applicant');
    expect(signerOf([adult('m1'), adult('filer', { you: true })])).toBe('filer');
    expect(signerOf([adult('applicant', { you: false })])).toBeUndefined();
  });
});
