import type { DeathPaper, KinPaper, Kinship, RelativesAsk } from '@jinmen/shared/residents/relatives';

/** What the desk reads, and says to a relative. */
export const relativesWords = {
  /** The same whoever it was: alive, of another name, or nobody. */
  notFound: '按这个姓名和身份证号，没有查到能办的。请照着证明再核对一遍；都对上了还是这样，请打 12345 问。',
  later: '查对身份的系统暂时没有回音，没有记下。您填的还在，过一会儿再试。',
  notConnected: '这里还没有接上查对身份的系统，没有记下。请照街道原来的办法收下材料。',
  samePerson: '逝者和来办的人不能是同一位，请再看一遍两张证件。',
  own: '这件事关系到您本人或者您家里人，请交给别的同事办。',
  withheld: '逝者生前说过，走了以后，这里的资料不给家里人。按他的意思，没有给。',
  sameColleague: '这件是您记下的，请另一位同事核过材料再办。',
  noOffice: '您没有管着的街道，收不了，请交给街道的同事。',
  over: '这一件已经有结果了，请重新读取。',
  otherPerson: '这一件指着的不是当时记下的那位，先不要办，请告诉市里管这个小程序的工作人员。',
  beingDeleted: '账号已经在删了，收不回来。请让那位同事接着办完，再重新读取。',
  otherAct: '来办的不是这一样，请重新读取。',
  copied: '给了一份',
  deleted: (accounts: number) =>
    accounts === 0 ? '这里没有他的账号可删，按规定要留的照样留着' : '账号删了，按规定要留的照样留着',
  nothing: '这里没有可以给的。',
  oldestAccount: '他在几个微信里登记过姓名，这份里是最早那一个里办的事。',
  elsewhere: '您更早还在别的微信里登记过姓名，请用那个微信来说。要是那不是您登记的，打 12345。',
  realName: '要先确认是您本人，才能替以后说这句话。',
} as const;

export const askWords: Readonly<Record<RelativesAsk, string>> = {
  copy: '看一看、要一份',
  correction: '改一改',
  deletion: '删掉',
};

export const kinshipWords: Readonly<Record<Kinship, string>> = {
  spouse: '爱人',
  parent: '父亲或母亲',
  child: '儿子或女儿',
  sibling: '兄弟姐妹',
  grandparent: '祖父母',
  'maternal-grandparent': '外祖父母',
  grandchild: '孙子女',
  'daughters-child': '外孙子女',
};

export const deathPaperWords: Readonly<Record<DeathPaper, string>> = {
  'death-certificate': '居民死亡医学证明',
  'cremation-certificate': '火化证明',
  'registration-cancelled': '户口注销证明',
};

export const kinPaperWords: Readonly<Record<KinPaper, string>> = {
  'household-book': '户口簿',
  'marriage-certificate': '结婚证',
  'birth-certificate': '出生医学证明',
  'notarial-deed': '公证书',
  'court-paper': '法院的文书',
};
