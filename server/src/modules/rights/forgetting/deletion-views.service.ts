import type { DeletionView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { tableOf } from '../catalogue/catalogue';
import { type Kept, keptWords } from '../keeping/keeping';
import { ownedBy } from '../owned-rows';
import { HeldBack, type HeldIds, notHeld } from './held-back.service';

interface Line {
  readonly table: string;
  /** Which of the rows; all unless said. */
  readonly where?: string;
  readonly words: (count: number) => string;
}

interface StayingLine extends Line {
  readonly why: string;
  readonly kept: Kept;
  /** It has to stay somebody's: name and number stay with it. */
  readonly named?: true;
}

const GOES: readonly Line[] = [
  { table: 'account', words: () => '您的登录：所有手机上都会退出' },
  { table: 'account_person', words: () => '您和这个账号的对应：姓名、身份证号不再跟着它' },
  { table: 'relief_application', where: "state = 'draft'", words: (n) => `没递出去的申请 ${n} 份，和里面的照片` },
  { table: 'farewell', where: "state = 'draft'", words: (n) => `没登记完的送别 ${n} 份` },
  { table: 'sea_memory', words: () => '您为家人写下留着的话' },
  { table: 'dependant', where: goneBy('dependant'), words: (n) => `您添的孩子、您监护的人 ${n} 位` },
  { table: 'mandate', where: goneBy('mandate'), words: (n) => `替别人办事的记录 ${n} 条` },
  { table: 'notice', words: (n) => `消息 ${n} 条` },
  { table: 'consent', words: () => '您同意过的事，都收回' },
  { table: 'complaint', where: "state = 'answered'", words: (n) => `回复过的投诉和建议 ${n} 份` },
];

const STAYS: readonly StayingLine[] = [
  {
    table: 'relief_application',
    where: "state <> 'draft'",
    words: (n) => `递出去的申请 ${n} 份`,
    why: '街道和民政部门在办，或者已经发过钱，要留底。删了账号，办还照样办，只是手机上看不到了。',
    kept: 'relief',
    named: true,
  },
  {
    table: 'booking',
    words: (n) => `约过的和约好的 ${n} 个`,
    why: '约好的还算数，带身份证去就行。要是不去了，请先取消再来删账号。结婚登记的档案在登记处，不在这里。',
    kept: 'bookings',
    named: true,
  },
  {
    table: 'waiting_entry',
    where: 'active_key IS NOT NULL',
    words: (n) => `正在等的号 ${n} 个`,
    why: '还排着。要是不等了，请先退出来再删账号。',
    kept: 'bookings',
    named: true,
  },
  {
    table: 'farewell',
    where: "state <> 'draft'",
    words: (n) => `登记过的送别 ${n} 份`,
    why: '家里其他人也要用，殡葬部门也在办。',
    kept: 'farewells',
    named: true,
  },
  {
    table: 'complaint',
    where: "state = 'open'",
    words: (n) => `还没回复的投诉和建议 ${n} 份`,
    why: '有人正在看，办完再删。',
    kept: 'complaints',
  },
  { table: 'urgent_request', words: (n) => `急难求助 ${n} 次`, why: '街道要能找到您。', kept: 'urgent' },
  {
    table: 'consent_change',
    words: () => '您当时同意没同意的记录',
    why: '能证明没有您同意时没有用过。里面没有姓名和号码。',
    kept: 'consents',
  },
  {
    table: 'disclosure',
    words: () => '给过哪个部门的记录',
    why: '法律要求留着。里面没有姓名和号码。',
    kept: 'sharing',
  },
  { table: 'audit_row', words: () => '谁做了什么的记录', why: '法律要求留着。里面没有姓名和号码。', kept: 'log' },
];

/** Which rows of a table go with the account, as the catalogue has it. */
function goneBy(table: string): string {
  const { goes } = tableOf(table);
  return typeof goes === 'object' ? goes.where : '1 = 1';
}

const NAME: DeletionView['stays'][number] = {
  what: '您的姓名、身份证号',
  why: '上面留着的事，要知道是谁的。不再跟着账号，也不拿来做别的。',
  until: '上面的事到日子删了，跟着一起删',
};

const HELD = (n: number): DeletionView['stays'][number] => ({
  what: `按规定要先留着的 ${n} 件`,
  why: '有法院或者有关部门要求先留着。只留着，不拿来做别的。',
  until: '要求留着的那边说可以删了，就删',
});

/** What would go and what would stay, said before the tap. */
@Injectable()
export class DeletionViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly heldBack: HeldBack,
  ) {}

  async of(accountId: string): Promise<DeletionView> {
    const goes: string[] = [];
    const held = await this.heldBack.now();
    let heldBack = 0;
    for (const line of GOES) {
      const free = await this.count(line, accountId, held);
      if (free > 0) goes.push(line.words(free));
      heldBack += (await this.count(line, accountId)) - free;
    }
    const stays: DeletionView['stays'][number][] = heldBack > 0 ? [HELD(heldBack)] : [];
    let named = false;
    for (const line of STAYS) {
      const count = await this.count(line, accountId);
      if (count === 0) continue;
      stays.push({ what: line.words(count), why: line.why, until: keptWords(line.kept, this.config.keepDays) });
      named ||= line.named === true;
    }
    return { goes, stays: named ? [...stays, NAME] : stays };
  }

  /** All of somebody's; with `held`, those no hold keeps. */
  private async count({ table, where = '1 = 1' }: Line, accountId: string, held: HeldIds = new Map()): Promise<number> {
    const own = ownedBy(tableOf(table), { accountId });
    if (!own) return 0;
    const free = notHeld(table, held) ?? { sql: '1 = 1', values: [] };
    const [row]: { n: number }[] = await this.transactions.manager.query(
      `SELECT COUNT(*) AS n FROM ${table} WHERE ${own.sql} AND ${where} AND ${free.sql}`,
      [...own.values, ...free.values],
    );
    return Number(row?.n ?? 0);
  }
}
