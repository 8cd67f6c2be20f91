const READING = 'server/src/modules/uploads/reading';
const PDF = { file: `${READING}/read-pdf.ts`, spec: `${READING}/pdf-files.spec.ts` };
const LINE = { spec: `${READING}/file-reader.spec.ts`, tests: ['three files of an account at once'] };
const AT_ONCE = { spec: 'server/src/files-at-once.int-spec.ts' };

/** That nothing which acts is taken for a page, and nobody keeps the others from sending theirs. */
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
  {
    name: 'uploads: one account may fill the line',
    ...AT_ONCE,
    file: 'server/src/modules/uploads/places.ts',
    find: 'if (own >= MOST_OF_ONE) throw uploadProblems.oneAfterAnother();',
    put: '',
    tests: ['of one account: three are read'],
  },
  {
    name: 'uploads: as many files as come are in memory at once',
    ...AT_ONCE,
    file: 'server/src/modules/uploads/places.ts',
    find: 'if (this.all >= MOST_OF_ALL) throw uploadProblems.manyAtOnce();',
    put: '',
    tests: ['of many accounts: twelve are read'],
  },
  {
    name: 'uploads: a file is read before anybody looks whether it was enough for today',
    ...AT_ONCE,
    file: 'server/src/modules/uploads/uploads.service.ts',
    find: 'await this.daily.mustHaveRoom(accountId);',
    put: '',
    tests: ['of an account that sent enough today'],
  },
  {
    name: 'uploads: whoever has a turn has the next one too',
    ...LINE,
    file: 'server/src/platform/owners-in-turn.ts',
    find: 'this.goBehind(owner);\n    }',
    put: 'if (this.waiting.get(owner)?.length === 0) this.goBehind(owner);\n    }',
  },
  {
    name: 'uploads: how long an account was read is nowhere counted',
    file: 'server/src/modules/uploads/uploads.service.ts',
    find: 'await this.daily.countReading(accountId, tookMs);',
    put: '',
    spec: 'server/src/modules/uploads/uploads.int-spec.ts',
    tests: ['one account may have its files read for so long in a day'],
  },
  {
    name: 'uploads: an account is read however long it was read before',
    file: 'server/src/modules/uploads/daily-use.ts',
    find: ".andWhere('reading_ms < :longest', { longest: MOST_READING_MS })",
    put: '',
    spec: 'server/src/modules/uploads/uploads.int-spec.ts',
    tests: ['one account may have its files read for so long in a day'],
  },
];
