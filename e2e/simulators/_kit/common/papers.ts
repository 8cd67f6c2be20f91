import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseRecord } from '../case-record';
import { today } from '../clock';
import { asFields, BadMessage, day, type Fields, list, oneOf, text } from '../message';
import type { CommonFamily } from './family';

/** One page of a paper as it came: the same page again takes its place. */
export interface PaperPage {
  readonly page: number;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly base64: string;
}

export interface ReceivedPaper {
  readonly kind: string;
  readonly name: string;
  pages: PaperPage[];
  receivedOn: CivilDate;
  unreadableBy?: CivilDate;
}

export interface Commitment {
  readonly signedOn: CivilDate;
  readonly papers: readonly { readonly kind: string; readonly name: string; readonly by: CivilDate }[];
}

const MOST_PAGES = 20;
/** 10 MB, written out. */
const MOST_BASE64 = 14_000_000;

export const paper: CommonFamily = {
  type: 'PAPER',
  take: (record, data) => {
    const kind = text(data, 'kind', 40);
    const name = text(data, 'name', 60);
    const page = readPage(data);
    const papers = papersOf(record);
    const known = papers.find((each) => each.kind === kind) ?? { kind, name, pages: [], receivedOn: today() };
    known.pages = [...known.pages.filter((each) => each.page !== page.page), page].sort(
      (one, two) => one.page - two.page,
    );
    known.receivedOn = today();
    delete known.unreadableBy;
    record.matters.papers = [...papers.filter((each) => each.kind !== kind), known];
    const asked = record.paperRequest?.papers.find((each) => each.name === name);
    if (asked) asked.receivedOn = today();
    return `收到${name}（第 ${page.page} 张）`;
  },
};

export const commitment: CommonFamily = {
  type: 'COMMITMENT',
  take: (record, data) => {
    const told: Commitment = {
      signedOn: day(data, 'signedOn'),
      papers: list(data, 'papers', 1).map((each) => {
        const one = asFields(each, 'papers');
        return { kind: text(one, 'kind', 40), name: text(one, 'name', 60), by: day(one, 'by') };
      }),
    };
    record.matters.commitment = told;
    return `承诺后补：${told.papers.map(({ name, by }) => `${name}（${by}）`).join('、')}`;
  },
};

export function papersOf({ matters }: CaseRecord): readonly ReceivedPaper[] {
  return (matters.papers ?? []) as readonly ReceivedPaper[];
}

export function commitmentOf({ matters }: CaseRecord): Commitment | undefined {
  return matters.commitment as Commitment | undefined;
}

function readPage(data: Fields): PaperPage {
  const { page } = data;
  if (typeof page !== 'number' || !Number.isInteger(page) || page < 1 || page > MOST_PAGES)
    throw new BadMessage('page');
  const file = asFields(data.file, 'file');
  const base64 = text(file, 'base64', MOST_BASE64);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new BadMessage('base64');
  return { page, type: oneOf(file, 'type', ['image/jpeg', 'application/pdf']), base64 };
}
