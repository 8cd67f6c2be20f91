import fc from 'fast-check';
import { rightsBeyondServing } from './rights';

const own = {
  database: 'jinmen_city',
  appendOnly: [{ table: 'audit_row' }, { table: 'audit_shown', changedBefore: true as const }],
};
const TO = "TO `jinmen`@`%` IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'";
const found = (line: string) => rightsBeyondServing([line], own);
const beyond = (line: string) => found(line).map(({ words }) => words);

/** As MariaDB and MySQL write it. */
const justRight = [
  `GRANT USAGE ON *.* ${TO}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON \`jinmen_city\`.\`booking\` ${TO}`,
  `GRANT SELECT, INSERT ON \`jinmen_city\`.\`audit_row\` ${TO}`,
  `GRANT SELECT, INSERT, UPDATE ON \`jinmen_city\`.\`audit_shown\` ${TO}`,
  `GRANT SELECT (\`id\`, \`at\`), UPDATE (\`day\`) ON \`jinmen_city\`.\`audit_shown\` ${TO}`,
  `GRANT SELECT ON \`jinmen_city\`.\`migrations\` ${TO}`,
  `GRANT SELECT, SHOW VIEW ON \`jinmen\\_city\`.* ${TO}`,
  `GRANT PROCESS, SHOW DATABASES, REPLICATION CLIENT ON *.* ${TO}`,
  `GRANT SELECT ON \`jinmen_city2\`.* ${TO}`,
  `GRANT ALL PRIVILEGES ON \`jinmen_city2\`.* ${TO}`,
  `GRANT ALL PRIVILEGES ON \`jinmen\`.* ${TO} WITH GRANT OPTION`,
];

it('an account that reads and writes rows, and of the audit only adds, is just right', () => {
  expect(rightsBeyondServing(justRight, own)).toEqual([]);
});

describe('an account may do too much', () => {
  it.each([
    [`GRANT ALL PRIVILEGES ON *.* ${TO} WITH GRANT OPTION`, 'ALL PRIVILEGES, GRANT OPTION on *.*'],
    [`GRANT ALL PRIVILEGES ON \`jinmen_city\`.* ${TO}`, 'ALL PRIVILEGES on jinmen_city.*'],
    [`GRANT ALL PRIVILEGES ON \`jinmen\\_city\`.* ${TO}`, 'ALL PRIVILEGES on jinmen\\_city.*'],
    [`GRANT ALL PRIVILEGES ON \`jinmen%\`.* ${TO}`, 'ALL PRIVILEGES on jinmen%.*'],
    [`GRANT SELECT, CREATE, ALTER ON \`jinmen_city\`.* ${TO}`, 'CREATE, ALTER on jinmen_city.*'],
    [`GRANT SELECT, UPDATE ON \`jinmen_city\`.* ${TO}`, 'UPDATE on jinmen_city.*'],
    [`GRANT DROP ON \`jinmen_city\`.\`booking\` ${TO}`, 'DROP on jinmen_city.booking'],
    [`GRANT SELECT, UPDATE, DELETE ON \`jinmen_city\`.\`audit_row\` ${TO}`, 'UPDATE, DELETE on jinmen_city.audit_row'],
    [`GRANT UPDATE (\`reason\`) ON \`jinmen_city\`.\`audit_row\` ${TO}`, 'UPDATE on jinmen_city.audit_row'],
    [`GRANT UPDATE, DELETE ON \`jinmen_city\`.\`audit_shown\` ${TO}`, 'DELETE on jinmen_city.audit_shown'],
    [`GRANT SELECT ON \`jinmen_city\`.\`booking\` ${TO} WITH GRANT OPTION`, 'GRANT OPTION on jinmen_city.booking'],
    [`GRANT INSERT ON *.* ${TO}`, 'INSERT on *.*'],
    [`GRANT SELECT ON *.* ${TO}`, 'SELECT on *.*'],
    [`GRANT SELECT ON \`%\`.* ${TO}`, 'SELECT on %.*'],
    [`GRANT SELECT ON \`mysql\`.* ${TO}`, 'SELECT on mysql.*'],
    [`GRANT SELECT (\`Priv\`) ON \`mysql\`.\`global_priv\` ${TO}`, 'SELECT on mysql.global_priv'],
    [`GRANT SELECT ON \`performance_schema\`.* ${TO}`, 'SELECT on performance_schema.*'],
    [`GRANT SELECT, INSERT ON \`jinmen_city\`.* ${TO}`, 'INSERT on jinmen_city.*'],
    [`GRANT SELECT, INSERT ON \`jinmen_city\`.\`migrations\` ${TO}`, 'INSERT on jinmen_city.migrations'],
    [`GRANT UPDATE (\`name\`) ON \`jinmen_city\`.\`migrations\` ${TO}`, 'UPDATE on jinmen_city.migrations'],
    [`GRANT SELECT, DELETE ON \`jinmen_city\`.\`migrations\` ${TO}`, 'DELETE on jinmen_city.migrations'],
    [`GRANT DELETE HISTORY ON \`jinmen_city\`.\`booking\` ${TO}`, 'DELETE HISTORY on jinmen_city.booking'],
    [`GRANT INSERT ON \`mysql\`.\`global_priv\` ${TO}`, 'INSERT on mysql.global_priv'],
    [`GRANT SUPER, SET USER ON *.* ${TO}`, 'SUPER, SET USER on *.*'],
    ['GRANT SYSTEM_USER,TABLE_ENCRYPTION_ADMIN ON *.* TO `root`@`%`', 'SYSTEM_USER, TABLE_ENCRYPTION_ADMIN on *.*'],
    [`GRANT EXECUTE ON PROCEDURE \`jinmen_city\`.\`tidy\` ${TO}`, 'EXECUTE on jinmen_city.tidy'],
    ['GRANT `clerks` TO `jinmen`@`%`', 'the role clerks'],
    ['GRANT `clerks`@`%`,`admins`@`%` TO `jinmen`@`%`', 'the role clerks@%,admins@%'],
    ['GRANT ALL PRIVILEGES ON `jinmen_city`.* TO `clerks`', 'ALL PRIVILEGES on jinmen_city.*'],
  ])('%s', (line, words) => {
    expect(beyond(line)).toEqual([words]);
  });

  it('where nobody can read what it may, and no password is repeated', () => {
    const [said, ...more] = beyond(`GRANT SOMETHING NEW ${TO}`);
    expect([said, more]).toEqual(['what nobody here can read: GRANT SOMETHING NEW', []]);
  });
});

