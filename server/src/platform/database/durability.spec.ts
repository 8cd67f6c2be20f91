import { riskySettings } from './durability';

const kept = { innodb_flush_log_at_trx_commit: 1, log_bin: 1, sync_binlog: 1 };

it.each([
  ['both logs flushed', {}, []],
  ['no binary log, whatever would be done with one', { log_bin: 0, sync_binlog: 0 }, []],
  ['a log flushed now and then', { innodb_flush_log_at_trx_commit: 2 }, ['innodb_flush_log_at_trx_commit=2']],
  ['a binary log left to the system', { sync_binlog: 0 }, ['sync_binlog=0']],
  ['a binary log flushed for many at once', { sync_binlog: 100 }, ['sync_binlog=100']],
  [
    'neither flushed',
    { innodb_flush_log_at_trx_commit: 0, sync_binlog: 0 },
    ['innodb_flush_log_at_trx_commit=0', 'sync_binlog=0'],
  ],
])('%s: what a power cut could take is named', (_what, change, risky) => {
  expect(riskySettings({ ...kept, ...change })).toEqual(risky);
});
