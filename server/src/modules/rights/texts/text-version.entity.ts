import type { RulesView } from '@jinmen/shared/residents/rights';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppendOnly } from '../../../platform/database/accounts/append-only';

/** 我们怎么用您的情况, and the agreement. */
export const TEXTS = ['privacy', 'agreement'] as const;
export type TextName = (typeof TEXTS)[number];

/**
 * What each text said, word for word, since this database was first served with it (PIPL 17): whoever agreed to one may read
 * it again. Rows are only added.
 */
@Entity('rights_text_version')
@Check('ck_rights_text_version_sections_json', 'json_valid(`sections`)')
export class TextVersion {
  @PrimaryColumn({ type: 'varchar', length: 20, primaryKeyConstraintName: 'pk_rights_text_version' })
  name!: TextName;

  /** `contentHash` of the sections. */
  @PrimaryColumn({ type: 'varchar', length: 20, primaryKeyConstraintName: 'pk_rights_text_version' })
  version!: string;

  /** The day it is in force since, in words. */
  @Column({ type: 'varchar', length: 40 })
  since!: string;

  @Column({ name: 'first_served_at', type: 'datetime', precision: 3 })
  firstServedAt!: Date;

  @Column({ type: 'simple-json' })
  sections!: RulesView['sections'];

  /** SHA-256 of the sections, in hexadecimal. */
  @Column({ name: 'content_hash', type: 'varchar', length: 64 })
  contentHash!: string;
}

export const textVersions: AppendOnly = { table: 'rights_text_version' };
