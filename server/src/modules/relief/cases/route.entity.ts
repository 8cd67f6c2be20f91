import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 一城通办: which office takes what people of a street hand in. Begins as the street itself; an operator may change it. */
@Entity('relief_route')
export class Route {
  /** Where the applicant lives. */
  @PrimaryColumn({ name: 'street_code', type: 'varchar', length: 9, primaryKeyConstraintName: 'pk_relief_route' })
  streetCode!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 9 })
  officeCode!: string;
}
