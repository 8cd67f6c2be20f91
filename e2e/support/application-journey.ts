import type { AppScreen } from './app-screen';
import { pages } from './pages';
import { until } from './until';

/** What a made-up person knows of themselves; from the simulators. */
export interface Known {
  readonly name: string;
  readonly realName: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** By question: the choices to press, or what to type. What is not here is 不清楚. */
export type FormAnswers = Readonly<Record<string, { readonly press: readonly string[] } | { readonly type: string }>>;

const MOST_PARTS = 30;

export async function knownPerson(simulators: string, name: string): Promise<Known> {
  const reply = await fetch(`${simulators}/__sim/people/${encodeURIComponent(name)}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Known;
}

/** On the sign-in page of development: as this made-up person, and back to where signing in was asked for. */
export async function signInAs(screen: AppScreen, name: string): Promise<void> {
  await screen.see('.sim-person');
  await screen.tapText('.sim-person', name);
  await until('somebody to be signed in', async () => !(await screen.isOn(pages.signIn)));
}

/** From the tick list to the form: exactly these programmes. */
export async function choose(screen: AppScreen, titles: readonly string[]): Promise<void> {
  await screen.see('#start-form');
  if (await screen.has('#show-others')) await screen.tap('#show-others');
  for (const ticked of await screen.texts('.choice-on .choice-text'))
    if (!titles.includes(ticked)) await screen.tapText('.choice', ticked);
  const on = await screen.texts('.choice-on .choice-text');
  for (const title of titles) if (!on.includes(title)) await screen.tapText('.choice', title);
  await until('the ticks', async () => {
    const now = await screen.texts('.choice-on .choice-text');
    return [...now].sort().join() === [...titles].sort().join();
  });
}

/** Fills in the form part by part, as it asks, and goes to the last look. */
export async function fillIn(screen: AppScreen, person: Known, answers: FormAnswers): Promise<void> {
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
async function fillInPart(screen: AppScreen, person: Known, answers: FormAnswers): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const next = (await screen.ids('.form-control')).find((id) => !done.has(id));
    if (next === undefined) return;
    await fillInControl(screen, next, person, answers);
    done.add(next);
  }
}

async function fillInControl(screen: AppScreen, id: string, { phone }: Known, answers: FormAnswers): Promise<void> {
  const at = `[id="${id}"]`;
  switch (id) {
    case 'control-applicant.phone':
      return screen.type(at, phone);
    case 'control-applicant.address':
      return screen.type(at, '幸福里 3 号楼 2 门 401');
    case 'control-applicant.street':
      await screen.type(`${at} .search-box`, '西营门');
      return screen.tap(`${at} .choice`);
    case 'control-household.members':
      return screen.tap(`${at} .choice`);
    case 'control-statement':
      return screen.type(at, '上个月丢了工作，正在找。');
    default:
      return answer(screen, at, answers[id.replace('control-', '')]);
  }
}

async function answer(screen: AppScreen, at: string, given: FormAnswers[string] | undefined): Promise<void> {
  if (given === undefined) await screen.tap(`${at} .choice-unsure`);
  else if ('type' in given) await screen.type(`${at} .number-box`, given.type);
  else for (const choice of given.press) await screen.tapText(`${at} .choice`, choice);
}

/** On the last look: the real name, each consent, the signature. Afterwards it can be handed in. */
export async function agreeToAll(screen: AppScreen, { realName, idNumber }: Known): Promise<void> {
  await screen.tap('#go-real-name');
  await screen.type('#name', realName);
  await screen.type('#id-number', idNumber);
  await screen.tap('#consent .choice');
  await screen.tap('#verify');
  await screen.tap('#go-on');
  await until('the last look', () => screen.isOn(pages.review));
  await until('all consents to be asked', async () => {
    if (await screen.has('#consent-yes')) await screen.tap('#consent-yes');
    return screen.has('#sign');
  });
  await screen.tap('#sign');
  await screen.see('.authorised');
  await screen.see('#submit');
}
