import type { QuestionWords } from './household';
import type { InterviewScreen } from './interview';
import { type MiniProgram, Screen } from './mini-program';
import { pages } from './pages';
import { until } from './until';

/** The questions in the mini-program. */
export class MiniInterview implements InterviewScreen {
  private readonly screen: Screen;

  constructor(private readonly mp: MiniProgram) {
    this.screen = new Screen(mp);
  }

  tap(selector: string): Promise<void> {
    return this.screen.tap(selector);
  }

  async look(): Promise<QuestionWords | 'result'> {
    const page = await this.mp.currentPage();
    if (page?.path === pages.result) return 'result';
    if (page?.path !== pages.wizard) throw new Error(`the page on screen is ${page?.path}`);
    const [title] = await this.screen.texts('.question-title');
    const [help = ''] = await this.screen.texts('.question-help');
    if (title === undefined) throw new Error('no question is on screen');
    return { title, help };
  }

  async tickDoors(titles: readonly string[]): Promise<void> {
    await this.screen.find('.doors-title');
    const ticked = () => this.screen.texts('.choice-on .choice-text');
    for (const title of await this.screen.texts('.choice-text')) {
      if ((await ticked()).includes(title) === titles.includes(title)) continue;
      await this.screen.tapText('.choice-text', title);
      await until(`${title} to change`, async () => (await ticked()).includes(title) === titles.includes(title));
    }
    expect((await ticked()).sort()).toEqual([...titles].sort());
  }

  async press(choice: string): Promise<void> {
    await this.screen.tapText('.choice', choice);
    await until(`${choice} to be marked`, async () => (await this.screen.texts('.choice-on')).includes(choice));
  }

  async pickDay(day: string): Promise<void> {
    const picker = await this.screen.find('.date-picker');
    await picker.trigger('change', { value: day });
    await until(`${day} to be chosen`, async () => (await this.screen.texts('.date-chosen-none')).length === 0);
  }

  type(text: string): Promise<void> {
    return this.screen.type('.answer-input', text);
  }

  async typed(): Promise<string> {
    return String(await (await this.screen.find('.answer-input')).property('value'));
  }

  texts(selector: string): Promise<readonly string[]> {
    return this.screen.texts(selector);
  }
}
