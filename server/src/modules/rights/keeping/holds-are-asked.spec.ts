import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import '../../../schema';
import { holdable } from './legal-holds.service';

const SOURCES = join(__dirname, '../../..');

/** Where a row that may be held is removed, and who asks before whether it is. */
const ASKED: Readonly<Record<string, string>> = {
  'modules/bookings/bookings.repository.ts: BookingRow': 'nobody: it got no further than its own transaction',
  'modules/dependants/dependants.service.ts: Dependant': 'itself',
  'modules/mandates/mandates.service.ts: MandateRow': 'Agreeing',
  'modules/relief/applications/applications.repository.ts: Application': 'DraftRemoval',
  'modules/sea/farewells/farewell-drafts.repository.ts: FarewellRow': 'ThrowingAway',
};

it('nobody removes a row that may be held without asking whether it is, wherever it is removed', () => {
  const entities = getMetadataArgsStorage().tables.filter(({ name }) => name !== undefined && holdable.includes(name));
  expect(entities).toHaveLength(holdable.length);
  const names = entities.map(({ target }) => (typeof target === 'string' ? target : target.name));
  const [any, tables] = [names.join('|'), holdable.join('|')];
  const removal = new RegExp(
    `\\b(?:delete|remove)\\((?:\\)\\s*\\.from\\()?(${any})\\b|DELETE FROM (${tables})\\b`,
    'g',
  );
  const found = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.includes('migrations/'))
    .flatMap((file) => {
      const places = [...readFileSync(join(SOURCES, file), 'utf8').matchAll(removal)];
      return places.map(([, entity, table]) => `${file}: ${entity ?? table}`);
    });
  expect([...new Set(found)].sort()).toEqual(Object.keys(ASKED));
});
