import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('data_version')
@Check('ck_data_version_not_negative', 'version >= 0')
export class DataVersionRow {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_data_version' })
  name!: string;

  @Column({ type: 'int' })
  version!: number;
}
