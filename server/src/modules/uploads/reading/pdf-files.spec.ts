import { readerOfFiles } from '../../../../test/file-reading';
import { zipArchive } from '../../../../test/hostile-files';
import { deflated, handmadePdf, objectStream, packedPdf, scannedPdf } from '../../../../test/hostile-pdfs';

const { reader, refused, taken } = readerOfFiles();

afterAll(() => reader.onApplicationShutdown());

describe('a PDF', () => {
  it('as a scanner writes it is kept as it came', async () => {
    const pdf = await scannedPdf(2);
    expect(await taken(pdf)).toEqual({ kind: 'pdf', bytes: pdf, pages: 2 });
    expect((await taken(handmadePdf({}))).pages).toBe(1);
  });

  const ordinary: readonly (readonly [string, Buffer])[] = [
    ['with everything packed away', packedPdf()],
    ['that opens at its first page', packedPdf({ catalogue: '/OpenAction[3 0 R/Fit]' })],
    [
      'with a link to a website, and one to a page',
      packedPdf({
        page: `/Annots[${['/URI/URI(https://www.gov.cn/)', '/URI/URI(www.gov.cn)', '/GoTo/D[3 0 R/Fit]']
          .map((action) => `<</Subtype/Link/Rect[0 0 9 9]/A<</S${action}>>>>`)
          .join('')}]`,
      }),
    ],
    [
      'with a name of three letters in its drawing',
      handmadePdf({ more: ['<< /Length 9 >>\nstream\nq /JS Do Q\nendstream'] }),
    ],
    ['with a title that says obj and stream', handmadePdf({ more: ['<< /Title (obj \\(stream\\) a (b) %) >>'] })],
  ];
  it.each(ordinary)('%s, as office programs write it, is kept as it came', async (_, pdf) => {
    expect(await taken(pdf)).toEqual({ kind: 'pdf', bytes: pdf, pages: 1 });
  });

  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const launch = '<< /S /Launch /F (cmd.exe) >>';
  const long = `/Note (${'-'.repeat(700)}) /Filter /FlateDecode`;
  const acting: readonly (readonly [string, Buffer])[] = [
    ['runs a script when opened', handmadePdf({ catalogue: `/OpenAction ${script}` })],
    ['runs a script by another spelling', handmadePdf({ catalogue: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' })],
    ['runs a script when a page opens', handmadePdf({ page: `/AA << /O ${script} >>` })],
    ['starts a program', handmadePdf({ catalogue: `/OpenAction ${launch}` })],
    [
      'starts a program named between two comments',
      handmadePdf({ catalogue: '/OpenAction 5 0 R', more: ['0\nendobj\n%stream', `${launch}\nendobj\n%endstream`] }),
    ],
    [
      'starts a program named inside a drawing',
      handmadePdf({ catalogue: '/OpenAction 5 0 R', more: ['<< /Length 99 >>\nstream', `${launch}\nendstream`] }),
    ],
    ['names scripts', handmadePdf({ catalogue: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` })],
    ['holds a script in a packed object', handmadePdf({ more: [objectStream(script)] })],
    ['holds a script in a pack with a long head', handmadePdf({ more: [objectStream(script, { keys: long })] })],
    [
      'holds a script in a pack spelt otherwise',
      handmadePdf({ more: [objectStream(script, { type: '/Type /Obj#53tm' })] }),
    ],
    ['holds a script in a pack that does not say so', handmadePdf({ more: [objectStream(script, { type: '' })] })],
    ['opens a website when a page opens', handmadePdf({ page: '/AA << /O << /S /URI /URI (https://a.example) >> >>' })],
    ['opens a website when opened', packedPdf({ catalogue: '/OpenAction<</S/URI/URI(https://a.example)>>' })],
    ['prints itself when opened', packedPdf({ catalogue: '/OpenAction<</S/Named/N/Print>>' })],
    [
      'prints itself when touched',
      packedPdf({ page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Named/N/Print>>>>]' }),
    ],
    [
      'opens a file of the computer when touched',
      packedPdf({ page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///c:/cmd.exe)>>>>]' }),
    ],
    ['brings a file along', handmadePdf({ catalogue: '/Names << /EmbeddedFiles << /Names [] >> >>' })],
    ['has a form that sends', handmadePdf({ page: '/Annots [<< /Subtype /Link /A << /S /SubmitForm >> >>]' })],
    ['plays a film', handmadePdf({ page: '/Annots [<< /Subtype /RichMedia >>]' })],
    ['is an archive too', Buffer.concat([handmadePdf({}), zipArchive()])],
  ];
  it.each(acting)('that %s is refused as active', async (_, pdf) => {
    expect(await refused(pdf)).toBe('active');
  });

  const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex');
  const odd: readonly (readonly [string, string])[] = [
    ['a filter nobody packs with', objectStream(script, { keys: '/Filter /ASCIIHexDecode', pack: hex })],
    ['a filter named elsewhere', objectStream(script, { keys: '/Filter 9 0 R', pack: hex })],
    ['two filters', objectStream(script, { keys: '/Filter [/FlateDecode /FlateDecode]' })],
    ['two answers to which filter', objectStream(script, { keys: '/Filter /FlateDecode /Filter /LZWDecode' })],
    [
      'columns to be shifted back',
      objectStream(script, { keys: '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>' }),
    ],
    ['an end that is broken off', objectStream(script, { pack: (text) => deflated(text).slice(0, -6) })],
    ['a line nobody ends so', objectStream(script).replace('stream\n', 'stream \n')],
    ['a key without anything behind it', `<< /Filter >> /First 4 >>`],
    ['a word where a name should stand', '<< /First 4 obj /N 1 >>'],
    ['a bracket that nobody closes', `${'<< /A ['.repeat(200)}`],
  ];
  it.each(odd)('with %s is refused as unreadable: what it would do nobody here can say', async (_, object) => {
    expect(await refused(handmadePdf({ more: [object] }))).toBe('unreadable');
  });

  it('made to be read over and over is refused before that is done', async () => {
    expect(await refused(handmadePdf({ more: ['obj '.repeat(5) + '%obj'.repeat(200_000)] }))).toBe('unreadable');
  });

  it('with a password, or locked without one, is refused as locked', async () => {
    expect(await refused(await scannedPdf(1, { userPassword: 'secret' }))).toBe('locked');
    expect(await refused(await scannedPdf(1, { ownerPassword: 'secret', permissions: {} }))).toBe('locked');
  });

  it('of very many pages, cut off, or in name alone is refused with its reason', async () => {
    expect(await refused(await scannedPdf(31))).toBe('too-many-pages');
    const pdf = await scannedPdf(2);
    expect(await refused(pdf.subarray(0, pdf.length / 2))).toBe('broken');
    expect(await refused(Buffer.from('%PDF-1.7\nnothing more\n%%EOF'))).toBe('broken');
  });
});
