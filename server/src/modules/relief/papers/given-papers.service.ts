import { nameOfKind } from '@jinmen/shared/applications/papers';
import type { GivenPaperView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Uploads } from '../../uploads/uploads.port';
import { titlesOf } from '../applications/item-views';
import { GivenPapers } from '../given-papers.port';
import { ApplicationAccess } from '../whom/application-access.service';
import { paperWords } from '../words';
import { type GivenPage, PapersRepository } from './papers.repository';

@Injectable()
export class GivenPapersService extends GivenPapers {
  constructor(
    private readonly papers: PapersRepository,
    private readonly access: ApplicationAccess,
    private readonly uploads: Uploads,
  ) {
    super();
  }

  async of(accountId: string): Promise<GivenPaperView[]> {
    const pages = await this.papers.given(await this.access.listOf(accountId));
    const sizes = await this.uploads.sizesOf(pages.map(({ fileId }) => fileId));
    return pages.flatMap((page) => {
      const bytes = sizes.get(page.fileId);
      return bytes === undefined ? [] : [viewOf(page, bytes)];
    });
  }
}

function viewOf({ id, fileId, kind, application, type, takenAt, sentAt, position }: GivenPage, bytes: number) {
  const path = `/relief/applications/${application.id}/materials/${kind}?file=${fileId}`;
  return {
    id,
    name: nameOfKind(kind) ?? paperWords.another,
    about: titlesOf(application.programmes),
    type,
    bytes,
    takenAt: takenAt.toISOString(),
    sent: sentAt !== null,
    ...(position !== null && { path }),
  };
}
