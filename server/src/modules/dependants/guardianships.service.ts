import type { AddDependantDto } from '@jinmen/shared/dto/dependant.dto';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import { isMinor, isUnder14 } from '@jinmen/shared/residents/guardianship';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Problem, problems } from '../../platform/http/problem';
import { Consents } from '../consents/consents.port';
import { type AskedPerson, IdentityChecks } from '../identity/identity-checks.port';
import { People, type VerifiedPerson } from '../identity/people.port';
import type { Dependant } from './dependant.entity';
import { DependantsService } from './dependants.service';
import { KinshipQuestions } from './kinship-questions.service';
import { dependantWords } from './words';

const MOST = 10;
const { problems: words } = dependantWords;

/** What a guardian does to their list. The bureau is asked by a message: whoever added somebody never waits for it. */
@Injectable()
export class Guardianships {
  constructor(
    private readonly dependants: DependantsService,
    private readonly asking: KinshipQuestions,
    private readonly checks: IdentityChecks,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly clock: Clock,
  ) {}

  async list(accountId: string): Promise<DependantView[]> {
    const rows = await this.dependants.list(accountId);
    return Promise.all(rows.map((row) => this.dependants.viewOf(row)));
  }

  async view(accountId: string, id: string): Promise<DependantView> {
    const row = (await this.dependants.list(accountId)).find((each) => each.id === id);
    if (!row) throw problems.notFound();
    return this.dependants.viewOf(row);
  }

  /**
   * Inside the transaction of its idempotency key. Somebody who is on the list already stays the same entry and is asked
   * about anew, unless it is proved.
   * @throws Problem 403 `identity.required`, or `consent.required` for the own name or a child under 14; 400 at the fields; 429
   * `identity.too-many`; 422 `dependant.too-many`.
   */
  async add(accountId: string, typed: AddDependantDto): Promise<DependantView> {
    const guardian = await this.people.acting(accountId, words.realName);
    const who = this.checks.read(typed);
    this.mustBeTheirs(guardian, who, typed);
    if (isUnder14(who.birth, this.clock.today())) await this.consents.require(accountId, 'child-under-14');
    const row = await this.keep(accountId, who, typed);
    if (row.proof === 'asking') await this.asking.ask(row, who.idNumber);
    return this.dependants.viewOf(row);
  }

  remove(accountId: string, id: string): Promise<void> {
    return this.dependants.remove(accountId, id);
  }

  private mustBeTheirs(guardian: VerifiedPerson, who: AskedPerson, { relation }: AddDependantDto): void {
    const at = (code: string, message: string) => problems.invalid([{ field: 'idNumber', code, message }]);
    if (who.idNumber === guardian.idNumber) throw at('dependant.yourself', words.yourself);
    if (relation === 'child' && !isMinor(who.birth, this.clock.today())) throw at('dependant.grown-up', words.grownUp);
  }

  private async keep(accountId: string, who: AskedPerson, typed: AddDependantDto): Promise<Dependant> {
    const rows = await this.dependants.list(accountId);
    const known = rows.find((row) => this.dependants.identityOf(row).idNumber === who.idNumber);
    const proof = typed.proof === 'bureau' && this.asking.canAsk ? ('asking' as const) : ('to-show' as const);
    const said = { relation: typed.relation, livesTogether: typed.livesTogether === false ? 0 : 1 };
    if (!known) {
      if (rows.length >= MOST) throw new Problem(422, 'dependant.too-many', words.tooMany(MOST));
      return this.dependants.add({ accountId, ...said, proof }, who);
    }
    const proved = known.proof === 'confirmed' && known.relation === typed.relation;
    if (proved && (await this.dependants.guarded(known)).waits !== 'grown-up') {
      return this.dependants.change(known, { livesTogether: said.livesTogether });
    }
    return this.dependants.askAnew(known, { ...said, proof }, who);
  }
}
