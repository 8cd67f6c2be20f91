import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { type SaidMessage, SaidOnFiling } from '../handoff/case-matter';
import { commitmentMessage, paperMessages } from './paper-messages';
import { PaperStands } from './paper-stands.service';
import { PapersRepository } from './papers.repository';

/** Behind a case goes what was photographed for its programmes, and the promise of what follows. */
@Injectable()
export class PapersOnFiling extends SaidOnFiling {
  constructor(
    private readonly papers: PapersRepository,
    private readonly stands: PaperStands,
    private readonly cases: CasesRepository,
  ) {
    super();
  }

  async messages(application: OpenedApplication, opened: OpenedCase): Promise<readonly SaidMessage[]> {
    const stand = await this.stands.of(application, await this.cases.casesOf(application.row.id));
    const [commitment] = await this.papers.commitmentsOf(application.row.id);
    const promised = commitment ? commitmentMessage(commitment, stand, opened) : [];
    const said = paperMessages(stand, opened);
    const sent = said.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]));
    const pages = stand.kept.flatMap((paper) => paper.pages);
    await this.papers.markSent(pages.filter(({ fileId }) => sent.includes(fileId)).map(({ id }) => id));
    return [...promised, ...said];
  }
}
