import type { Mode, Order, Paper, Passenger, Voyage } from '../funeral-affairs/order';

export const MODE_WORDS: Readonly<Record<Mode, string>> = { JT: '集体撒海', JZ: '家庭撒海', DS: '代撒' };

export const PAPER_WORDS: Readonly<Record<Paper, string>> = {
  SW: '死亡证明',
  HH: '火化证明',
  SF: '申请人证件',
  QS: '亲属关系',
  WT: '代办书',
};

const PAPER_STATES: Readonly<Record<string, string>> = {
  DT: '当天带来',
  CN: '书面承诺',
  QZ: '殡仪馆前置办理',
  YY: '已经看过',
};

const PLACES: Readonly<Record<string, string>> = {
  BYG: '在殡仪馆',
  JC: '在寄存处',
  JL: '在家里',
  QT: '在别处',
  WH: '还没有火化',
};

const BRINGERS: Readonly<Record<string, string>> = { JS: '家人带来', BYG: '殡仪馆送来', WD: '谁带来还没定' };

export const RESULT_WORDS: Readonly<Record<string, string>> = {
  PLACED: '报好名，位置留好了',
  SIGNED_UP: '报好名，等总站安排',
  FULL: '报好名，那一班没有位置',
  ALREADY: '家里已经报过名',
  REFUSED: '没有报上',
};

export function voyageWords({ date, sail, shipName }: Voyage): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${sail} ${shipName}`;
}

export function ashesWords({ ashes }: Order['party']): string {
  const said = [ashes.at && PLACES[ashes.at], ashes.where, ashes.bringer && BRINGERS[ashes.bringer]];
  return said.filter((each) => each !== undefined).join('，') || '骨灰在哪里还没说';
}

export function papersWords({ papers }: Order['party']): string {
  return papers.map(({ paper, state }) => `${PAPER_WORDS[paper]}${PAPER_STATES[state]}`).join('、');
}

export function passengerName({ name, passNo }: Passenger): string {
  return name ?? `第 ${passNo.split('-').at(-1)} 位（还没说是谁）`;
}
