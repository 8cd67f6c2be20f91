import { parentPort } from 'node:worker_threads';
import { highsChooser } from '@jinmen/shared/replacing/highs-chooser';
import type { PlacingProblem, Plan } from '@jinmen/shared/replacing/placing';
import { solve } from '@jinmen/shared/replacing/solve';

export interface Task {
  readonly number: number;
  readonly problem: PlacingProblem;
}

export type Done = { readonly number: number } & ({ readonly plan: Plan } | { readonly failed: string });

const chooser = highsChooser();

parentPort?.on('message', ({ number, problem }: Task) => {
  const answer = (done: Done) => parentPort?.postMessage(done);
  chooser
    .then((choose) => solve(problem, choose))
    .then(
      (plan) => answer({ number, plan }),
      (error: unknown) => answer({ number, failed: error instanceof Error ? error.message : 'unknown' }),
    );
});
