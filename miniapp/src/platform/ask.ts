import Taro from '@tarojs/taro';
import { themes } from '../theme/tokens';

/** A yes/no decision in the phone's own dialogue. Anything but a clear yes is a no. */
export async function askToConfirm(question: {
  title: string;
  content: string;
  yes: string;
  no: string;
}): Promise<boolean> {
  try {
    const answer = await Taro.showModal({
      title: question.title,
      content: question.content,
      confirmText: question.yes,
      cancelText: question.no,
      // WeChat's green is too light to be read on white.
      confirmColor: themes.base.primary,
    });
    return answer.confirm;
  } catch {
    return false;
  }
}
