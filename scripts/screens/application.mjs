import {
  BOTH,
  DECIDED,
  draft,
  ENDED,
  FILLED,
  HELD_BACK,
  handedIn,
  IN_HAND,
  LIST,
  ME,
  OVERDUE,
  PAPERS,
  PUBLICISED,
  RECEIPT,
  SENT,
  TAKEN_BACK,
  timeline,
  UNSIGNED,
  WITHDRAWN,
} from './application-answers.mjs';
import { HOUSEHOLDS } from './households.mjs';
import { interviewOf } from './interviews.mjs';

const CHOOSE = 'packages/relief/choose/index';
const FORM = 'packages/relief/apply/index?id=a1';
const MEMBERS = 'packages/relief/apply/members/index?id=a1';
const REVIEW = 'packages/relief/apply/review/index?id=a1';
const DONE = 'packages/relief/apply/done/index?id=a1';
const CASE = 'packages/relief/case/index?id=a1';
const APPLICATIONS = 'packages/mine/applications/index';

const ONE = '**/api/v1/relief/applications/a1';

/** Signs in as the first of the made-up people; the session is real, what is said of them and of applications is not. */
async function signIn(phone) {
  await phone.answer('**/api/v1/me', ME);
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tap('.sim-person');
  await phone.see('#door-hardship');
}

const signedIn = (name, show, more = {}) => ({
  name,
  show: async (phone) => {
    await signIn(phone);
    await show(phone);
  },
  whole: true,
  ...more,
});

/** A screen of the one application, which seems to stand like this. */
export const of = (name, view, show, more) =>
  signedIn(
    name,
    async (phone) => {
      await phone.answer(ONE, view);
      await show(phone);
    },
    more,
  );

/** Choosing, the form, the last look, the receipt, the timeline and the list, with the states a bureau takes weeks for. */
export function applicationScreens({ questions, facts }) {
  const kept = { 'relief-answers': interviewOf(questions, HOUSEHOLDS.likely) };
  const whole = { ...Object.fromEntries(Object.keys(facts).map((fact) => [`fact:${fact}`, null])), ...FILLED };
  return [
    { name: 'choose', kept, show: (phone) => phone.open(CHOOSE, '#suggested'), whole: true },
    { name: 'choose-none', show: (phone) => phone.open(CHOOSE, '#others') },
    ...formScreens(kept),
    ...memberScreens(),
    ...reviewScreens(whole),
    ...caseScreens(),
    ...listScreens(),
  ];
}

function formScreens(kept) {
  const empty = draft({ fields: {} });
  return [
    of('form-you', empty, (phone) => phone.open(FORM, '#saved'), { kept }),
    of('form-street', empty, async (phone) => {
      await phone.open(`${FORM}&field=applicant.street`, '.street-control');
      await phone.type('.search-box', '西营');
      await phone.see('.street-control .choice');
    }),
    of('form-circumstances', draft(), (phone) => phone.open(`${FORM}&field=fact:household.hukou`, '.form-section')),
    of('form-at-the-street', draft({ fields: {}, atTheStreet: [BOTH[1]] }), (phone) =>
      phone.open(FORM, '.at-the-street'),
    ),
    of('form-signed-out', empty, async (phone) => {
      await phone.open(FORM, '#saved');
      await phone.answer('**/api/v1/**', { code: 'session.ended', status: 401 }, 401);
      await phone.type('.text-box', '13812345678');
      await phone.see('#sign-in-again');
    }),
    of('form-phone-wrong', empty, async (phone) => {
      await phone.open(FORM, '#saved');
      await phone.type('.text-box', '1381234567');
      await phone.see('.field-error');
    }),
    of('form-gone', empty, async (phone) => {
      await phone.answer(ONE, { code: 'not-found', status: 404 }, 404);
      await phone.open(FORM, '#way-on');
    }),
    of('form-offline', empty, async (phone) => {
      await phone.open(FORM, '#saved');
      await phone.unreachable(ONE);
      await phone.type('.text-box', '13812345678');
      await phone.see('.notice-warn');
    }),
    of('form-two-phones', draft({ fields: { 'applicant.phone': '13800000001' } }), twoPhones),
  ];
}

async function twoPhones(phone) {
  await phone.open(`${FORM}&field=applicant.phone`, '#saved');
  const current = draft({
    version: 4,
    fields: { 'applicant.phone': '13900000002' },
    changedAt: { 'applicant.phone': '2026-11-24T06:20:00Z' },
  });
  await phone.answer(ONE, { code: 'application.stale', status: 409, detail: '另一部手机改过了。', current }, 409);
  await phone.type('.text-box', '13700000003');
  await phone.see('#clashes');
}

