import { FileReader } from '../src/modules/uploads/reading/file-reader';
import type { ReadFile, WhyRefused } from '../src/modules/uploads/reading/reading';

/** A reader of files with its process, and what it makes of one. Whoever asks for it shuts it down. */
export function readerOfFiles() {
  // the reader's process runs the sources as they are
  process.execArgv.push('-r', require.resolve('./register-swc.cjs'));
  const reader = new FileReader();
  const refused = async (bytes: Buffer): Promise<WhyRefused | 'taken'> => {
    const reading = await reader.read('an account', bytes);
    return 'refused' in reading ? reading.refused : 'taken';
  };
  const taken = async (bytes: Buffer): Promise<ReadFile> => {
    const reading = await reader.read('an account', bytes);
    if ('refused' in reading) throw new Error(`refused: ${reading.refused}`);
    return reading.file;
  };
  return { reader, refused, taken };
}
