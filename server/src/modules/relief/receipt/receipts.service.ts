import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository } from '../applications/applications.repository';
import { itemViews, titlesOf } from '../applications/item-views';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type KeptEvent, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CaseClocks } from '../clocks/case-clocks.service';
import { paperLine } from '../papers/paper-lines';
import { PaperStands } from '../papers/paper-stands.service';
import { reliefProblems } from '../problems';
import { receiptWords } from '../words';

/** Whom to call about anything. */
const PHONE = '12345';

/** What a resident may keep, show or print: that they handed it in, to whom, and what comes now. */
@Injectable()
export class Receipts {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly routes: Routes,
    private readonly subjects: Subjects,
    private readonly clocks: CaseClocks,
    private readonly papers: PaperStands,
  ) {}

  /** @throws Problem 409 `application.not-submitted` for a draft. */
  async find(id: string): Promise<ReceiptView> {
    const application = await this.applications.get(id);
    const { row, draft } = application;
    if (!row.submittedAt || !row.receiptNumber) throw reliefProblems.notSubmitted();
    const cases = await this.cases.casesOf(id);
    const events = await this.cases.events(cases.map((opened) => opened.row.id));
    const subject = await this.subjects.of(row);
    const handedIn = cases.flatMap(({ items }) => items.map(({ programme }) => programme));
    const { papers } = await this.papers.viewOf(application, cases);
    const left = row.programmes.filter((code) => !handedIn.includes(code));
    return {
      receiptNumber: row.receiptNumber,
      submittedAt: row.submittedAt.toISOString(),
      applicant: subject ? maskedName(subject.person.name) : '',
      ...(subject && subject.kind !== 'self' && { filer: maskedName(subject.filer.name) }),
      programmes: await Promise.all(
        catalogue
          .filter(({ code }) => handedIn.includes(code))
          .map(async ({ code, title }) => ({
            code,
            title,
            ...(await this.handling(code, cases, events, draft.values)),
          })),
      ),
      papers: papers.items.map(paperLine),
      next: [...receiptWords.nextSteps, ...(left.length > 0 ? [receiptWords.atTheStreet(titlesOf(left))] : [])],
      phone: PHONE,
    };
  }

  private async handling(
    code: string,
    cases: readonly OpenedCase[],
    events: readonly KeptEvent[],
    values: FieldValues,
  ) {
    const opened = cases.find(({ items }) => items.some(({ programme }) => programme === code));
    if (!opened) return { holder: '' };
    const holder = this.routes.holderOf(opened);
    const waits = waitsIn(code, opened, cases);
    if (waits !== undefined) return { holder, waits };
    const own = events.filter(({ caseId }) => caseId === opened.row.id);
    const due = (await this.clocks.of(opened, own, values)).dues.get(`item:${code}`);
    return { holder, ...(due && { due }) };
  }
}

/** What is said of a programme that nobody at the office has on their desk. */
function waitsIn(code: string, opened: OpenedCase, cases: readonly OpenedCase[]): string | undefined {
  const item = itemViews(opened, cases).find(({ programme }) => programme === code);
  if (item?.state === 'held-back') return receiptWords.heldBack(item.why);
  return item?.state === 'not-filed' ? receiptWords.notFiled(item.why) : undefined;
}
