import type { FamilyVoyagesQueryDto, VoyageQueryDto } from '@jinmen/shared/dto/voyages.dto';
import { addDays, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { TaggedReply } from '../../../platform/http/etag';
import { problems } from '../../../platform/http/problem';
import { SharedReads } from '../../../platform/http/shared-reads';
import { voyageProblems } from './voyage-problems';
import { Voyages } from './voyages.port';

const USUAL_DAYS = 90;
const MOST_DAYS = 190;

/** Voyages for anybody who looks. Nothing of it says who goes along, or how many. */
@Injectable()
export class VoyageReads {
  private readonly shared = new SharedReads<TaggedReply>();

  constructor(
    private readonly voyages: Voyages,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days the wrong way round or too many */
  list({
    from = this.clock.today(),
    to = addDays(from, USUAL_DAYS - 1),
    aboard = 1,
  }: FamilyVoyagesQueryDto): Promise<TaggedReply> {
    const days = dayNumber(to) - dayNumber(from) + 1;
    if (days < 1 || days > MOST_DAYS) throw voyageProblems.tooManyDays(MOST_DAYS);
    return this.shared.read(`${from} ${to} ${aboard}`, async () => {
      const found = await this.voyages.between(from, to);
      return TaggedReply.of({ voyages: await Promise.all(found.map((voyage) => this.voyages.view(voyage, aboard))) });
    });
  }

  /** @throws Problem 404 */
  async find(id: string, { aboard }: VoyageQueryDto): Promise<TaggedReply> {
    const voyage = await this.voyages.find(id);
    if (!voyage) throw problems.notFound();
    return TaggedReply.of(await this.voyages.view(voyage, aboard));
  }
}
