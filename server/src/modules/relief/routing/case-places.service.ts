import type { CaseHop, CaseView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CaseClocks } from '../clocks/case-clocks.service';

/** Of these nobody has written who decides beside the bureau itself. */
const STREET_OR_DISTRICT = 'social-assistance';

/** Where a case was, and who decides it: what a resident sees of 一城通办. */
@Injectable()
export class CasePlaces {
  constructor(
    private readonly routes: Routes,
    private readonly clocks: CaseClocks,
  ) {}

  async of(opened: OpenedCase): Promise<Pick<CaseView, 'decidedBy' | 'path'>> {
    const path = this.pathOf(opened);
    const decidedBy = await this.deciderOf(opened);
    return { ...(decidedBy && { decidedBy }), ...(path && { path }) };
  }

  private async deciderOf(opened: OpenedCase): Promise<string | undefined> {
    const { bureau, officeCode } = opened.row;
    if (bureau !== STREET_OR_DISTRICT || !this.routes.isOffice(officeCode)) return undefined;
    const street = await this.clocks.decidesItself(opened);
    return street ? this.routes.office(officeCode).name : this.routes.districtOf(opened).name;
  }

  private pathOf({ row, hops = [] }: OpenedCase): readonly CaseHop[] | undefined {
    const [first] = hops;
    if (first === undefined) return undefined;
    const start = { office: this.routes.office(first.from).name, since: row.createdAt.toISOString() };
    return [start, ...hops.map(({ office, since, why }) => ({ office: office.name, since: since.toISOString(), why }))];
  }
}
