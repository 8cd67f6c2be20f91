import type { RelativeDto } from '@jinmen/shared/dto/farewell.dto';
import type { FarewellAskView, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { problems } from '../../../platform/http/problem';
import { maskedFamilyName } from '../../../platform/masking';
import { FamilyRepository, type OpenedKin } from './family.repository';
import { FamilyFinds } from './family-found.service';
import { FarewellPeople } from './farewell-people.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellTellings } from './farewell-tellings.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/** The second of a family asks to be part of it, and the first answers. No answer is an answer that can wait. */
@Injectable()
export class AskingFamily {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly finds: FamilyFinds,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly named: FarewellPeople,
    private readonly tellings: FarewellTellings,
  ) {}

  /** @throws Problem 403 `identity.required`, `consent.required`; 409 `farewell.ask-gone`, `farewell.yours-already` */
  async ask(accountId: string, { ask, ...said }: RelativeDto & { readonly ask: string }): Promise<FarewellAskView> {
    const { personId } = await this.named.acting(accountId);
    const opened = await this.farewells.findForUpdate(this.finds.read(ask, { accountId }));
    if (opened?.row.state !== 'signed-up') throw farewellProblems.askGone();
    const farewellId = opened.row.id;
    if (await this.roles.of(opened, { accountId, personId })) throw farewellProblems.yoursAlready(farewellId);
    const before = await this.family.find(farewellId, { personId });
    if (before) await this.family.change(before, 'asks', saidOf(said), accountId);
    else await this.family.add({ farewellId, personId, accountId, state: 'asks', said: saidOf(said) });
    if (before?.row.state !== 'asks') await this.tellings.applicant(opened, 'farewell-relative-asks');
    const kin = await this.family.find(farewellId, { personId });
    if (!kin) throw farewellProblems.askGone();
    return this.askView(kin);
  }

  async list(accountId: string): Promise<{ readonly items: readonly FarewellAskView[] }> {
    const items: FarewellAskView[] = [];
    for (const kin of await this.family.asksOf(await this.named.whose(accountId))) items.push(await this.askView(kin));
    return { items };
  }

  /** Said again it stays as it is. @throws Problem 404; 409 `farewell.kin-answered` for the other answer. */
  async answer(accountId: string, id: string, kinId: string, takeIn: boolean): Promise<FarewellView> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    const kin = await this.family.find(id, { id: kinId });
    if (!kin) throw problems.notFound();
    const { state } = kin.row;
    if (state !== 'asks') {
      if (takeIn === (state !== 'not-now')) return this.views.viewOf(opened, accountId);
      throw farewellProblems.kinAnswered();
    }
    const { relation } = kin.said;
    await this.family.change(kin, takeIn ? 'silent' : 'not-now', { relation });
    if (takeIn) await this.farewells.addStep(id, 'kin-joined');
    await this.tellings.one(kin.row.accountId, id, 'farewell-relative-answered');
    return this.views.viewOf(opened, accountId);
  }

  private async askView({ row }: OpenedKin): Promise<FarewellAskView> {
    const { applicant } = await this.named.toFarewell(await this.farewells.get(row.farewellId));
    const state = row.state === 'asks' ? 'asked' : row.state === 'not-now' ? 'not-now' : 'joined';
    return {
      id: row.id,
      name: maskedFamilyName(applicant?.name ?? '*'),
      state,
      ...(state === 'joined' && { farewell: row.farewellId }),
      at: row.at.toISOString(),
    };
  }
}

function saidOf({ relation, words }: RelativeDto) {
  return { relation: relation.trim(), ...(words !== undefined && words.trim() !== '' && { words: words.trim() }) };
}
