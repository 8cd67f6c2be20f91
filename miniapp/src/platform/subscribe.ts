import Taro from '@tarojs/taro';
import { isRecord } from './shape';

/** WeChat's own words for each template: what the resident answered, or that it may not be asked. */
export interface TemplateAnswer {
  readonly template: string;
  readonly result: string;
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
    return isRecord(answer) ? asked.map((template) => ({ template, result: String(answer[template]) })) : undefined;
  } catch {
    return undefined;
  }
}
