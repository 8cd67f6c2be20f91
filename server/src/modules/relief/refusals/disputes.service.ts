import { foundNow } from '@jinmen/shared/applications/known-figures';
import type { ApplicationView, FoundFact } from '@jinmen/shared/applications/views';
import { programmes as catalogue, vocabulary } from '@jinmen/shared/catalogue';
import type { DisputeFigureDto } from '@jinmen/shared/dto/refusal.dto';
import { factsUnder } from '@jinmen/shared/eligibility/facts-under';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import type { FactValue } from '@jinmen/shared/facts/fact';
import { type FactName, facts } from '@jinmen/shared/facts/facts';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { reliefProblems } from '../problems';
import { type DisputeContent, DisputesRepository } from './disputes.repository';

/** The resident says that a figure somebody found is wrong; the office that goes by it is asked to look again. */
@Injectable()
export class Disputes {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly disputes: DisputesRepository,
    private readonly dispatch: Dispatch,
    private readonly views: ApplicationViews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key. What is being looked at already is not asked twice.
   * @throws Problem 400 at `value`, 422 `dispute.not-found-out` for a figure nobody found, 409 `dispute.nobody-to-ask`
   * where no office goes by it any more.
   */
  async say({ accountId }: Resident, id: string, said: DisputeFigureDto): Promise<ApplicationView> {
    const { row } = await this.applications.getForUpdate(id);
    const found = foundNow(await this.applications.evaluations(id)).find(({ fact }) => fact === said.fact);
    if (!found || !isFact(found.fact)) throw reliefProblems.notFoundOut();
    const content = this.contentOf(said, { ...found, fact: found.fact });
    const opened = this.whoGoesBy(found.fact, await this.cases.casesForUpdate(id));
    if (!opened) throw reliefProblems.nobodyToAsk();
    const open = (await this.disputes.of(id)).some(
      (each) => each.row.state === 'open' && each.content.fact === said.fact,
    );
    if (open) return this.views.find(id, accountId);
    const dispute = await this.disputes.add(row.id, opened.row.id, content);
    const label = vocabulary.facts[found.fact]?.label ?? found.fact;
    await this.dispatch.tell(opened, { type: 'DISPUTE', data: { disputeNo: dispute.row.id, label, ...content } });
    await this.applications.touch(id);
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({
      action: 'relief-application.disputed',
      actor,
      object: `relief-application:${id}`,
      facts: { fact: found.fact, says: said.says },
    });
    return this.views.find(id, accountId);
  }

  private contentOf(
    { says, value, why }: DisputeFigureDto,
    found: FoundFact & { readonly fact: FactName },
  ): DisputeContent {
    const { fact } = found;
    const kept = says === 'other-value' ? { value: this.readable(fact, value) } : {};
    const reason = why?.trim() ? { why: why.trim() } : {};
    return { fact, says, ...kept, ...reason, found: { value: found.value, from: found.from } };
  }

  private readable(fact: FactName, value: unknown): FactValue {
    const [problem] = factProblems(vocabulary.facts, { [fact]: value ?? '' }, this.clock.today());
    if (problem) throw reliefProblems.unkeepable([{ field: 'value', code: problem.code, message: problem.message }]);
    return value as FactValue;
  }

  /** Who asked for the look, else whoever reads the figure; what was taken back is nobody’s any more. */
  private whoGoesBy(fact: FactName, cases: readonly OpenedCase[]): OpenedCase | undefined {
    const reading = cases.filter(
      ({ file }) =>
        file.state !== 'held-back' &&
        file.items.some(({ programme, state }) => GOES_BY.includes(state) && this.reads(programme, fact)),
    );
    return reading.find(({ row }) => row.bureau === ASKS_FOR_LOOKS) ?? reading[0];
  }

  /** What an office alone judges (房子、车) rests on whatever was found. */
  private reads(code: string, fact: FactName): boolean {
    const programme = catalogue.find((each) => each.code === code);
    const read = factsUnder(programme && versionOn(programme, this.clock.today())?.rule, vocabulary);
    return read.has(fact) || [...read].some((each) => vocabulary.facts[each]?.type === 'staff');
  }
}

const ASKS_FOR_LOOKS = 'social-assistance';
const GOES_BY: readonly string[] = ['in-hand', 'refused', 'approved'];

function isFact(name: string): name is FactName {
  return Object.hasOwn(facts, name);
}
