import { rightsBeyondServing } from './rights';
import { readAccount, statementsFor } from './serving-grants';

const jinmen = { user: 'jinmen', host: '%' };
const appendOnly = [{ table: 'audit_row' }, { table: 'audit_shown', changedBefore: true as const }];
const TABLES = ['audit_row', 'audit_shown', 'booking', 'migrations'];

describe('an account is named', () => {
  it.each([
    ['jinmen', jinmen],
    ['jinmen@%', jinmen],
    ['srv_1@10.0.0.%', { user: 'srv_1', host: '10.0.0.%' }],
    ['app@10.0.0.0/255.255.255.0', { user: 'app', host: '10.0.0.0/255.255.255.0' }],
  ])('like %s', (text, account) => {
    expect(readAccount(text)).toEqual(account);
  });

  it.each(['', '@%', "a'b@%", 'a@b@c', 'a b', 'a`@%', 'a@%;DROP'])('and never like %j', (text) => {
    expect(readAccount(text)).toBeUndefined();
  });
});

describe('what serving is given', () => {
  const statements = statementsFor(jinmen, 'jinmen', TABLES, appendOnly);
  const given = statements.filter((statement) => statement.startsWith('GRANT'));

  it('is rows of every table, of append-only ones to read and add, and of the migrations to read', () => {
    expect(given).toEqual([
      "GRANT SELECT, INSERT ON `jinmen`.`audit_row` TO 'jinmen'@'%'",
      "GRANT SELECT, INSERT, UPDATE ON `jinmen`.`audit_shown` TO 'jinmen'@'%'",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON `jinmen`.`booking` TO 'jinmen'@'%'",
      "GRANT SELECT ON `jinmen`.`migrations` TO 'jinmen'@'%'",
    ]);
  });

  it('is what a server finds just right when it looks at its account', () => {
    const asShown = given.map((line) => line.replace("TO 'jinmen'@'%'", 'TO `jinmen`@`%`'));
    expect(rightsBeyondServing(asShown, { database: 'jinmen', appendOnly })).toEqual([]);
  });

  it('comes before anything on the database is taken, so that nobody who is served is refused meanwhile', () => {
    const firstTaken = statements.findIndex((statement) => /^REVOKE .* ON `jinmen`\.\*/.test(statement));
    expect(firstTaken).toBe(3 * TABLES.length);
    expect(statements.slice(firstTaken).filter((statement) => statement.startsWith('GRANT'))).toEqual([]);
  });

  it('is not taken from the version before, which still writes over rows that this one only adds', () => {
    const taken = statements.filter((statement) => statement.startsWith('REVOKE') && statement.includes('audit_shown'));
    expect(taken.map((statement) => /DELETE, .*TRIGGER|DELETE HISTORY/.test(statement))).toEqual([true, true]);
    expect(taken.join()).not.toContain('UPDATE');
  });

  it('loses what stood on the database under its name and as a pattern', () => {
    const taken = statementsFor(jinmen, 'jinmen_city', [], []);
    expect(taken).toContain("REVOKE ALL PRIVILEGES ON `jinmen_city`.* FROM 'jinmen'@'%'");
    expect(taken).toContain("REVOKE ALL PRIVILEGES ON `jinmen\\_city`.* FROM 'jinmen'@'%'");
  });
});
