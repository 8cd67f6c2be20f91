import Taro from '@tarojs/taro';

/** WeChat has no printer; some browsers inside other apps have none either. */
export function canPrint(): boolean {
  return process.env.TARO_ENV === 'h5' && typeof window.print === 'function';
}

/** Opens the browser's own print dialogue for the page on the screen. */
export function printPage(): void {
  window.print();
}

/** Puts text where it can be pasted from; `false` when the phone, or the resident, did not allow it. */
export function copyText(text: string): Promise<boolean> {
  return process.env.TARO_ENV === 'h5' ? copyInBrowser(text) : copyInWechat(text);
}

/** Not on H5: there Taro's part also keeps in localStorage whatever is copied, on any page, from then on. */
async function copyInWechat(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}

async function copyInBrowser(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For addresses that are not secure, and browsers without the newer way. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
