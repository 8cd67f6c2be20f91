import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fastFolder } from './fast-folder.mjs';
import { GaleraNode } from './galera-node.mjs';
import { freePorts } from './ports.mjs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** `mariadb-server` for the scripts by which a node copies another; lsof and rsync are what those call. */
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core', 'mariadb-server', 'galera-4', 'rsync', 'lsof'];
const PROVIDERS = [
  '/usr/lib/galera/libgalera_smm.so',
  '/usr/lib64/galera/libgalera_smm.so',
  '/usr/lib64/galera-4/libgalera_smm.so',
];
export const NODES = 3;
/** Of each node: for clients, for the group, and for being brought up to date in two ways. */
const PORTS_EACH = 4;

/**
 * Three MariaDB nodes in one Galera cluster on this machine, as production would have them on three; whatever ends this
 * process ends them, and nothing of them is left. `settings` go to every node.
 */
export async function galeraCluster({ settings = [] } = {}) {
  const programs = galeraPrograms();
  const owner = ownerOfNodes();
  const ports = await freePorts(NODES * PORTS_EACH);
  const portsOf = (at) => {
    const [client, group, ist, sst] = Array.from({ length: PORTS_EACH }, (_, nth) => ports + at * PORTS_EACH + nth);
    return { client, group, ist, sst };
  };
  const members = Array.from({ length: NODES }, (_, at) => `127.0.0.1:${portsOf(at).group}`);
  // short, because a unix socket's path may not exceed about a hundred characters
  const folders = members.map(() => mkdtempSync(path.join(fastFolder(), 'jm-')));
  const cluster = new Cluster(
    folders.map((folder, at) => {
      owner.takes(folder);
      return new GaleraNode({ at, folder, ports: portsOf(at), members, programs, user: owner.name, settings });
    }),
  );
  try {
    for (const folder of folders) createDataFolder(programs.install, folder, owner.name);
    await cluster.begin();
    return cluster;
  } catch (error) {
    await cluster.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

class Cluster {
  constructor(nodes) {
    this.nodes = nodes;
    this.urls = nodes.map(({ url }) => url);
  }

  /** The first makes the cluster, the others are given a copy of it. */
  async begin() {
    for (const [at, node] of this.nodes.entries()) await node.start({ newCluster: at === 0 });
  }

  kill(at) {
    return this.nodes[at].kill();
  }

  /** Resolves when the node may be used again; how it was brought up to date: `nothing`, `missed` writes or a `copy`. */
  startAgain(at) {
    return this.nodes[at].start();
  }

  /** Starts it without waiting until it may be used: alone it is not part of anything. */
  startAlone(at) {
    return this.nodes[at].launch();
  }

  untilSynced(at) {
    return this.nodes[at].untilSynced();
  }

  freeze(at) {
    this.nodes[at].signal('SIGSTOP');
  }

  thaw(at) {
    this.nodes[at].signal('SIGCONT');
  }

  /** What the operator is told to do when no node is left: the one that knows most begins anew, the others follow. */
  async bootstrap() {
    const positions = await Promise.all(this.nodes.map((node) => node.recovered()));
    const [first] = positions.map(({ seqno }, at) => ({ seqno, at })).sort((one, other) => other.seqno - one.seqno);
    this.nodes[first.at].forgetView();
    await this.nodes[first.at].start({ newCluster: true });
    for (const [at, node] of this.nodes.entries()) if (at !== first.at) await node.start();
    return { first: first.at, seqnos: positions.map(({ seqno }) => seqno) };
  }

  async stop() {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}

function createDataFolder(install, folder, user) {
  const made = spawnSync(
    install,
    [
      '--no-defaults',
      `--user=${user}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      `--datadir=${folder}/data`,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Stop(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
}

/** As root a node cannot be copied (rsync is refused), so root's nodes belong to somebody who owns nothing else. */
function ownerOfNodes() {
  if (process.getuid?.() !== 0) return { name: os.userInfo().username, takes: () => undefined };
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { name: 'nobody', takes: (file) => chownSync(file, Number(uid), Number(gid)) };
}

function galeraPrograms() {
  if (!findPrograms() && mayInstall()) installPackages(PACKAGES);
  const programs = findPrograms();
  if (programs) return programs;
  throw new Stop(
    [
      'Three nodes need MariaDB with Galera, and it was not found. Do one of these, then run the command again:',
      `  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y ${PACKAGES.join(' ')}`,
      '  Fedora           sudo dnf install -y mariadb-server mariadb-server-galera galera rsync lsof',
    ].join('\n'),
  );
}

function findPrograms() {
  const server = findProgram('mariadbd');
  const install = findProgram('mariadb-install-db');
  const provider = PROVIDERS.find((file) => existsSync(file));
  const needed = ['wsrep_sst_rsync', 'rsync', 'lsof'].every((name) => findProgram(name));
  return server && install && provider && needed ? { server, install, provider } : undefined;
}
