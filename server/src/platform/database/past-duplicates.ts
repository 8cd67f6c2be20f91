import { isDuplicate } from './retryable';

/**
 * Runs `work` again when a unique constraint refuses a row that somebody else inserted at the same moment: the next run
 * finds that row. `work` is a whole transaction; `rows` is how many rows it looks for and inserts when they are absent,
 * each of which may lose such a race once.
 */
export async function pastDuplicates<Result>(rows: number, work: () => Promise<Result>): Promise<Result> {
  for (let lost = 0; ; lost += 1) {
    try {
      return await work();
    } catch (error) {
      if (lost === rows || !isDuplicate(error)) throw error;
    }
  }
}
