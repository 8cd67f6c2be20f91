const READING = 'server/src/modules/uploads/reading';
const PDF = { file: `${READING}/read-pdf.ts`, spec: `${READING}/pdf-files.spec.ts` };

/** That nothing which acts is taken for a page. */
export const UPLOADS = [
  {
    name: 'uploads: no byte of a PDF is looked at',
    ...PDF,
    find: "if (names !== 'unreadable' && names.acts) throw new NotTaken('active');",
    put: '',
    tests: ['is refused as active'],
  },
  {
    name: 'uploads: no reader of PDFs is asked what it finds',
    ...PDF,
    find: 'await mustBeQuiet(document, names);',
    put: '',
    tests: ['is refused as active'],
  },
  {
    name: 'uploads: a PDF whose packs nobody can open is taken',
    ...PDF,
    find: "if (names === 'unreadable') throw new NotTaken(names);",
    put: "if (names === 'unreadable') return { kind: 'pdf', bytes, pages: document.numPages };",
    tests: ['is refused as unreadable'],
  },
];