function memberScreens() {
  return [
    of('members', draft(), (phone) => phone.open(MEMBERS, '.member')),
    of('members-removed', draft(), async (phone) => {
      await phone.open(MEMBERS, '.member');
      await phone.tap('#remove-member-0');
      await phone.see('.removed');
    }),
    of('members-wrong', draft({ fields: {} }), async (phone) => {
      await phone.open(MEMBERS, '#add-member');
      await phone.tap('#add-member');
      await phone.type('#member-name', '示例乙');
      await phone.type('#member-id-number', '129999198601010011');
      await phone.see('.field-error');
    }),
  ];
}

function reviewScreens(whole) {
  const given = { title: '', text: '', without: '', version: 1, state: 'given' };
  const items = ['relief-application', 'sensitive-circumstances'].map((purpose) => ({ ...given, purpose }));
  return [
    of('review-gaps', draft(), (phone) => phone.open(REVIEW, '#gaps')),
    of('review-at-the-street', draft({ fields: whole, atTheStreet: BOTH }), (phone) =>
      phone.open(REVIEW, '#to-the-street'),
    ),
    of('review-name', draft({ fields: whole }), async (phone) => {
      await phone.answer('**/api/v1/me', { accountId: 'one' });
      await phone.open(REVIEW, '#go-real-name');
    }),
    of('review-consent', draft({ fields: whole }), (phone) => phone.open(REVIEW, '#consent-yes')),
    of('review-refused', draft({ fields: whole }), async (phone) => {
      // who said no on the first phone is not asked again on the second
      await phone.open(REVIEW, '#consent-no, #consent-refused');
      if (await phone.has('#consent-no')) await phone.tap('#consent-no');
      await phone.see('#consent-refused');
    }),
    of('review-offline', draft({ fields: whole }), async (phone) => {
      await phone.answer('**/api/v1/consents', { items });
      await phone.open(REVIEW, '#sign-at-street');
      await phone.tap('#sign-at-street');
      await phone.unreachable(`${ONE}/submission`);
      await phone.tap('#submit');
      await phone.see('.submit-said');
    }),
    of('review-sign', draft({ fields: whole }), async (phone) => {
      await phone.answer('**/api/v1/consents', { items });
      await phone.open(REVIEW, '#sign-at-street');
      await phone.tap('#sign-at-street');
      await phone.see('#submit');
    }),
    of('done', handedIn(IN_HAND), async (phone) => {
      await phone.answer(`${ONE}/receipt`, RECEIPT);
      await phone.open(DONE, '#receipt');
    }),
  ];
}

function caseScreens() {
  const ofCase = (name, view, line, show = async () => {}) =>
    of(`case-${name}`, view, async (phone) => {
      await phone.answer(`${ONE}/timeline`, line);
      await phone.open(CASE, '#timeline');
      await show(phone);
    });
  const silent = '已收下，查收入的系统暂时没有回音。不用您做什么。';
  return [
    ofCase('sent', handedIn(IN_HAND), SENT),
    ofCase('silent', handedIn(IN_HAND), {
      ...SENT,
      notice: '已收下，街道那边的系统暂时没有回音。我们会接着送，您不用再递。',
    }),
    ofCase('unsigned', handedIn(IN_HAND), UNSIGNED),
    ofCase('now', handedIn(IN_HAND), timeline()),
    ofCase('held-back', handedIn(HELD_BACK), timeline()),
    ofCase('publicised', handedIn(IN_HAND), PUBLICISED),
    ofCase('withdrawn', handedIn(WITHDRAWN, { state: 'withdrawn' }), TAKEN_BACK),
    signedIn('case-gone', (phone) => phone.open('packages/relief/case/index?id=nobody', '#way-on')),
    ofCase('overdue', handedIn(IN_HAND), timeline(OVERDUE, silent)),
    ofCase('papers', handedIn(IN_HAND, { paperRequest: PAPERS }), timeline()),
    ofCase('decided', handedIn(DECIDED, { state: 'closed' }), ENDED, (phone) => phone.tap('.disagree')),
    ofCase('withdraw', handedIn(IN_HAND), timeline(), (phone) => phone.tap('#withdraw')),
  ];
}

/** What the server says of a draft a court or an inspection wants kept (`relief/words.ts`). */
const KEPT = {
  code: 'application.kept',
  status: 409,
  detail: '这份按规定要先留着，现在还不能删。不影响您办别的事。想问为什么，请打 12345。',
};

function listScreens() {
  const list = (name, items, selector) =>
    signedIn(name, async (phone) => {
      await phone.answer('**/api/v1/relief/applications', items);
      await phone.open(APPLICATIONS, selector);
    });
  return [
    list('applications', LIST, '.application'),
    signedIn('applications-kept', async (phone) => {
      await phone.answer('**/api/v1/relief/applications', LIST);
      await phone.answerTo('DELETE', '**/api/v1/relief/applications/*', KEPT, 409);
      await phone.open(APPLICATIONS, '.remove-draft');
      await phone.tap('.remove-draft');
      await phone.see('#undo');
      await phone.see('.stuck');
    }),
    list('applications-none', { items: [] }, '.empty-state'),
  ];
}
