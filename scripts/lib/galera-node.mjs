import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startKept } from './kept-process.mjs';
import { Stop } from './stop.mjs';

const SYNCED = 'Server status change joined -> synced';
const READY_MS = 120_000;

/** One node of a cluster; the settings are those docs/operations.md names. */
export class GaleraNode {
  constructor(given) {
    Object.assign(this, given);
    this.url = `mysql://root@127.0.0.1:${this.ports.client}`;
    this.log = `${this.folder}/error.log`;
  }

  /** Starts it and waits until it is up to date. How it was brought there. */
  async start({ newCluster = false } = {}) {
    await this.launch({ newCluster });
    await this.untilSynced();
    return this.broughtBy();
  }

  async launch({ newCluster = false } = {}) {
    const position = existsSync(`${this.folder}/data/grastate.dat`) && !newCluster ? this.position() : [];
    rmSync(this.log, { force: true });
    const args = [...this.options(), ...position, ...(newCluster ? ['--wsrep-new-cluster'] : [])];
    if (this.kept) this.kept.startAgain(args);
    else this.kept = this.keep(args);
  }

  async untilSynced() {
    let ended = false;
    void this.kept.exited.then(() => {
      ended = true;
    });
    for (let waited = 0; waited < READY_MS; waited += 50) {
      const said = this.said();
      if (said.includes(SYNCED) && said.includes('ready for connections')) return;
      if (ended) throw new Stop(`Node ${this.at} ended by itself:\n${said}`);
      await sleep(50);
    }
    throw new Stop(`Node ${this.at} was not up to date within ${READY_MS / 1000} s:\n${this.said().slice(-3000)}`);
  }

  kill() {
    return this.kept.kill();
  }

  signal(name) {
    process.kill(Number(readFileSync(`${this.folder}/pid`, 'utf8')), name);
  }

  stop() {
    return this.kept?.stop();
  }

  /** What it knows: the number of the last write on its disk. */
  recovered() {
    const [option = ''] = this.position();
    return { seqno: Number(option.split(':').at(-1) || -1) };
  }

  /** Who was together with it when it was killed; with that it would wait for them. */
  forgetView() {
    rmSync(`${this.folder}/data/gvwstate.dat`, { force: true });
    const file = `${this.folder}/data/grastate.dat`;
    spawnSync('sed', ['-i', 's/^safe_to_bootstrap: 0/safe_to_bootstrap: 1/', file]);
  }

  /** Asked of InnoDB by a process of its own before the real one, as the system's own service does (galera_recovery). */
  position() {
    const asked = spawnSync(this.programs.server, [...this.options(), '--wsrep-recover', '--log-error=/dev/stderr'], {
      encoding: 'utf8',
    });
    const found = /Recovered position:\s*(\S+:-?\d+)/.exec(asked.stderr);
    return found ? [`--wsrep-start-position=${found[1]}`] : [];
  }

  broughtBy() {
    const said = this.said();
    if (/rsync SST completed on joiner/.test(said)) return 'a copy';
    return /IST received/.test(said) ? 'what it missed' : 'nothing';
  }

  said() {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
  }

  keep(args) {
    const life = { output: 'ignore', lives: true, graceMs: 10_000, removeDirs: [this.folder] };
    return startKept(this.programs.server, args, life);
  }

  options() {
    const { folder, ports, members, user, programs, at, settings } = this;
    const provider = [
      `gmcast.listen_addr=tcp://127.0.0.1:${ports.group}`,
      `ist.recv_addr=127.0.0.1:${ports.ist}`,
      'gcache.size=64M',
    ].join(';');
    return [
      '--no-defaults',
      `--user=${user}`,
      `--datadir=${folder}/data`,
      `--tmpdir=${folder}`,
      `--socket=${folder}/s.sock`,
      `--pid-file=${folder}/pid`,
      `--log-error=${this.log}`,
      '--bind-address=127.0.0.1',
      `--port=${ports.client}`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--default-time-zone=+00:00',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=32M',
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-autoinc-lock-mode=2',
      '--binlog-format=ROW',
      '--max-connections=200',
      '--wsrep-on=ON',
      `--wsrep-provider=${programs.provider}`,
      '--wsrep-cluster-name=jinmen',
      `--wsrep-cluster-address=gcomm://${members.join(',')}`,
      `--wsrep-node-name=n${at}`,
      `--wsrep-node-address=127.0.0.1:${ports.group}`,
      '--wsrep-sst-method=rsync',
      `--wsrep-sst-receive-address=127.0.0.1:${ports.sst}`,
      `--wsrep-provider-options=${provider}`,
      ...settings,
    ];
  }
}
