import { createHash } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { contentHash } from '@jinmen/shared/kernel/content-hash';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import type { RulesVersion, RulesView } from '@jinmen/shared/residents/rights';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { insertOnce } from '../../../platform/database/insert-once';
import { Transactions } from '../../../platform/database/transactions';
import type { TaggedReply } from '../../../platform/http/etag';
import { Problem } from '../../../platform/http/problem';
import { RememberedReads } from '../../../platform/http/remembered-reads';
import { IntegrityChecks, type Looked } from '../../../platform/integrity/integrity-checks';
import { TEXTS, type TextName, TextVersion } from './text-version.entity';
import { inForce, textOf } from './texts';

type Sections = RulesView['sections'];
type Row = Omit<TextVersion, 'sections'>;

/** The two texts as they are and as they were (PIPL 17): what somebody agreed to can be read again. */
@Injectable()
export class TextVersions implements OnApplicationBootstrap {
  private readonly remembered: RememberedReads<undefined>;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: Config,
    checks: IntegrityChecks,
  ) {
    this.remembered = new RememberedReads(clock);
    checks.add('texts', () => this.look());
  }

  /** Keeps the words this process serves, where nobody kept them before. What is kept is never written over. */
  async onApplicationBootstrap(): Promise<void> {
    for (const name of TEXTS) await this.keep(name);
  }

  /**
   * A text in the version asked for, or the one in force, with all versions there were.
   * @throws Problem 404 `rules.no-such-version`
   */
  reply(name: TextName, version?: string): Promise<TaggedReply> {
    return this.remembered.read(`${name} ${version ?? ''}`, undefined, async () => ({
      body: await this.view(name, version),
    }));
  }

  private async view(name: TextName, asked?: string): Promise<RulesView> {
    const current = textOf(name, this.config.keepDays);
    const versions = versionsOf(await this.kept(name), current.version);
    const version = asked ?? current.version;
    const sections = version === current.version ? current.sections : await this.sectionsOf(name, version);
    const since = versions.find((each) => each.version === version)?.since ?? inForce[name].since;
    return { version, since, sections, versions };
  }

  private async keep(name: TextName): Promise<void> {
    const { version, sections } = textOf(name, this.config.keepDays);
    const { manager } = this.transactions;
    const row = async () => {
      // of the first the day was said beforehand; every other is in force since it is served
      const since = (await manager.existsBy(TextVersion, { name }))
        ? dayWords(this.clock.today())
        : inForce[name].since;
      return { name, version, since, firstServedAt: this.clock.now(), sections, contentHash: sha256(sections) };
    };
    await insertOnce(manager, TextVersion, { name, version }, row);
  }

  /** The newest first. */
  private kept(name: TextName): Promise<Row[]> {
    return this.transactions.manager.find(TextVersion, {
      select: { name: true, version: true, since: true, firstServedAt: true, contentHash: true },
      where: { name },
      order: { firstServedAt: 'DESC', version: 'ASC' },
    });
  }

  /** Words somebody put in place of those that were kept are shown to nobody. */
  private async sectionsOf(name: TextName, version: string): Promise<Sections> {
    const row = await this.transactions.manager.findOneBy(TextVersion, { name, version });
    if (!row || isAltered(row)) throw noSuchVersion();
    return row.sections;
  }

  private async look(): Promise<Looked> {
    const rows = await this.transactions.manager.find(TextVersion, { order: { name: 'ASC', firstServedAt: 'ASC' } });
    const altered = rows.filter(isAltered);
    const missing = TEXTS.filter((name) => {
      const { version } = textOf(name, this.config.keepDays);
      return !rows.some((row) => row.name === name && row.version === version);
    });
    return {
      seen: `${rows.length} versions of ${TEXTS.length} texts`,
      wrong: [
        ...altered.map(({ name, version }) => `the ${name} text ${version} does not say what it said`),
        ...missing.map((name) => `the ${name} text in force is not kept`),
      ],
    };
  }
}

function versionsOf(rows: readonly Row[], current: string): RulesVersion[] {
  return rows.map(({ version, since }, index) => {
    const follower = rows[index - 1];
    const isCurrent = version === current;
    const until = isCurrent ? undefined : follower && dayWords(dayInShanghai(follower.firstServedAt.getTime()));
    return { version, since, ...(until !== undefined && { until }), inForce: isCurrent };
  });
}

function isAltered({ version, sections, contentHash: kept }: TextVersion): boolean {
  return contentHash(sections) !== version || sha256(sections) !== kept;
}

function sha256(sections: Sections): string {
  return createHash('sha256').update(JSON.stringify(sections)).digest('hex');
}

function noSuchVersion(): Problem {
  return new Problem(404, 'rules.no-such-version', '没有找到这一版。现在用的这一版照常能看。');
}
