import { keepForOthers } from './for-others.mjs';
import { galeraCluster } from './galera.mjs';

/**
 * Three Galera nodes: forked with their settings, says `{urls}` and does what `{order, args}` asks of the cluster, each
 * answered by `{done}` or `{failed}`.
 */
await keepForOthers(async () => {
  const cluster = await galeraCluster(JSON.parse(process.argv[2]));
  process.on('message', async ({ id, order, args }) => {
    try {
      const done = await cluster[order](...args);
      process.send({ id, done });
    } catch (error) {
      process.send({ id, failed: error.message });
    }
    if (order === 'stop') process.disconnect();
  });
  return { urls: cluster.urls };
});
