import type { CaseBureau } from '../../_kit/case-bureau';
import type { CaseRecord } from '../../_kit/case-record';
import type { Act } from '../act';
import type { Html } from '../html';

/** What common messages of one family mean at the desk: a section of the case's page and what a clerk can do there. */
export interface DeskMatter {
  readonly title: string;
  /** None when there is nothing to see and nothing to do. Forms post to `${act}/<name of posts>`. */
  section(bureau: CaseBureau, record: CaseRecord, act: string): Html | undefined;
  /** By the last part of the path; no two matters share one. */
  readonly posts: Readonly<Record<string, Act>>;
}
