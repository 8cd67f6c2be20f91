import 'reflect-metadata';
import { startTeaHouseServer } from './tea-house-server';

/** The tea house in a process of its own, to be killed. */
const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = '' } = process.env;

void startTeaHouseServer({ config: { dataDir, ...(databaseUrl ? { databaseUrl } : {}) } }).then(({ url }) =>
  process.stdout.write(`ready at ${url}\n`),
);
