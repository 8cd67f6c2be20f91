import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { drawReceipt } from './draw-receipt';
import { unpackWoff } from './sfnt';

/** One receipt to draw, and the number its answer carries. */
export interface Task {
  readonly number: number;
  readonly receipt: ReceiptView;
}

export type Done = { readonly number: number } & ({ readonly pdf: Uint8Array } | { readonly failed: string });

const FONT_FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';
const font = unpackWoff(readFileSync(require.resolve(FONT_FILE)));

parentPort?.on('message', ({ number, receipt }: Task) => {
  const answer = (done: Done) => parentPort?.postMessage(done);
  drawReceipt(receipt, font).then(
    (pdf) => answer({ number, pdf }),
    // the reason may repeat what was to be drawn: only its kind is told
    (error: unknown) => answer({ number, failed: error instanceof Error ? error.name : 'unknown' }),
  );
});
