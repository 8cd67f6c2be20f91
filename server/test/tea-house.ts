import { Test, type TestingModule } from '@nestjs/testing';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Unique } from 'typeorm';
import { createTable } from '../src/platform/database/create-table';
import { DatabaseModule } from '../src/platform/database/database.module';
import { openDatabase } from '../src/platform/database/open-database';
import type { Schema } from '../src/platform/database/schema';
import { Transactions } from '../src/platform/database/transactions';
import { emptyDatabase } from './database';

/** A made-up table: the platform must not need to know any real one. */
@Entity('tea_cup')
@Unique('uq_tea_cup_label', ['label'])
export class TeaCup {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_tea_cup' })
  id!: string;

  @Column({ type: 'varchar', length: 40, nullable: true })
  label!: string | null;

  @Column({ type: 'int' })
  sips!: number;
}

class CreateTeaCup20260101000000 implements MigrationInterface {
  readonly name = 'CreateTeaCup20260101000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'tea_cup',
      columns: {
        id: 'string(36)',
        label: { type: 'string(40)', nullable: true },
        payload: { type: 'binary(64)', nullable: true },
        sips: 'int',
      },
      primaryKey: ['id'],
      uniques: { uq_tea_cup_label: ['label'] },
      checks: { ck_tea_cup_sips: 'sips >= 0' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('tea_cup');
  }
}

export const teaHouse: Schema = { entities: [TeaCup], migrations: [CreateTeaCup20260101000000] };

export interface TeaHouse {
  readonly transactions: Transactions;
  readonly dialect: 'mysql' | 'embedded';
  /** The labels of all cups, sorted. */
  labels(): Promise<(string | null)[]>;
  close(): Promise<void>;
}

/** The platform's database, opened on an empty one with the made-up table. */
export async function openTeaHouse(): Promise<TeaHouse> {
  const database = await emptyDatabase();
  const opened = await openDatabase(database.config, teaHouse);
  const module: TestingModule = await Test.createTestingModule({ imports: [DatabaseModule.forRoot(opened)] }).compile();
  const transactions = module.get(Transactions);
  return {
    transactions,
    dialect: database.dialect,
    labels: async () => (await transactions.manager.find(TeaCup)).map(({ label }) => label).sort(),
    close: async () => {
      await module.close();
      await opened.close();
      await database.remove();
    },
  };
}
