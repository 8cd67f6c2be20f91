import type { DataSource, QueryRunner } from 'typeorm';
import { DataKeys } from './data-keys';
import { Sealing } from './sealing';

const sealings = new WeakMap<DataSource, () => Sealing>();

/** Where the keys of a database are, for migrations that carry personal data over. Read only when one asks. */
export function sealMigrationsOf(
  dataSource: DataSource,
  keys: { readonly file: string; readonly makeIfAbsent: boolean },
): void {
  let sealing: Sealing | undefined;
  sealings.set(dataSource, () => {
    sealing ??= new Sealing(DataKeys.open(keys.file, keys));
    return sealing;
  });
}

/** The deployment's sealing, in a migration. @throws DataKeysError when the keys cannot be used. */
export function sealingIn({ dataSource }: QueryRunner): Sealing {
  const sealing = sealings.get(dataSource);
  if (!sealing) throw new Error('this database was opened without saying where its keys are; see openDatabase');
  return sealing();
}
