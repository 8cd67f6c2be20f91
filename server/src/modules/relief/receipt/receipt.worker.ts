import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { drawReceipt, drawStatement } from './draw-receipt';
import { unpackWoff } from './sfnt';

/** One paper to draw: a receipt, or what a resident wrote. */
export type Paper = { readonly receipt: ReceiptView } | { readonly statement: string };

/** With the number its answer carries. */
export type Task = { readonly number: number } & Paper;

export type Done = { readonly number: number } & ({ readonly pdf: Uint8Array } | { readonly failed: string });

const FONT_FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';
const font = unpackWoff(readFileSync(require.resolve(FONT_FILE)));

parentPort?.on('message', (task: Task) => {
  const { number } = task;
  const answer = (done: Done) => parentPort?.postMessage(done);
  const drawing = 'receipt' in task ? drawReceipt(task.receipt, font) : drawStatement(task.statement, font);
  drawing.then(
    (pdf) => answer({ number, pdf }),
    // the reason may repeat what was to be drawn: only its kind is told
    (error: unknown) => answer({ number, failed: error instanceof Error ? error.name : 'unknown' }),
  );
});
