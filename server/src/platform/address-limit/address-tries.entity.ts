import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried from one network within ten minutes. */
@Entity('address_tries')
@Index('ix_address_tries_period', ['period'])
@Check('ck_address_tries_not_negative', 'tries >= 0')
export class AddressTries {
  /** Of the network and of what was tried, another one every period: no address is kept. */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_address_tries' })
  digest!: string;

  /** Ten minutes since 1970, counted. */
  @Column({ type: 'int' })
  period!: number;

  @Column({ type: 'int' })
  tries!: number;
}
