import type { SubjectView } from '@jinmen/shared/applications/subject';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { type GuardedRelation, isMinor, isUnder14 } from '@jinmen/shared/residents/guardianship';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import { Dependants } from '../../dependants/dependants.port';
import { type KnownPerson, People } from '../../identity/people.port';
import { Mandates } from '../../mandates/mandates.port';
import { ApplicationSubjects, type OpenedSubject } from '../whom/application-subjects.repository';
import { KeptFilersService } from '../whom/kept-filers.service';
import { reliefWords } from '../words';
import type { Application } from './application.entity';

type Row = Pick<Application, 'id' | 'accountId'>;

/** Whom an application is about, and who acts for them; one person when it is about oneself. */
export interface Subject {
  readonly kind: 'self' | 'ward' | 'helped';
  readonly person: SubjectPerson;
  /** Who acts: what they do is theirs in the audit, and it is about `person`. */
  readonly filer: KnownPerson;
  /** A guardian who lives there too is one of the household's adults, and nobody lists them. */
  readonly livesWithFiler: boolean;
  /** Of a ward: what they are to the filer. */
  readonly relation?: GuardedRelation;
  /** Of somebody helped. */
  readonly mandateId?: string;
}

export interface SubjectPerson {
  /** None of somebody whom only a paper vouches for. */
  readonly personId?: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
}

/** Answers for every application whom it is about. Names and numbers are whole: mask them before they leave the server. */
@Injectable()
export class Subjects {
  constructor(
    private readonly people: People,
    private readonly subjects: ApplicationSubjects,
    private readonly kept: KeptFilersService,
    private readonly dependants: Dependants,
    private readonly mandates: Mandates,
    private readonly clock: Clock,
  ) {}

  /** None while nobody on the account has confirmed who they are. Of an account that is gone: who they were. */
  async of(row: Row): Promise<Subject | undefined> {
    const stored = await this.subjects.find(row.id);
    const filer = (await this.people.findOf(stored?.row.filedBy ?? row.accountId)) ?? (await this.kept.find(row.id));
    if (!filer) return undefined;
    if (!stored) return { kind: 'self', person: filer, filer, livesWithFiler: false };
    const { livesWithFiler, relation, ...person } = stored.person;
    // begun by a helper, handed in by the person themself
    if (person.personId === filer.personId) return { kind: 'self', person: filer, filer, livesWithFiler: false };
    const { kind, mandateId } = stored.row;
    return {
      kind,
      person,
      filer,
      livesWithFiler,
      ...(relation && { relation }),
      ...(mandateId !== null && { mandateId }),
    };
  }

  /** As `of`, when this account acts; none either while nobody on it has confirmed who they are. */
  async as(accountId: string, row: Row): Promise<Subject | undefined> {
    const acting = await this.people.findOf(accountId);
    return acting && this.seenBy(acting, row);
  }

  /**
   * As `as`, when this account does something new about it in its own name.
   * @throws Problem 403 `identity.required`, `consent.required`; 404 when who began it is gone.
   */
  async actedBy(accountId: string, row: Row): Promise<Subject> {
    const acting = await this.people.acting(accountId, reliefWords.problems.realName);
    const subject = await this.seenBy(acting, row);
    if (!subject) throw problems.notFound();
    return subject;
  }

  private async seenBy(acting: KnownPerson, row: Row): Promise<Subject | undefined> {
    const stored = await this.subjects.find(row.id);
    const isTheirs = stored?.row.kind === 'helped' && stored.person.personId === acting.personId;
    // also once the account of whoever helped is gone
    return isTheirs ? { kind: 'self', person: acting, filer: acting, livesWithFiler: false } : this.of(row);
  }

  /**
   * The account whose other things belong with this application: papers given before, help asked for. None of what a
   * helper began, whoever has it by now: neither side sees anything else of the other.
   */
  async ownAccountOf(row: Row): Promise<string | undefined> {
    return (await this.subjects.find(row.id))?.row.mandateId ? undefined : row.accountId;
  }

  /** The accounts that are told when something moves: never one whose time to help is over, or that cannot open it. */
  async toldOf(row: Row): Promise<readonly string[]> {
    const stored = await this.subjects.find(row.id);
    if (!stored?.row.mandateId) return [row.accountId];
    const helps = await this.mandates.roleOf(row.accountId, stored.row.mandateId);
    const own = await this.people.firstOf(stored.person.personId ?? '');
    return [...(helps ? [row.accountId] : []), ...(own === undefined ? [] : [own])];
  }

  /** What the reader sees of it; nothing when it is about themself and nobody helps. */
  async viewOf(row: Row, reader?: string): Promise<{ subject?: SubjectView; filer?: string }> {
    const stored = await this.subjects.find(row.id);
    if (!stored) return {};
    const subject = await this.of(row);
    const filer = subject && subject.kind !== 'self' && { filer: maskedName(subject.filer.name) };
    const view = stored.row.kind === 'ward' ? await this.wardView(row, stored) : await this.helpedView(stored, reader);
    return { ...(view && { subject: view }), ...filer };
  }

  private async wardView({ accountId }: Row, { row, person }: OpenedSubject): Promise<SubjectView> {
    const dependantId = row.dependantId ?? '';
    const today = this.clock.today();
    const guarded = await this.dependants.find(accountId, dependantId);
    const waits = guarded ? waitOf(guarded.waits) : ('gone' as const);
    return {
      kind: 'ward',
      dependantId,
      name: maskedName(person.name),
      under14: isUnder14(person.birth, today),
      minor: isMinor(person.birth, today),
      ...(person.livesWithFiler && { livesTogether: true }),
      ...(waits && { waits }),
    };
  }

  private async helpedView({ row, person }: OpenedSubject, reader?: string): Promise<SubjectView | undefined> {
    const mandate = await this.mandates.find(row.mandateId ?? '');
    if (!mandate || mandate.state === 'checking' || mandate.state === 'not-confirmed') return undefined;
    const you = reader !== undefined && reader !== mandate.helperAccountId;
    const { id: mandateId, until, state } = mandate;
    return { kind: 'helped', mandateId, name: maskedName(person.name), until, state, ...(you && { you }) };
  }
}

/** A bureau that has not answered yet and a paper to show are one thing to whoever fills in a form. */
function waitOf(wait: 'answer' | 'paper' | 'consent' | 'grown-up' | undefined) {
  return wait === 'answer' ? 'paper' : wait;
}
