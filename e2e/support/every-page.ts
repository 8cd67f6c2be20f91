import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WalkData } from './walk-data';

/** A page as it is opened for a look: what stands in its address, and what is on it once it is drawn. */
export interface Visit {
  readonly path: string;
  readonly shows: string;
  readonly query?: (data: WalkData) => string;
  /** Pressed one after the other before the look. */
  readonly taps?: readonly string[];
}

type More = Omit<Visit, 'path' | 'shows'>;

const visit = (path: string, shows: string, more: More = {}): Visit => ({ path, shows, ...more });
const inPackage = (root: string) => (page: string, shows: string, more?: More) =>
  visit(`packages/${root}/${page}/index`, shows, more);
const [relief, funeral, marriage, mine, urgent] = [
  inPackage('relief'),
  inPackage('funeral'),
  inPackage('marriage'),
  inPackage('mine'),
  inPackage('urgent'),
];

const draft = { query: ({ draft: id }: WalkData) => `id=${id}` };
const refused = { query: ({ refused: id }: WalkData) => `id=${id}` };
const confirmed = { query: ({ confirmed: id }: WalkData) => `id=${id}` };
const member = { query: ({ draft: id, member: who }: WalkData) => `id=${id}&member=${who}` };
const farewell = (which: keyof WalkData['farewell'], taps: readonly string[] = []) => ({
  query: (data: WalkData) => `id=${data.farewell[which]}`,
  taps,
});
const place = (more: string) => ({ query: ({ site }: WalkData) => `kind=marriage&site=${site}&${more}` });

/** Nobody is signed in, and nothing is kept. */
export const asNobody: readonly Visit[] = [
  visit('pages/home/index', '.door'),
  visit('pages/mine/index', '#sign-in'),
  mine('sign-in', '#sign-in'),
  mine('real-name', '#id-number'),
  mine('applications', '#sign-in'),
  relief('wizard', '#start'),
  relief('wizard', '.question-title', { taps: ['.choice', '#start'] }),
  relief('kept', '.empty-state'),
];

/** One of two, whose booking waits for the other. */
export const asOneOfTwo: readonly Visit[] = [
  marriage('parties', '#make-link', { query: ({ pending }) => `id=${pending}` }),
  marriage('pass', '#no-pass-go', { query: ({ pending }) => `id=${pending}` }),
  marriage('waitlist', '.waiting-rank'),
  mine('stopped', '#stopped-booking', { query: ({ stopped }) => `id=${stopped}` }),
];

