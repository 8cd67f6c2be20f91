/**
 * What of a migration would hurt the version that serves meanwhile (docs/operations.md, Releases and the database). It
 * reads the text from `up` to `down`, and what stands outside the class: enough for SQL that is written out, which is
 * how this house writes it.
 */
export function liveProblems(text) {
  const up = withoutComments(text).replace(/\n {2}async down\([\s\S]*?\n {2}\}\n/, '\n');
  const found = RULES.filter(([pattern]) => pattern.test(up)).map(([, message]) => message);
  const changes = up.match(/\bALTER TABLE\b|\bCREATE (UNIQUE )?INDEX\b/g) ?? [];
  const said = up.match(/\bALGORITHM=(INSTANT|INPLACE)/g) ?? [];
  if (said.length < changes.length)
    found.push('a change of a table says ALGORITHM=INSTANT, or ALGORITHM=INPLACE LOCK=NONE');
  if (/ALGORITHM=INPLACE(?!,? LOCK=NONE)/.test(up)) found.push('INPLACE says LOCK=NONE too');
  return found;
}

const RULES = [
  [/\bDROP TABLE\b|\bdropTable\(/, 'a table that goes is missed by the version before'],
  [/\bDROP (COLUMN|CONSTRAINT)\b|\bdrop(Column|Check\w*|Unique\w*)\(/, 'what goes is missed by the version before'],
  [/\bRENAME\b|\brename(Table|Column)\(/, 'another name is not known to the version before'],
  [/\b(MODIFY|CHANGE)( COLUMN)?\s/, 'a column of another kind is not what the version before writes'],
  [
    /\bADD COLUMN\b(?=[^;'"`]*NOT NULL)(?![^;'"`]*DEFAULT)/,
    'a column the version before does not fill needs a default, or may be empty',
  ],
  [/\bquery\(\s*[`'"]UPDATE\b/, 'rows are filled a thousand at a time, in a job'],
];

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
