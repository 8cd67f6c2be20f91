import { LegalHolds } from '../src/modules/rights/keeping/legal-holds.service';
import type { TestServer } from './server';

/** What the command `retention -- --hold` and `--release` ask, for specs of features whose rows are held. */
export function legalHolds({ app }: Pick<TestServer, 'app'>): LegalHolds {
  return app.get(LegalHolds, { strict: false });
}
