import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import type { BureauCode } from '../../../platform/config/bureau-address';
import { OutboxHealth } from '../../../platform/outbox/dead-letters.port';
import type { OpenedCase } from '../cases/cases.repository';
import { MeansChecksRepository } from '../checks/means-checks.repository';
import { timelineWords } from '../words';

/** A message under way this long is under way as usual. */
const PATIENCE_MS = 10_000;
/** What somebody at home said of their own signature: that it waits would tell whoever applied that they did (ADR 0017). */
const IN_CONFIDENCE = ['social-assistance.authorisation-told', 'means-verification.check-cancelled'];

/** Whether a bureau keeps this application waiting, in words. It never reads as a refusal. */
@Injectable()
export class Silence {
  constructor(
    private readonly health: OutboxHealth,
    private readonly checks: MeansChecksRepository,
    private readonly clock: Clock,
  ) {}

  async about(applicationId: string, cases: readonly OpenedCase[]): Promise<string | undefined> {
    for (const { row } of cases) {
      if (await this.isSilent(row.bureau as BureauCode, row.id)) return timelineWords.notice.bureau;
    }
    for (const { id } of await this.checks.ofApplication(applicationId)) {
      if (await this.isSilent('means-verification', id)) return timelineWords.notice.means;
    }
    return undefined;
  }

  private async isSilent(bureau: BureauCode, order: string): Promise<boolean> {
    const { since } = await this.health.waiting(bureau, order, IN_CONFIDENCE);
    return since !== undefined && since < instantOf(this.clock.now().getTime() - PATIENCE_MS);
  }
}
