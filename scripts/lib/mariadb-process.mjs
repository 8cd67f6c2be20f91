import { keepForOthers, obey } from './for-others.mjs';
import { killableDatabase } from './mariadb.mjs';

/** A durable MariaDB: forked with `{binaryLog}` (and `data`, a folder that has its data already), says `{url}` and obeys. */
await keepForOthers(async () => {
  const { binaryLog, preload, data } = JSON.parse(process.argv[2]);
  const env = { ...process.env, ...(preload && { LD_PRELOAD: preload }) };
  const database = await killableDatabase({ binaryLog, env, data });
  obey(database);
  return { url: database.url };
});
