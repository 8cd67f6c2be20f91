import type { ApplicationListItem, ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { ViewPart } from '../applications/view-parts';

/** Whom it is about, and who acts. */
@Injectable()
export class WhomViewPart extends ViewPart {
  constructor(private readonly subjects: Subjects) {
    super();
  }

  of({ row }: OpenedApplication, reader?: string): Promise<Partial<ApplicationView>> {
    return this.subjects.viewOf(row, reader);
  }

  override async listed({ row }: OpenedApplication, reader?: string): Promise<Partial<ApplicationListItem>> {
    const { subject } = await this.subjects.viewOf(row, reader);
    return subject ? { subject } : {};
  }
}
