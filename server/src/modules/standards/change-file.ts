import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { CONFIDENCES, isConfidence, type Source } from '@jinmen/shared/kernel/source';
import { isStandardUnit, STANDARD_UNITS, type StandardRow } from '@jinmen/shared/standards/standard';

/** An operator's wish, as it stands in a file. */
export interface ChangeFile {
  readonly by: string;
  readonly why: string;
  readonly rows: readonly StandardRow[];
}

/** A change that was not made, and every reason why, each naming its place in the file. */
export class ChangeRefusedError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ChangeRefusedError';
  }
}

const ROW_FIELDS = ['key', 'value', 'unit', 'from', 'to', 'source', 'note'];
const SOURCE_FIELDS = ['document', 'article', 'effective', 'row', 'confidence'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the file's text into rows of the right shape. Whether they fit together is for the table to say.
 * @throws ChangeRefusedError with one line for everything wrong, e.g. `change.json, row 2 (minimum-living-allowance): …`
 */
export function readChangeFile(text: string, fileName: string): ChangeFile {
  const file = parse(text, fileName);
  const lines: string[] = [];
  const complain = (message: string) => lines.push(`${fileName}: ${message}`);
  for (const name of Object.keys(file)) {
    if (!['by', 'why', 'rows'].includes(name)) complain(`unknown field "${name}"`);
  }
  if (!isText(file.by, 200)) complain('"by" must say who decides, in at most 200 characters');
  if (!isText(file.why, 1000)) complain('"why" must name the reason or the document, in at most 1000 characters');
  if (!Array.isArray(file.rows) || file.rows.length === 0) complain('"rows" must be a list of at least one row');
  const rows: unknown[] = Array.isArray(file.rows) ? file.rows : [];
  rows.forEach((row, index) => {
    const problems = rowProblems(row);
    lines.push(...problems.map((problem) => `${placeOf(fileName, index, row)}: ${problem}`));
  });
  if (lines.length > 0) throw new ChangeRefusedError(lines);
  return { by: String(file.by).trim(), why: String(file.why).trim(), rows: rows.map((row) => toRow(row as Fields)) };
}

/** Where in the file, as an operator counts: the first row is row 1. */
export function placeOf(fileName: string, index: number, row: unknown): string {
  const key = isFields(row) && typeof row.key === 'string' ? ` (${row.key})` : '';
  return `${fileName}, row ${index + 1}${key}`;
}

function parse(text: string, fileName: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ChangeRefusedError([`${fileName}: not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  if (!isFields(value)) throw new ChangeRefusedError([`${fileName}: must be an object with "by", "why" and "rows"`]);
  return value;
}

function rowProblems(row: unknown): string[] {
  if (!isFields(row)) return ['must be an object'];
  const problems = Object.keys(row)
    .filter((name) => !ROW_FIELDS.includes(name))
    .map((name) => `unknown field "${name}"`);
  if (typeof row.key !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.key) || row.key.length > 80) {
    problems.push('"key" must be lower-case words joined by hyphens, e.g. minimum-living-allowance');
  }
  if (!isAmount(row.value)) problems.push('"value" must be a whole number of at least 0 (money in fen)');
  if (!isStandardUnit(row.unit)) problems.push(`"unit" must be one of ${STANDARD_UNITS.join(', ')}`);
  if (!isCivilDate(row.from)) problems.push('"from" must be a day that exists, YYYY-MM-DD');
  if (row.to !== undefined && !isCivilDate(row.to)) problems.push('"to" must be a day that exists, YYYY-MM-DD');
  if (isCivilDate(row.from) && isCivilDate(row.to) && row.to < row.from) problems.push('"to" lies before "from"');
  if (row.note !== undefined && !isText(row.note, 2000)) problems.push('"note" must be text');
  return [...problems, ...sourceProblems(row.source)];
}

function sourceProblems(source: unknown): string[] {
  if (!isFields(source)) return ['"source" is missing: nothing is shown to a resident without one'];
  const problems = Object.keys(source)
    .filter((name) => !SOURCE_FIELDS.includes(name))
    .map((name) => `unknown field "source.${name}"`);
  if (!isText(source.document, 300)) problems.push('"source.document" must name the document');
  if (!isText(source.row, 60)) problems.push('"source.row" must name the row of docs/policy-facts.md');
  if (!isConfidence(source.confidence)) {
    problems.push(`"source.confidence" must be one of ${CONFIDENCES.join(', ')}`);
  }
  if (source.article !== undefined && !isText(source.article, 200)) problems.push('"source.article" must be text');
  if (source.effective !== undefined && !isCivilDate(source.effective)) {
    problems.push('"source.effective" must be a day that exists, YYYY-MM-DD');
  }
  return problems;
}

/** Only for a row without problems. */
function toRow(row: Fields): StandardRow {
  return {
    key: row.key as string,
    value: row.value as number,
    unit: row.unit as StandardRow['unit'],
    from: row.from as CivilDate,
    ...(row.to === undefined ? {} : { to: row.to as CivilDate }),
    source: row.source as Source,
    ...(row.note === undefined ? {} : { note: row.note as string }),
  };
}

/** The column is a 32-bit integer; 2 147 483 647 fen is more than any figure paid to one household. */
function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 2_147_483_647;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= maxLength;
}
