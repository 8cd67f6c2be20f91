import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '../../../schema';
import { privacyImpact } from './privacy-impact';

/** `npm run privacy:impact`: writes docs/privacy-impact.md anew from the field catalogue. */
const sealed = new Set((schema.sealed ?? []).map(({ table, column }) => `${table}.${column}`));
writeFileSync(join(__dirname, '../../../../../docs/privacy-impact.md'), privacyImpact(sealed));
