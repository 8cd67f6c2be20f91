import { decisionDue } from '@jinmen/shared/applications/clocks';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository } from '../applications/applications.repository';
import { itemViews, titlesOf } from '../applications/item-views';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type KeptEvent, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { papersFor } from '../handoff/filed-case';
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
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `application.not-submitted` for a draft. */
  async find(id: string): Promise<ReceiptView> {
    const { row } = await this.applications.get(id);
    if (!row.submittedAt || !row.receiptNumber) throw reliefProblems.notSubmitted();
    const cases = await this.cases.casesOf(id);
    const events = await this.cases.events(cases.map((opened) => opened.row.id));
    const subject = await this.subjects.of(row);
    const handedIn = cases.flatMap(({ items }) => items.map(({ programme }) => programme));
    const left = row.programmes.filter((code) => !handedIn.includes(code));
    return {
      receiptNumber: row.receiptNumber,
      submittedAt: row.submittedAt.toISOString(),
      applicant: subject ? maskedName(subject.person.name) : '',
      ...(subject && subject.kind !== 'self' && { filer: maskedName(subject.filer.name) }),
      programmes: catalogue
        .filter(({ code }) => handedIn.includes(code))
        .map(({ code, title }) => ({ code, title, ...this.handling(code, cases, events) })),
      papers: papersFor(handedIn),
      next: [...receiptWords.nextSteps, ...(left.length > 0 ? [receiptWords.atTheStreet(titlesOf(left))] : [])],
      phone: PHONE,
    };
  }

  private handling(code: string, cases: readonly OpenedCase[], events: readonly KeptEvent[]) {
    const opened = cases.find(({ items }) => items.some(({ programme }) => programme === code));
    const found = catalogue.find((each) => each.code === code);
    const accepted = events.find(
      ({ caseId, kind, whyNot }) => caseId === opened?.row.id && kind === 'accepted' && !whyNot,
    );
    const from = accepted?.detail.on as CivilDate | undefined;
    const office = this.routes.office(opened?.row.officeCode ?? '');
    const delegated = this.routes.decidesItself(office);
    const waits = opened && waitsIn(code, opened, cases);
    if (waits !== undefined) return { holder: office.name, waits };
    const due = from && found && decisionDue(found, from, { today: this.clock.today(), delegated });
    return { holder: office.name, ...(due && { due }) };
  }
}

/** What is said of a programme that nobody at the office has on their desk. */
function waitsIn(code: string, opened: OpenedCase, cases: readonly OpenedCase[]): string | undefined {
  const item = itemViews(opened, cases).find(({ programme }) => programme === code);
  if (item?.state === 'held-back') return receiptWords.heldBack(item.why);
  return item?.state === 'not-filed' ? receiptWords.notFiled(item.why) : undefined;
}