/** Somebody with everything going, who has answered the self-check and kept its result. */
export const asResident: readonly Visit[] = [
  visit('pages/home/index', '.in-hand'),
  visit('pages/services/index', '#check'),
  visit('pages/booking/index', '#next-open'),
  visit('pages/mine/index', '#sign-out'),
  visit('pages/later/index', '.phone-row', { query: () => 'door=elder' }),

  relief('wizard', '#see-result'),
  relief('result', '.verdict-card'),
  relief('programme', '#apply', { query: ({ programme }) => `code=${programme}` }),
  relief('library', '.library-row'),
  relief('guide', '.phone-row', { query: () => 'code=home-adaptation' }),
  relief('what-if', '#what-changes'),
  relief('kept', '.kept-row'),
  relief('kept-result', '#resume-kept', { query: ({ kept }) => `id=${kept}` }),
  relief('sheet', '.sheet-item'),
  relief('choose', '#start-form'),
  relief('apply', '.form-control', draft),
  relief('apply/members', '.member', draft),
  relief('apply/members', '#member-form', { ...draft, taps: ['#add-member'] }),
  relief('apply/payee', '#payee-save', draft),
  relief('apply/review', '#where', draft),
  relief('apply/done', '#receipt', refused),
  relief('case', '.way', { ...refused, taps: ['#more-minimum-living-allowance'] }),
  relief('dispute', '#send-dispute', { ...refused, taps: ['.choice'] }),

  funeral('start', '#first-day'),
  funeral('guide', '#safety'),
  funeral('prices', '#sources'),
  funeral('voyages', '.voyage-card', farewell('waiting')),
  funeral('farewell', '#sections', farewell('placed')),
  funeral('deceased', '#section-done', farewell('waiting')),
  funeral('ashes', '#section-done', farewell('waiting')),
  funeral('company', '#section-done', farewell('waiting')),
  funeral('company', '#keep-person', farewell('waiting', ['#add-person'])),
  funeral('contact', '#section-done', farewell('waiting')),
  funeral('kinship', '#section-done', farewell('waiting')),
  funeral('papers', '#section-done', farewell('waiting')),
  funeral('way', '#section-done', farewell('waiting')),
  funeral('wishes', '#section-done', farewell('waiting')),
  funeral('ask', '#send-me', farewell('found')),
  funeral('choose', '#hold', { query: ({ voyage, farewell: { waiting } }) => `voyage=${voyage}&id=${waiting}` }),
  funeral('confirm', '#confirm', farewell('kept')),
  funeral('change', '#cancel', farewell('placed')),
  funeral('done', '#receipt', farewell('waiting')),
  funeral('passes', '.sea-pass-picture', farewell('placed')),
  funeral('kin', '#make-link', farewell('placed')),
  funeral('join', '#send-me', { query: ({ join }) => `token=${join}` }),
  // there is none before the day itself, and no clock is moved for a look
  funeral('certificate', '#no-certificate', farewell('placed')),
  funeral('memory', '#save-words', farewell('placed')),

  marriage('kinds', '#kind-marriage'),
  marriage('guide', '#start'),
  marriage('counselling', '#choose'),
  marriage('divorce', '#first-step'),
  marriage('venues', '.venues-site', { query: () => 'kind=marriage' }),
  marriage('venue', '#facts', place('')),
  marriage('before', '#next', { ...place(''), taps: ['.choice'] }),
  marriage('month', '.month-ground-1, .month-ground-2', place('')),
  marriage('slots', '.slot', { query: ({ site, day }) => `kind=marriage&site=${site}&day=${day}` }),
  marriage('review', '#confirm', { query: ({ held }) => `id=${held}` }),
  marriage('parties', '#go-pass', confirmed),
  marriage('pass', '.pass-qr-picture', confirmed),
  marriage('change', '#booked-now', confirmed),
  marriage('bookings', '.booking-row'),
  marriage('invite', '#agree', { query: ({ invitation }) => `token=${invitation}` }),
  marriage('no-shows', '#no-no-shows'),

  mine('about', '.rules-version'),
  mine('add-child', '#add'),
  mine('adult', '#hand-over', member),
  mine('sign-in-turn', '#asked', member),
  mine('appeal', '#reconsideration', { query: (data) => `id=${data.refused}&programme=${data.programme}` }),
  mine('applications', '#group-done'),
  mine('ask-help', '#ask'),
  mine('authorise', '#who-asks', { query: ({ authorisation }) => `t=${authorisation}` }),
  mine('complaints', '#complaint-send'),
  mine('consents', '#signatures'),
  mine('my-data', '#take-copy'),
  mine('gave-papers', '.gave-paper, #nothing'),
  mine('given', '.given'),
  mine('seen', '.seen, #nothing'),
  mine('leave', '#go-on'),
  mine('leave', '#delete-account', { taps: ['#go-on'] }),
  mine('rules', '.rule'),
  mine('helping', '#add-child'),
  mine('notices', '.notice-row'),
  mine('papers', '#photo-identity-card', draft),
  mine('promise', '.choice', { query: ({ draft: id }) => `id=${id}&kinds=identity-card` }),
  mine('real-name', '#verified'),
  mine('report-change', '#change-text', { ...refused, taps: ['.choice'] }),
  mine('signatures', '.signature-card'),
  mine('stop-help', '#stop'),

  urgent('call', '#send-urgent'),
  urgent('sent', '#urgent-now', { query: ({ urgent: number }) => `number=${number}` }),
];

/** Every page of the built app, as its app.json has them. */
export function builtPages(): readonly string[] {
  const project = process.env.WEAPP_PROJECT ?? join(__dirname, '../../miniapp');
  const { miniprogramRoot = '.' } = json<{ miniprogramRoot?: string }>(join(project, 'project.config.json'));
  const app = json<BuiltApp>(join(project, miniprogramRoot, 'app.json'));
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}

interface BuiltApp {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

function json<T>(file: string): T {
  // A file our own build wrote.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
