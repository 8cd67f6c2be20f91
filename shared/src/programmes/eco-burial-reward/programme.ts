import { all, any } from '../../eligibility/condition';
import type { Expression } from '../../eligibility/expression';
import type { Programme } from '../../eligibility/programme';
import { clause, is, stillWithin } from '../../facts/clause';
import type { Source } from '../../kernel/source';

const CONDITIONS: Source = { document: '天津市节地生态安葬奖补条件（2020）', row: 'B.4', confidence: 'third-party' };
const SUMS: Source = {
  document: '新华社 2020-09-02（天津节地生态安葬奖补）',
  effective: '2020-01-01',
  row: 'B.4',
  confidence: 'third-party-copy',
};
const SOLE_OPERATOR: Source = { document: '今晚网 2015-09-09', row: 'D.1', confidence: 'third-party-copy' };
/** Whether the sixty days end at sign-up or at the burial, and whether the other subsidy may be had too: UNKNOWN. */
const OPEN: Source = { document: '天津市节地生态安葬奖补条件（2020）', row: 'J19', confidence: 'unknown' };

const REWARDED = is('burial.way', 'sea', 'nothing-kept');
const LAID_IN_TIME = is('burial.laidToRestIn60Days', true);
const SIGNED_UP_IN_TIME = is('burial.signedUpIn60Days', true);
const STILL_IN_TIME = stillWithin('deceased.cremationDay', { days: 60 });

const subsidy: Expression = { kind: 'amount', of: { standard: 'eco-burial-service-subsidy' } };
const somethingUpToIt: Expression = { kind: 'unknown', to: subsidy, source: OPEN };

/**
 * 基本殡葬服务费用补贴. Laid to rest within the sixty days it is due by either reading; signed up for, or still in time to
 * be, it is anything up to that (J19). A cremation elsewhere may have been no service of a licensed unit of Tianjin.
 */
const serviceSubsidy: Expression = {
  kind: 'cases',
  of: [
    {
      when: clause('laid', '60天之内安葬', LAID_IN_TIME, SUMS),
      is: {
        kind: 'cases',
        of: [{ when: clause('here', '在天津火化', is('deceased.cremationPlace', 'tianjin'), SUMS), is: subsidy }],
        otherwise: somethingUpToIt,
      },
    },
    {
      when: any(
        clause('signed-up', '60天之内报名', SIGNED_UP_IN_TIME, SUMS),
        clause('not-yet', '还没有火化', is('deceased.cremationPlace', 'not-yet'), SUMS),
        clause('in-time', '还在60天之内', STILL_IN_TIME, SUMS),
      ),
      is: somethingUpToIt,
    },
  ],
  otherwise: { kind: 'amount', of: 0 },
};

export const ecoBurialReward: Programme = {
  code: 'eco-burial-reward',
  title: '节地生态安葬奖励',
  formalName: '节地生态安葬奖励和基本殡葬服务费用补贴',
  summary: '骨灰撒海，或者用别的方式安葬，不留骨灰，也不立碑的，亲属可以领一次奖励。',
  bureau: 'funeral-affairs',
  door: 'farewell',
  words: ['节地', '生态葬', '撒海', '海葬', '海之眠', '树葬', '骨灰', '安葬'],
  relations: [
    {
      kind: 'unsettled-with',
      other: 'funeral-subsidy',
      why: '能不能和丧葬补贴一起领，待核定，可以打 96456 问。',
      source: OPEN,
    },
  ],
  guide: {
    where: '骨灰撒海：在公众号“天津殡仪服务”上报名，或者找天津市殡仪服务总站。钱到哪里领，待核定，可以打 96456 问。',
    papers: ['来办的人的身份证', '死亡证明或火化证明', '别的材料待核定，去之前先打 96456 问'],
    howLong:
      '多久有结果，待核定。火化后60天之内选定的，可能另有一份基本殡葬服务费用补贴。这60天算到报名，还是算到安葬，待核定。',
    phone: '96456',
  },
  versions: [
    {
      from: '2020-01-01',
      rule: all(
        clause('C1', '去世的亲人是天津户口', is('deceased.hukouOutsideTianjin', false), CONDITIONS),
        clause('C2', '来领的人是亲属，或有权办后事的人', is('burial.claimantHasNoRight', false), CONDITIONS),
        any(
          clause('C3', '由天津市殡仪服务总站撒海', is('burial.way', 'sea'), SOLE_OPERATOR),
          all(
            clause('C4', '别的方式，不留骨灰，也不立碑', is('burial.way', 'nothing-kept'), CONDITIONS),
            clause('C5', '安葬的单位是不是批准过的，由街道核定', is('burial.approvedUnit', true), CONDITIONS),
          ),
        ),
      ),
      amount: {
        text: '每位去世的亲人，领一次',
        per: 'once',
        is: { kind: 'sum', of: [{ kind: 'amount', of: { standard: 'eco-burial-reward' } }, serviceSubsidy] },
        when: any(
          clause('G1', '不留骨灰，也不立碑的，有一份奖励', REWARDED, SUMS),
          clause('G2', '火化后60天之内已经安葬', LAID_IN_TIME, SUMS),
          clause('G3', '火化后60天之内报了名，或选定了', SIGNED_UP_IN_TIME, SUMS),
          clause('G4', '今天还在火化后60天之内', STILL_IN_TIME, SUMS),
        ),
      },
    },
  ],
};
