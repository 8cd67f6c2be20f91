import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { District } from './district.entity';

/** One of the 252 streets, towns and townships (街道、镇、乡). */
@Entity('street')
@Unique('uq_street_district_name', ['districtCode', 'name'])
@Check('ck_street_code_in_district', 'substr(code, 1, 6) = district_code')
export class Street {
  @PrimaryColumn({ type: 'varchar', length: 9, primaryKeyConstraintName: 'pk_street' })
  code!: string;

  @Column({ name: 'district_code', type: 'varchar', length: 6 })
  districtCode!: string;

  @ManyToOne(() => District)
  @JoinColumn({ name: 'district_code', foreignKeyConstraintName: 'fk_street_district' })
  district?: District;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: string;
}
