import type { AppScreen } from './app-screen';
import { pages } from './pages';
import type { PersonAtTheBureaus } from './simulators';
import { until } from './until';

/** By question: the choices to press, or what to type. What is not here is 不清楚. */
export type FormAnswers = Readonly<Record<string, { readonly press: readonly string[] } | { readonly type: string }>>;

const MOST_PARTS = 30;
/** On the button while a yes is on its way: it is about to go. */
const CONSENTING = '正在记下…';

const RELATIONS: Readonly<Record<string, string>> = {
  spouse: '爱人',
  child: '孩子',
  parent: '父亲或母亲',
  grandparent: '爷爷奶奶、姥姥姥爷',
};

/** On the page for signing in: as this made-up person, and back to where signing in was asked for. */
export async function signInAs(screen: AppScreen, name: string): Promise<void> {
  await until('the page for signing in', () => screen.isOn(pages.signIn));
  await screen.signInAs(name);
  await until('somebody to be signed in', async () => !(await screen.isOn(pages.signIn)));
}

/** From the tick list to the form: exactly these programmes. */
export async function choose(screen: AppScreen, titles: readonly string[]): Promise<void> {
  await screen.see('#start-form');
  if (await screen.has('#show-others')) await screen.tap('#show-others');
  for (const programme of await ticked(screen))
    if (!titles.includes(programme)) await screen.tapText('.choice', programme);
  const on = await ticked(screen);
  for (const title of titles) if (!on.includes(title)) await screen.tapText('.choice', title);
  await until('the ticks', async () => {
    const now = await ticked(screen);
    return [...now].sort().join() === [...titles].sort().join();
  });
}

/** The programmes; not the child it is for, who is chosen on the same page. */
async function ticked(screen: AppScreen): Promise<readonly string[]> {
  const forWhom = await screen.texts('#for-whom .choice-on .choice-text');
  return (await screen.texts('.choice-on .choice-text')).filter((text) => !forWhom.includes(text));
}

/** From the tick list, over signing in, to the form; returns which application it is. */
export async function startForm(screen: AppScreen, titles: readonly string[], person: string): Promise<string> {
  await screen.open(pages.choose);
  await choose(screen, titles);
  await screen.tap('#start-form');
  await signInAs(screen, person);
  await until('the form', () => screen.isOn(pages.form));
  await screen.see('#saved');
  return screen.parameter('id');
}

/** The whole way from the tick list to the receipt; returns which application it is. */
export async function handIn(
  screen: AppScreen,
  titles: readonly string[],
  person: PersonAtTheBureaus,
  answers: FormAnswers,
): Promise<string> {
  const id = await startForm(screen, titles, person.name);
  await fillIn(screen, person, answers);
  await agreeToAll(screen, person);
  await screen.tap('#submit');
  await until('the receipt', () => screen.isOn(pages.receipt));
  return id;
}

/** Fills in the form part by part, as it asks, and goes to the last look. */
export async function fillIn(screen: AppScreen, person: PersonAtTheBureaus, answers: FormAnswers): Promise<void> {
  for (let part = 0; part < MOST_PARTS; part += 1) {
    await screen.see('#review');
    await fillInPart(screen, person, answers);
    if (!(await screen.has('#next-part'))) break;
    await screen.tap('#next-part');
  }
  await waitUntilSaved(screen);
  await screen.tap('#review');
  await until('the last look', () => screen.isOn(pages.review));
}

export async function waitUntilSaved(screen: AppScreen): Promise<void> {
  await until('everything to be saved', async () => {
    const [line = ''] = await screen.texts('#saved');
    return line.startsWith('已经替您存好了');
  });
}

/** An answer may make later questions needless, so what is asked is looked at again after each. */
async function fillInPart(screen: AppScreen, person: PersonAtTheBureaus, answers: FormAnswers): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const next = (await screen.ids('.form-control')).find((id) => !done.has(id));
    if (next === undefined) return;
    await fillInControl(screen, next, person, answers);
    done.add(next);
  }
}

async function fillInControl(
  screen: AppScreen,
  id: string,
  { phone, members }: PersonAtTheBureaus,
  answers: FormAnswers,
): Promise<void> {
  const at = `#${id}`;
  switch (id) {
    case 'control-applicant-phone':
      return screen.type(at, phone);
    case 'control-applicant-address':
      return screen.type(at, '幸福里 3 号楼 2 门 401');
    case 'control-applicant-street':
      await screen.type(`${at} .search-box`, '西营门');
      return screen.tap(`${at} .choice`);
    case 'control-household-members':
      return members.length === 0 ? screen.tap(`${at} .choice`) : writeMembers(screen, members);
    case 'control-statement':
      return screen.type(at, '上个月丢了工作，正在找。');
    default:
      return answer(screen, at, answers[id.replace('control-', '')]);
  }
}

/** On a page of their own, one by one, and back on the form. */
async function writeMembers(screen: AppScreen, members: PersonAtTheBureaus['members']): Promise<void> {
  await screen.tap('#members');
  await until('the page for the people', () => screen.isOn(pages.members));
  for (const [at, { name, idNumber, relation }] of members.entries()) {
    await screen.tap('#add-member');
    await screen.type('#member-name', name);
    await screen.type('#member-id-number', idNumber);
    await screen.tapText('#member-form .choice', RELATIONS[relation] ?? '其他人');
    await screen.tap('#keep-member');
    await until(`${name} to be in the list`, async () => (await screen.texts('.member')).length === at + 1);
  }
  await screen.tap('#members-done');
  await until('the form', () => screen.isOn(pages.form));
}

async function answer(screen: AppScreen, at: string, given: FormAnswers[string] | undefined): Promise<void> {
  if (given === undefined) await screen.tap(`${at} .choice-unsure`);
  else if ('type' in given) await screen.type(`${at} .number-box`, given.type);
  else for (const choice of given.press) await screen.tapText(`${at} .choice`, choice);
}

/** On the last look: the real name, each consent, the signature. Afterwards it can be handed in. */
export async function agreeToAll(screen: AppScreen, { realName, idNumber }: PersonAtTheBureaus): Promise<void> {
  await screen.tap('#go-real-name');
  await screen.type('#name', realName);
  await screen.type('#id-number', idNumber);
  await screen.tap('#consent .choice');
  await screen.tap('#verify');
  await screen.tap('#go-on');
  await until('the last look', () => screen.isOn(pages.review));
  await consentUntil(screen, '#sign');
  expect(await screen.has('#submit')).toBe(false);
  await screen.tap('#sign');
  await screen.see('.authorised');
  await screen.see('#submit');
}

/** Says yes to one purpose after the other, each once, until what comes after them is there. */
export async function consentUntil(screen: AppScreen, next: string): Promise<void> {
  await until('all consents to be asked', async () => {
    const [yes = CONSENTING] = await screen.texts('#consent-yes');
    if (yes !== CONSENTING) await screen.tap('#consent-yes');
    return screen.has(next);
  });
}
