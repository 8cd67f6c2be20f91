import type { UrgentView } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';
import { nowWords, stepWords } from './urgent-words';

/** What whoever asked is told; nobody else is. */
@Injectable()
export class UrgentViews {
  constructor(private readonly requests: UrgentRequestsRepository) {}

  async viewOf({ row, said }: OpenedRequest): Promise<UrgentView> {
    const steps = (await this.requests.stepsOf([row.id])).get(row.id) ?? [];
    return {
      id: row.id,
      number: row.number,
      at: row.askedAt.toISOString(),
      state: row.state,
      now: nowWords(row.state, steps),
      steps: steps.map((step) => ({ at: step.at.toISOString(), kind: step.kind, words: stepWords(step) })),
      said,
    };
  }
}
