import { ChangeRefusedError, readChangeFile } from './change-file';

const source = { document: '茶谱', row: 'A.1', confidence: 'official' };
const tea = { key: 'tea', value: 1, unit: 'fen-once', from: '2026-01-01', source };
const file = (...rows: unknown[]) => JSON.stringify({ by: '茶馆', why: '新茶', rows });

function linesOf(text: string): readonly string[] {
  try {
    readChangeFile(text, 'tea.json');
    return [];
  } catch (error) {
    if (error instanceof ChangeRefusedError) return error.lines;
    throw error;
  }
}

describe('a change file', () => {
  it('is read into its rows, optional fields only where they stand', () => {
    const full = { ...tea, to: '2026-12-31', note: '到年底' };
    expect(readChangeFile(file(tea, full), 'tea.json')).toEqual({ by: '茶馆', why: '新茶', rows: [tea, full] });
  });

  it('names every wrong row by its number and key, all at once', () => {
    expect(linesOf(file({ ...tea, value: 1.5 }, tea, { ...tea, colour: 'green', from: '2026-02-30' }))).toEqual([
      'tea.json, row 1 (tea): "value" must be a whole number of at least 0 (money in fen)',
      'tea.json, row 3 (tea): unknown field "colour"',
      'tea.json, row 3 (tea): "from" must be a day that exists, YYYY-MM-DD',
    ]);
  });

  it.each([
    [{ ...tea, key: 'Tea House' }, '"key" must be'],
    [{ ...tea, key: undefined }, '"key" must be'],
    [{ ...tea, value: '1' }, '"value" must be'],
    [{ ...tea, value: 3_000_000_000 }, '"value" must be'],
    [{ ...tea, unit: 'toString' }, '"unit" must be'],
    [{ ...tea, to: '2025-12-31' }, '"to" lies before "from"'],
    [{ ...tea, note: 7 }, '"note" must be'],
    [{ ...tea, source: undefined }, '"source" is missing'],
    [{ ...tea, source: { ...source, document: ' ' } }, '"source.document"'],
    [{ ...tea, source: { ...source, row: '' } }, '"source.row"'],
    [{ ...tea, source: { ...source, confidence: 'sure' } }, '"source.confidence"'],
    [{ ...tea, source: { ...source, effective: 'soon' } }, '"source.effective"'],
    [{ ...tea, source: { ...source, page: 3 } }, 'unknown field "source.page"'],
    ['row', 'must be an object'],
  ])('with row %j is refused', (row, words) => {
    expect(linesOf(file(row))[0]).toContain(words);
  });

  it.each(['[]', 'null', '"x"', '{"by":"a","why":"b","rows":{}}', '{"by":"a","why":"b","rows":[]}', '{"extra":1}'])(
    '%s is refused',
    (text) => {
      expect(linesOf(text).length).toBeGreaterThan(0);
    },
  );
});
