import Taro from '@tarojs/taro';
import { isRecord } from './shape';

const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;

/** WeChat's own words for each template: what the resident answered, or that it may not be asked. */
export interface TemplateAnswer {
  readonly template: string;
  readonly result: (typeof ANSWERS)[number];
}

/** Asking for more at once tires; WeChat itself takes five in newer versions, three in older. */
const MOST_TEMPLATES = 3;

/** A browser has no such messages. */
export function canAskForMessages(): boolean {
  return process.env.TARO_ENV !== 'h5';
}

/**
 * WeChat's own question about messages. Only in a tap, before anything is waited for: called later, WeChat refuses it.
 * `undefined` when it was not asked at all.
 */
export async function askForMessages(templates: readonly string[]): Promise<readonly TemplateAnswer[] | undefined> {
  const asked = templates.slice(0, MOST_TEMPLATES);
  try {
    const answer: unknown = await Taro.requestSubscribeMessage({ tmplIds: asked, entityIds: [] });
    return isRecord(answer) ? asked.flatMap((template) => answerOf(template, answer[template])) : undefined;
  } catch {
    return undefined;
  }
}

/** A yes to being read aloud as well (`acceptWithAudio`) is a yes; a word this release does not know is no answer. */
function answerOf(template: string, said: unknown): readonly TemplateAnswer[] {
  const result = said === 'acceptWithAudio' ? 'accept' : ANSWERS.find((each) => each === said);
  return result === undefined ? [] : [{ template, result }];
}
