import type { PublicNoticeView } from '@jinmen/shared/applications/public-notice';
import { act, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { publicNoticeWords as words } from '../../../copy/public-notice';
import { HangingNotices, PublicNoticeCard } from './public-notice-card';

const view: PublicNoticeView = {
  notices: [
    {
      programme: 'minimum-living-allowance',
      stage: 'before-decision',
      state: 'hanging',
      lines: [
        { label: '名字', text: '测*' },
        { label: '街道', text: '西青区西营门街道' },
      ],
      where: '贴在社区或村里的公告栏',
      howLong: '贴 7 天，周末也算',
      until: '2026-12-02',
    },
  ],
  notPosted: [{ programme: 'orphan-living-allowance', why: '孩子的事，不往外贴。' }],
  note: '名字露几个字，这里是示例。',
};

const application = { id: 'a1', version: 2 };
const served = (data: PublicNoticeView) => serve({ 'GET /relief/applications/a1/public-notice': () => ok(data) });
const shown = async (card: React.ReactElement) => {
  render(card);
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
});

describe('what neighbours read', () => {
  it('is the lines the server posts, where and until when, and what is never posted', async () => {
    served(view);
    await shown(<PublicNoticeCard application={application} />);
    expect(screen.getByText('名字：测*')).toBeTruthy();
    expect(screen.getByText('街道：西青区西营门街道')).toBeTruthy();
    expect(screen.getByText('贴在社区或村里的公告栏。贴到 2026 年 12 月 2 日。')).toBeTruthy();
    expect(screen.getByText(/孩子的事，不往外贴。/)).toBeTruthy();
    expect(screen.getByText(view.note)).toBeTruthy();
  });

  it('is honestly not to be seen without a network', async () => {
    phone.reply = noNetwork;
    await shown(<PublicNoticeCard application={application} />);
    expect(screen.getByText(words.offline)).toBeTruthy();
  });

  it('is on the page of a case only while it hangs', async () => {
    served({ ...view, notices: view.notices.map((notice) => ({ ...notice, state: 'over' as const })) });
    await shown(<HangingNotices application={application} />);
    expect(screen.queryByText(words.title)).toBeNull();
  });
});
