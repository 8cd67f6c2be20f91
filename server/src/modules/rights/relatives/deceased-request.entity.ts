import type {
  DeathPaper,
  DeceasedRequestState,
  KinPaper,
  Kinship,
  RelativesAsk,
} from '@jinmen/shared/residents/relatives';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/**
 * What a near relative asked for at a desk about somebody who died (个人信息保护法 第四十九条), and what became of it. Recorded by
 * one colleague, answered by another.
 */
@Entity('deceased_request')
@Index('ix_deceased_request_office', ['officeCode', 'state', 'recordedAt'])
@Index('ix_deceased_request_person', ['personId'])
@Index('ix_deceased_request_relative', ['relativeKeyId', 'relativeDigest'])
@Check('ck_deceased_request_state', "state IN ('recorded', 'answered', 'refused', 'withdrawn')")
@Check('ck_deceased_request_asks', "asks IN ('copy', 'correction', 'deletion')")
@Check('ck_deceased_request_ended', "(state = 'recorded') = (ended_at IS NULL)")
@Check('ck_deceased_request_answered', "state <> 'answered' OR answered_by IS NOT NULL")
@Check('ck_deceased_request_two', "state = 'withdrawn' OR answered_by IS NULL OR answered_by <> recorded_by")
export class DeceasedRequest {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_deceased_request' })
  id!: string;

  /** The street at whose window it was. */
  @Column({ name: 'office_code', type: 'varchar', length: 9 })
  officeCode!: string;

  @Column({ type: 'varchar', length: 12 })
  asks!: RelativesAsk;

  @Column({ type: 'varchar', length: 24 })
  kinship!: Kinship;

  @Column({ name: 'death_paper', type: 'varchar', length: 24 })
  deathPaper!: DeathPaper;

  @Column({ name: 'kin_paper', type: 'varchar', length: 24 })
  kinPaper!: KinPaper;

  /** The one who died, where anything here is theirs. */
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  /** Sealed: `NamedNumber`. */
  @Column({ type: 'blob' })
  deceased!: Buffer;

  /** Sealed. */
  @Column({ name: 'relative_name', type: 'blob' })
  relativeName!: Buffer;

  /** Sealed. */
  @Column({ name: 'relative_number', type: 'blob' })
  relativeNumber!: Buffer;

  /** By which it stands in the relative's own copy. */
  @Column({ name: 'relative_key_id', type: 'int' })
  relativeKeyId!: number;

  @Column({ name: 'relative_digest', type: 'blob' })
  relativeDigest!: Buffer;

  /** Sealed: `Said`. */
  @Column({ type: 'blob' })
  said!: Buffer;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: string;

  /** Who that colleague is outside the office (`staff_session.marks`); none where the bureau did not say. */
  @Column({ name: 'recorded_marks', type: 'varchar', length: 400, nullable: true })
  recordedMarks!: string | null;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;

  @Column({ type: 'varchar', length: 10 })
  state!: DeceasedRequestState;

  /** None of one that the dead person's own wish refused. */
  @Column({ name: 'answered_by', type: 'varchar', length: 64, nullable: true })
  answeredBy!: string | null;

  /** Sealed: what the relative was told. */
  @Column({ type: 'blob', nullable: true })
  answer!: Buffer | null;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

/** What it is needed for; of a correction, what is to be changed to what. */
export interface Said {
  readonly need: string;
  readonly change?: string;
}

const of = (column: string, field: string) =>
  ({ table: 'deceased_request', column, subject: 'deceased-request', field }) satisfies SealedColumn;

export const requestDeceased = of('deceased', 'deceased');
export const requestRelativeName = of('relative_name', 'relative-name');
export const requestRelativeNumber = {
  ...of('relative_number', 'relative-number'),
  index: { purpose: 'deceased-request-relative', keyId: 'relative_key_id', digest: 'relative_digest' },
} satisfies SealedColumn;
export const requestSaid = of('said', 'said');
export const requestAnswer = of('answer', 'answer');
