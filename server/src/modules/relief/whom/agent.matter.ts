import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import { type Mandate, Mandates, MandateUse } from '../../mandates/mandates.port';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { type Subject, Subjects } from '../applications/subjects.service';
import { CasesRepository } from '../cases/cases.repository';
import { SaidOnFiling } from '../handoff/case-matter';
import { Dispatch } from '../handoff/dispatch';
import { ApplicationSubjects } from './application-subjects.repository';
import { whomWords } from './words';

type AgentMessage = Extract<CaseMessage, { readonly type: 'AGENT' }>;

/** Both names go with the case: who it is about, and who acts. */
@Injectable()
export class AgentSaidOnFiling extends SaidOnFiling {
  constructor(
    private readonly subjects: Subjects,
    private readonly mandates: Mandates,
  ) {
    super();
  }

  /** Of one that was held back longer than somebody helped: nobody acts any more. */
  async messages({ row }: OpenedApplication): Promise<readonly CaseMessage[]> {
    const subject = await this.subjects.of(row);
    if (!subject || subject.kind === 'self') return [];
    if (subject.kind === 'ward') return [agent(subject, 'acting')];
    const mandate = await this.mandates.find(subject.mandateId ?? '');
    return mandate?.state === 'acting' ? [agent(subject, 'acting', mandate)] : [];
  }
}

/** A mandate ended: every bureau that has a case of it hears that nobody acts any more, and the person is told. */
@Injectable()
export class HelpEnded extends MandateUse {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly subjects: Subjects,
    private readonly stored: ApplicationSubjects,
    private readonly cases: CasesRepository,
    private readonly dispatch: Dispatch,
    private readonly notices: ApplicationNotices,
  ) {
    super();
  }

  async ended(mandate: Mandate): Promise<void> {
    const [id] = await this.stored.ofMandates([mandate.id]);
    if (id === undefined) return;
    const { row } = await this.applications.getForUpdate(id);
    const subject = await this.subjects.of(row);
    if (subject?.kind === 'helped' && row.state === 'open') {
      for (const opened of await this.cases.casesForUpdate(id)) {
        await this.dispatch.tell(opened, agent(subject, 'revoked', mandate));
      }
    }
    await this.notices.post(row, 'application-progress');
  }
}

function agent({ kind, filer, relation }: Subject, state: 'acting' | 'revoked', mandate?: Mandate): AgentMessage {
  return {
    type: 'AGENT',
    data: {
      role: kind === 'ward' ? 'guardian' : 'helper',
      name: filer.name,
      idNumber: filer.idNumber,
      ...(relation && { relation: whomWords.relation[relation] }),
      ...(mandate && { until: mandate.until }),
      state,
    },
  };
}
