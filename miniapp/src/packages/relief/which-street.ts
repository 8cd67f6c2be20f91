import { filedForTheDead } from '@jinmen/shared/applications/hukou';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { titleOf } from './programme-title';

type Words = (titles: readonly string[]) => string;

/** One line for what is done at the street of the home, one for what is at the street of the hukou of who died. */
export function linesByStreet(codes: readonly string[], words: { readonly home: Words; readonly ofDeceased: Words }) {
  const { home, ofDeceased } = byStreet(codes);
  const said = (line: Words, of: readonly string[]) => (of.length > 0 ? [line(of.map(titleOf))] : []);
  return [...said(words.home, home), ...said(words.ofDeceased, ofDeceased)];
}

/** The codes apart by which street does them. */
export function byStreet(codes: readonly string[]) {
  const there = filedForTheDead(catalogue.filter(({ code }) => codes.includes(code))).map(({ code }) => code);
  return {
    home: codes.filter((code) => !there.includes(code)),
    ofDeceased: codes.filter((code) => there.includes(code)),
  };
}
