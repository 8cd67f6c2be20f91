import { keptLine } from '../keeping/keeping';
import { nobodysTables, personalTables } from './catalogue';
import { type Basis, columnsOf, type Matter, plainColumnsOf } from './field-catalogue';
import { matters } from './matters';

const HEAD = `# What is kept of people, why, for how long and who gets it

The record of PIPL art. 55–56, made from the field catalogue (\`server/src/modules/rights/catalogue/\`, docs/adr/0031), which the
code itself uses: \`npm run privacy:impact\` writes this page, and \`catalogue.int-spec.ts\` fails when it, the catalogue and
the columns of the database disagree. Kept at least three years with the history of this repository.

Days marked 示例 are configuration without a source (\`KEEP_…_DAYS\`), 待民政局核定.

## How it is kept safe

- **Sealed** columns are SM4-CBC with HMAC-SM3, bound to their place (docs/adr/0012); keys lie outside the database.
- Names and numbers are masked on the server, and leave it whole only in the copy a resident takes home, which holds their
  own; never in logs, addresses of pages or metrics.
- Every look of staff at somebody is audited and shown to that person (我的数据): who, when, at what, and from which list, which
  says what for. Nobody types a reason before a number is shown; for each act that changes something a colleague does.
- No face is asked for or kept, anywhere.

## What could go wrong for somebody, and what stands against it

| risk | against it |
|---|---|
| somebody at home reads along on a shared phone | neutral messages, 大家共用的手机 keeps nothing, sign-out wipes |
| a partner learns of a no, a review or a divorce | docs/adr/0019: nothing of it is told to the other side, nor in either's copy |
| somebody at home learns of a no or a signature taken back | docs/adr/0042: what goes out of the signer is shown to the signer alone |
| a curious clerk | own office alone, thirty numbers an hour before a fresh code, each look on record and shown to the person |
| a bureau gets more than it needs | messages are made field by field; what went out stands in \`disclosure\`, as it went |
| somebody says they are family, or says of a living person that they died | papers, the bureau's word, four eyes (a CHECK of the table), one answer for every no, told to the living; twenty questions a day |
| a backup brings somebody back who asked to be forgotten | the ledger of deletions beside the database is applied again |

## Relatives of somebody who died (PIPL 49)

At the window of a street alone (docs/adr/0052): a clerk sees the papers of the death and of the kinship (Civil Code 1045; which
papers is 示例，待民政局核定), the identity bureau says that the person died, and a second colleague answers. What may be
copied is named column by column (\`rights/relatives/allowed-fields.ts\`): what was applied for and what became of it, whether
the account was right, what was booked, whom they sent off. Nothing of health, income, household, marriage, words or
confidence. A deletion is the person's own, with what the law has kept staying. What the dead said for that time holds.
`;

/** docs/privacy-impact.md. `sealed`: `table.column` of everything that is sealed. */
export function privacyImpact(sealed: ReadonlySet<string>): string {
  const nobodys = nobodysTables.map(({ table, nobody, columns }) => `| \`${table}\` | ${nobody} | ${columns} |`);
  return [
    HEAD,
    ...matters.map((matter) => matterSection(matter, sealed)),
    ['## Where there is nobody', '', '| table | why | columns |', '|---|---|---|', ...nobodys, ''].join('\n'),
  ].join('\n');
}

function matterSection(matter: Matter, sealed: ReadonlySet<string>): string {
  const tables = personalTables.filter((table) => table.matter === matter.code);
  const rows = tables.flatMap((table) => [
    ...columnsOf(table).map(({ name, what }) => {
      const place = `${table.table}.${name}`;
      return `| \`${place}\` | ${what} | ${sealed.has(place) ? 'sealed' : ''} |`;
    }),
    ...plainColumnsOf(table).map(({ name, reason }) => `| \`${table.table}.${name}\` | — | not personal: ${reason} |`),
  ]);
  return [
    `## ${matter.title}`,
    '',
    `- for: ${matter.purpose}`,
    `- on the ground of: ${matter.basis.map(basisLine).join('; ')}`,
    `- kept: ${keptLine(matter.kept)}`,
    `- given to: ${matter.gets.length === 0 ? 'nobody' : matter.gets.join(', ')}`,
    '',
    '| column | what | how |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function basisLine(basis: Basis): string {
  if (basis.kind === 'consent') return `consent (${basis.purposes.join(', ')})`;
  return basis.kind === 'duty' ? `duty by law (${basis.law})` : `asked for by the resident (${basis.words})`;
}
