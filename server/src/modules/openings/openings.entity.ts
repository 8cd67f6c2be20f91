import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { HotDayOffer } from './hot-days.port';
import type { OpeningSettings, WindowTemplate } from './opening-plans.port';
import type { SiteEdit } from './site-edits.port';

/** When staff let windows of a service be made and released; without a row as its plan says. */
@Entity('opening_setting')
@Check('ck_opening_setting_settings_json', 'json_valid(`settings`)')
export class OpeningSettingRow {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_opening_setting' })
  service!: string;

  @Column({ type: 'simple-json' })
  settings!: OpeningSettings;
}

/** A template staff made, or wrote over one of the plan with the same code. */
@Entity('opening_template')
@Check('ck_opening_template_template_json', 'json_valid(`template`)')
export class OpeningTemplateRow {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_opening_template' })
  service!: string;

  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_opening_template' })
  code!: string;

  @Column({ type: 'simple-json' })
  template!: Omit<WindowTemplate, 'code'>;
}

/** A day that staff open or close against the calendar. */
@Entity('opening_exception')
@Unique('uq_opening_exception_day', ['service', 'day', 'site'])
@Check('ck_opening_exception_opens', 'opens IN (0, 1) AND (opens = 0) = (why IS NOT NULL)')
export class OpeningExceptionRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_opening_exception' })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  service!: string;

  /** Empty for all sites. */
  @Column({ type: 'varchar', length: 60 })
  site!: string;

  @Column({ type: 'varchar', length: 10 })
  day!: CivilDate;

  @Column({ type: 'int' })
  opens!: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  template!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  why!: string | null;
}

/** A day many want, as staff prepared it. */
@Entity('opening_hot_day')
@Check('ck_opening_hot_day_percent', 'capacity_percent BETWEEN 100 AND 1000')
@Check('ck_opening_hot_day_hours', 'partner_hours IS NULL OR partner_hours BETWEEN 1 AND 72')
@Check('ck_opening_hot_day_offers_json', 'json_valid(`offers`)')
export class OpeningHotDayRow {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_opening_hot_day' })
  service!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_opening_hot_day' })
  day!: CivilDate;

  @Column({ type: 'varchar', length: 40 })
  name!: string;

  @Column({ name: 'capacity_percent', type: 'int' })
  capacityPercent!: number;

  @Column({ name: 'partner_hours', type: 'int', nullable: true })
  partnerHours!: number | null;

  @Column({ type: 'simple-json' })
  offers!: readonly HotDayOffer[];
}

/** What staff said of a site over what the release has. */
@Entity('booking_site_edit')
@Check('ck_booking_site_edit_fields_json', 'json_valid(`fields`)')
export class SiteEditRow {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_booking_site_edit' })
  service!: string;

  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_booking_site_edit' })
  site!: string;

  @Column({ type: 'simple-json' })
  fields!: SiteEdit['fields'];

  @Column({ type: 'varchar', length: 200 })
  source!: string;

  @Column({ name: 'edited_by', type: 'varchar', length: 32 })
  editedBy!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
