import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { maskedName } from '../../../platform/masking';
import { People } from '../../identity/people.port';
import { matterOf } from '../catalogue/matters';
import { CopiedRows } from '../export/copied-rows.service';
import { recordLine } from '../export/readable';
import { dayTimeWords } from '../export/said';
import { ALLOWED_MATTERS, allowedOf } from './allowed-fields';
import type { OpenedRequest } from './deceased-requests.repository';
import { relativesWords as words } from './relatives-words';

/** Of somebody who has no account here: what hangs on their name alone. */
const NO_ACCOUNT = '';

/** What a near relative takes home: the least that says what somebody who died had going on here. */
@Injectable()
export class RelativesCopy {
  constructor(
    private readonly people: People,
    private readonly rows: CopiedRows,
    private readonly clock: Clock,
  ) {}

  /** Lines to be read; the first is its title. Others' names and numbers in it are masked. */
  async of({ row: { personId }, deceased, relative }: OpenedRequest): Promise<string> {
    const sections = personId === null ? [] : await this.sectionsOf(personId, deceased);
    const accounts = personId === null ? 0 : (await this.people.accountsOf(personId)).length;
    return [
      '逝者在津门民政办过的事',
      `${maskedName(deceased.name)}的，${dayTimeWords(this.clock.now().toISOString())} 做给${maskedName(relative.name)}。`,
      '只写办过什么、办成没有。病情、收入、家里人、说过的话、婚姻的事都不在里面。',
      ...(accounts > 1 ? [words.oldestAccount] : []),
      ...(sections.length === 0 ? [words.nothing] : sections),
    ].join('\n');
  }

  private async sectionsOf(personId: string, own: OpenedRequest['deceased']): Promise<string[]> {
    const subject = { accountId: (await this.people.firstOf(personId)) ?? NO_ACCOUNT, personId };
    const lines: string[] = [];
    for (const code of ALLOWED_MATTERS) {
      const records = await this.rows.of(code, subject, own, allowedOf(personId));
      const said = records.map(recordLine).filter((line) => line !== '');
      if (said.length > 0) lines.push('', `【${matterOf(code).title}】`, ...new Set(said));
    }
    return lines;
  }
}
