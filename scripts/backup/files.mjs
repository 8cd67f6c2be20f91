import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const BLOB = /^[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every file below the folder, by its path from there, sorted; none when the folder is not there. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The sealed files of residents below `DATA_DIR/blobs`; what another process left half-written is none. */
export function listBlobs(folder) {
  return listFiles(folder).filter((file) => BLOB.test(file));
}

/**
 * Copies what is new or was sealed anew; returns how many files and bytes. What is gone at its source stays in the copy:
 * an older backup may still name it.
 */
export function copyBlobs(from, to) {
  let [files, bytes] = [0, 0];
  for (const file of listBlobs(from)) {
    const source = statSync(path.join(from, file), { throwIfNoEntry: false });
    if (!source || isCopied(source, path.join(to, file))) continue;
    if (copyWhole(path.join(from, file), path.join(to, file), source)) {
      files += 1;
      bytes += source.size;
    }
  }
  return { files, bytes };
}

function isCopied(source, target) {
  const copy = statSync(target, { throwIfNoEntry: false });
  return copy !== undefined && copy.size === source.size && Math.abs(copy.mtimeMs - source.mtimeMs) < 2;
}

/** Aside and then into place. False when it was deleted in this moment. */
function copyWhole(from, to, { atime, mtime }) {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const aside = `${to}.part`;
  try {
    copyFileSync(from, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
  utimesSync(aside, atime, mtime);
  renameSync(aside, to);
  return true;
}
