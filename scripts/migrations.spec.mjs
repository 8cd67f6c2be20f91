import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { listFiles } from './lib/content-hash.mjs';
import { liveProblems } from './lib/live-migrations.mjs';

/** What was done before anything was released: nobody served on the schema before. No row may be added for a new one. */
const BEFORE_THE_FIRST_RELEASE = {
  '20261125100300-seal-standard-changes.ts': 'sealed what stood there in the open; the open table had to go',
  '20261125160200-let-notices-be-about-anything.ts': 'a check was exchanged',
  '20261125180000-create-relief-signature.ts': 'relief_authorisation became relief_signature',
  '20261125180100-check-each-adult.ts': 'columns without a word how',
  '20261126150100-offer-times-without-keeping.ts': 'a table made anew for the embedded database',
  '20261126172000-count-replays.ts': 'a column without a word how; both databases add it at once',
};

const files = listFiles(['server/src'], (file) => /\/migrations\/\d{14}-[a-z-]+\.ts$/.test(file));
const judged = files.map((file) => ({ name: path.basename(file), problems: liveProblems(readFileSync(file, 'utf8')) }));

describe('a migration', () => {
  it('takes nothing away that the version before reads, and says how it may run beside it', () => {
    assert.ok(files.length > 40, `${files.length} migrations found`);
    const refused = judged.filter(({ name, problems }) => problems.length > 0 && !(name in BEFORE_THE_FIRST_RELEASE));
    assert.deepEqual(refused, []);
  });

  it('of the past is named only while it needs to be', () => {
    const needed = judged.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
    assert.deepEqual(
      Object.keys(BEFORE_THE_FIRST_RELEASE).filter((name) => !needed.includes(name)),
      [],
    );
  });
});

describe('what is refused', () => {
  const up = (statement) => `  async up(queryRunner) {\n${statement}\n  }\n\n  async down(queryRunner) {\n  }\n`;
  const query = (sql) => up(`await queryRunner.query('${sql}');`);
  for (const [what, text] of Object.entries({
    'a table that goes': query('DROP TABLE notice'),
    'a table that goes by the ORM': up("await queryRunner.dropTable('notice');"),
    'a column that goes': query('ALTER TABLE notice DROP COLUMN about, ALGORITHM=INSTANT'),
    'a column with another name': query('ALTER TABLE notice RENAME COLUMN about TO of, ALGORITHM=INSTANT'),
    'a column of another kind': query('ALTER TABLE notice MODIFY COLUMN about int, ALGORITHM=INPLACE, LOCK=NONE'),
    'a column the version before does not fill': query(
      'ALTER TABLE notice ADD COLUMN a int NOT NULL, ALGORITHM=INSTANT',
    ),
    'a column without a word how': query('ALTER TABLE notice ADD COLUMN a int NULL'),
    'an index without a word how': query('CREATE INDEX ix_notice_a ON notice (a)'),
    'all rows filled at once': query('UPDATE notice SET a = 1'),
  })) {
    it(what, () => assert.notDeepEqual(liveProblems(text), []));
  }
});

describe('what is let through', () => {
  const add = "const how = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';";
  for (const [what, text] of Object.entries({
    'a new table': '  async up(queryRunner) {\nawait createTable(queryRunner, table);\n  }\n',
    'a column that may be empty': `  async up(queryRunner) {\n${add}\nawait queryRunner.query(\`ALTER TABLE a ADD COLUMN b int NULL\${how}\`);\n  }\n`,
    'what goes on the way down':
      "  async up(queryRunner) {\n  }\n\n  async down(queryRunner) {\nawait queryRunner.dropTable('a');\n  }\n",
  })) {
    it(what, () => assert.deepEqual(liveProblems(text), []));
  }
});
