import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One of the sixteen districts (区). */
@Entity('district')
@Unique('uq_district_name', ['name'])
export class District {
  @PrimaryColumn({ type: 'varchar', length: 6, primaryKeyConstraintName: 'pk_district' })
  code!: string;

  @Column({ type: 'varchar', length: 40 })
  name!: string;
}
