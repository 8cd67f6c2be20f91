import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 死者生前另有安排 (个人信息保护法 第四十九条): after their death their relatives get nothing of theirs here. No row: as the law
 * has it. It is the person's, not an account's, and goes when nothing here speaks of them any more.
 */
@Entity('kin_wish')
export class KinWish {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_kin_wish' })
  personId!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
