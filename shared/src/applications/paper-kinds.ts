import type { FactValues } from '../facts/fact';
import type { Source } from '../kernel/source';

/** A paper somebody may be asked for, whichever programme asks and however its guide words it. */
export interface PaperKind {
  /** Stable, in addresses and messages, e.g. `disability-certificate`. */
  readonly kind: string;
  readonly name: string;
  /** Whether the household's own answers make it one of theirs; always theirs when left out. */
  readonly applies?: (facts: FactValues) => Applies;
  /** Which of its kind is meant, where the household's answers say it. */
  readonly note?: (facts: FactValues) => string | undefined;
  /** The bureau looks it up itself once the household has agreed: nothing to bring. */
  readonly fetchedBy?: string;
  /** Only the paper itself counts, so no photo of it is asked for. */
  readonly original?: true;
}

/** What is said of a paper of which nobody knows whether the household has one. */
export const IF_ANY = '家里有的话';
/** A guide that remarks this asks for it only where there is one. */
export const WHERE_THERE_IS_ONE = /有的话/;

/** `if-any`: nobody knows; asked for as 家里有的话. `not-yet`: they told us there is none, so no guide may ask for it. */
export type Applies = 'yes' | 'if-any' | 'no' | 'not-yet';

/**
 * Which papers may follow nobody has published (A.9 has 承诺制 and 容缺后补 without a list): every one of them may, and the
 * street has the last word.
 */
export const paperKinds: readonly PaperKind[] = [
  { kind: 'identity-card', name: '身份证' },
  { kind: 'household-register', name: '户口本' },
  { kind: 'disability-certificate', name: '残疾证', applies: withSomebodyDisabled },
  { kind: 'diagnosis', name: '诊断证明', applies: withSomebodyIll },
  { kind: 'disability-or-diagnosis', name: '残疾证或诊断证明' },
  { kind: 'income', name: '收入的材料' },
  // 《最低生活保障审核确认办法》 第十七条 (A.9): what 核对 covers
  { kind: 'savings', name: '存款、房子和车的情况', fetchedBy: '核对系统（查收入和存款的）' },
  { kind: 'receipts', name: '花了钱的发票和收据' },
  { kind: 'bank-card', name: '社保卡或银行卡' },
  { kind: 'death-certificate', name: '《居民死亡医学证明》', original: true },
  { kind: 'cremation-receipt', name: '火化收据', original: true, note: whereCremated },
  { kind: 'death-or-cremation', name: '死亡证明或火化证明' },
  { kind: 'funeral-subsidy-form', name: '领补贴的表', original: true },
  {
    kind: 'student-proof',
    name: '在学证明',
    applies: whenYes('household.hasSchoolSpending', 'household.isSingleParentWithStudent'),
  },
  { kind: 'work-registration', name: '就业失业登记证', applies: whenYes('household.hasAbleBodiedWithoutWork') },
];

/** What the guides of the programmes say, word for word, and the papers meant. */
export const GUIDE_WORDS: Readonly<Record<string, readonly string[]>> = {
  身份证: ['identity-card'],
  '身份证（一时没有，也先去说）': ['identity-card'],
  来办的人的身份证: ['identity-card'],
  来领的人的身份证原件: ['identity-card'],
  户口本: ['household-register'],
  残疾证: ['disability-certificate'],
  '残疾证（有的话）': ['disability-certificate'],
  '残疾证、诊断证明（家里有的话）': ['disability-certificate', 'diagnosis'],
  残疾证或诊断证明: ['disability-or-diagnosis'],
  '收入的材料（有什么带什么）': ['income'],
  '一年收入的材料（有什么带什么）': ['income'],
  '收入和存款的材料（有什么带什么）': ['income', 'savings'],
  '收入和财产的材料（有什么带什么）': ['income', 'savings'],
  '看病、上学、康复的发票和收据': ['receipts'],
  '花了钱的单据（有什么带什么）': ['receipts'],
  社保卡或银行卡: ['bank-card'],
  '社保卡或银行卡，没有的街道帮您办': ['bank-card'],
  '《居民死亡医学证明》原件（2026年6月底以前开的叫《居民死亡医学证明（推断）书》）': ['death-certificate'],
  天津殡仪馆的火化收据原件: ['cremation-receipt'],
  '领补贴的表（《天津市无丧葬补助居民丧葬补贴申领表》）': ['funeral-subsidy-form'],
  死亡证明或火化证明: ['death-or-cremation'],
};

