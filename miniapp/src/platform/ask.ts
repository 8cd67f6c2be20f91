import Taro from '@tarojs/taro';

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
    });
    return answer.confirm;
  } catch {
    return false;
  }
}