describe('an administrator is told what takes it away', () => {
  const FROM = 'FROM `jinmen`@`%`';
  it.each([
    [`GRANT SELECT ON *.* ${TO}`, [`REVOKE SELECT ON *.* ${FROM}`]],
    [`GRANT ALL PRIVILEGES ON \`jinmen%\`.* ${TO}`, [`REVOKE ALL PRIVILEGES ON \`jinmen%\`.* ${FROM}`]],
    [
      `GRANT ALL PRIVILEGES ON *.* ${TO} WITH GRANT OPTION`,
      [`REVOKE ALL PRIVILEGES ON *.* ${FROM}`, `REVOKE GRANT OPTION ON *.* ${FROM}`],
    ],
    [`GRANT SELECT, INSERT ON \`mysql\`.\`db\` ${TO}`, [`REVOKE SELECT, INSERT ON \`mysql\`.\`db\` ${FROM}`]],
    [
      `GRANT EXECUTE ON PROCEDURE \`jinmen_city\`.\`tidy\` ${TO}`,
      [`REVOKE EXECUTE ON PROCEDURE \`jinmen_city\`.\`tidy\` ${FROM}`],
    ],
    [`GRANT SELECT, DROP ON \`jinmen_city\`.\`old\` ${TO}`, [`REVOKE DROP ON \`jinmen_city\`.\`old\` ${FROM}`]],
    ['GRANT `clerks` TO `jinmen`@`%`', [`REVOKE \`clerks\` ${FROM}`]],
    [`GRANT SOMETHING NEW ${TO}`, []],
  ])('%s', (line, taken) => {
    expect(found(line).flatMap((each) => each.taken)).toEqual(taken);
  });
});

it('what takes away, or names the role an account begins with, gives nothing', () => {
  expect(beyond('REVOKE INSERT ON `mysql`.* FROM `jinmen`@`%`')).toEqual([]);
  expect(beyond('SET DEFAULT ROLE `clerks` FOR `jinmen`@`%`')).toEqual([]);
});

it('no right on a table of the audit but to read and to add is ever just right, whatever it stands beside', () => {
  const others = ['SELECT', 'INSERT', 'DELETE', 'UPDATE', 'DROP', 'ALTER', 'TRIGGER', 'INDEX', 'DELETE HISTORY'];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...others), { minLength: 1 }), (privileges) => {
      const isRight = privileges.every((name) => name === 'SELECT' || name === 'INSERT');
      const said = beyond(`GRANT ${privileges.join(', ')} ON \`jinmen_city\`.\`audit_row\` ${TO}`);
      expect(said.length === 0).toBe(isRight);
    }),
  );
});