/** What the guides say beside papers: nothing to photograph, and said as it stands. */
export const GUIDE_REMARKS: readonly string[] = [
  '该养的人也要签字，同意查收入',
  '要带哪些材料待核定，去之前先打 12345 问',
  '别的材料待核定，去之前先打 12345 问',
  '别的材料待核定，去之前先打 96456 问',
];

/** More papers that one district's own list has, for people who live there. */
export interface LocalList {
  readonly programme: string;
  /** Six digits, as `places` has them. */
  readonly district: string;
  readonly papers: readonly string[];
  readonly note: string;
  readonly source: Source;
}

/**
 * The published list of 滨海新区 for 低保, under an older legal basis (津民发〔2013〕85号, 〔2017〕79号). Of its 丧劳证明,
 * 死亡或失踪证明, 离婚协议, 居住证明 and proof from elsewhere no answer of the household tells whether they are theirs: the
 * street asks. None of them is ever asked of a 居委会 (J22).
 */
export const localLists: readonly LocalList[] = [
  {
    programme: 'minimum-living-allowance',
    district: '120116',
    papers: ['student-proof', 'work-registration'],
    note: '滨海新区的清单里有（旧的规定）。现在要哪些，由街道核定。',
    source: {
      document: '天津市滨海新区低保材料清单（津民发〔2013〕85号、〔2017〕79号）',
      row: 'A.9',
      confidence: 'official',
    },
  },
];

/** Said beside the papers of a household whose certificate is still to be had (J8); where that is done, the hotline says. */
export const CERTIFICATE_FIRST = '残疾证还没办的，先去评残；去哪里评，打 12345 问';

function withSomebodyDisabled(facts: FactValues): Applies {
  const counts = ['household.severelyDisabledCount', 'household.otherDisabledCount'];
  const told = ['disabledPerson.grade', 'hardshipPerson.kind'].map((fact) => facts[fact]);
  const certified = told.some(
    (each) => ['severely-disabled', 'kind-not-named'].includes(String(each)) || String(each).startsWith('grade-'),
  );
  if (certified || counts.some((fact) => Number(facts[fact] ?? 0) > 0)) return 'yes';
  if (told.includes('no-certificate')) return 'not-yet';
  if (facts['hardshipPerson.kind'] === null) return 'if-any';
  return whenYes('household.hasDisabledMember')(facts);
}

/** A Tianjin funeral home's is asked for (B.4), but of who was cremated elsewhere there is only another one. */
function whereCremated(facts: FactValues): string | undefined {
  const place = String(facts['deceased.cremationPlace']);
  if (place === 'tiantie') return '火化那里开的';
  return ['died-here', 'died-elsewhere'].includes(place) ? '火化那里开的，能不能用由街道核定' : '天津殡仪馆的';
}

function withSomebodyIll(facts: FactValues): Applies {
  return whenYes(
    'household.hasLongTermIllness',
    'household.hasMajorOrSpecialIllness',
    'child.hasSeriousIllness',
  )(facts);
}

/** One yes is enough; an 不清楚 among them leaves it open; what was never asked about is nobody's. */
function whenYes(...names: readonly string[]): (facts: FactValues) => Applies {
  return (facts) => {
    if (names.some((name) => facts[name] === true)) return 'yes';
    return names.some((name) => facts[name] === null) ? 'if-any' : 'no';
  };
}
