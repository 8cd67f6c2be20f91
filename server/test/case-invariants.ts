import { SignedCases } from '../src/modules/relief/cases/signed-cases';
import { IntegrityChecks } from '../src/platform/integrity/integrity-checks';
import { notSigned } from './not-signed';
import type { TestServer } from './server';

/** Cases and applications that are not as the server wrote them, a line each. */
export async function brokenCases({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  const results = await app.get(IntegrityChecks).run({ all: false });
  const applications = results.find(({ name }) => name === 'applications');
  if (!applications) throw new Error('nobody looks at applications');
  return [...(await notSigned({ app }, SignedCases)), ...applications.wrong];
}
