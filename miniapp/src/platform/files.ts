import Taro from '@tarojs/taro';

/** A photo or PDF that was just chosen: on a phone the path of it, in a browser the file itself. Gone with the app. */
export type ChosenFile = string | Blob;

/** None: nothing was chosen. `refused`: the phone does not let us, until its settings say so. */
export type Choice = readonly ChosenFile[] | 'refused';

/** Print of a page can be read at this size, and it crosses a weak network in seconds. */
const LONGEST_EDGE = 2000;
const QUALITY = 80;
/** Smaller photos go as they are. */
const SMALL_BYTES = 500 * 1024;

/** Camera or album, as the phone asks; each photo is made small on the phone. In a tap. */
export function choosePhotos(most: number): Promise<Choice> {
  return process.env.TARO_ENV === 'h5' ? photosInBrowser(most) : photosInWechat(most);
}

async function photosInBrowser(most: number): Promise<Choice> {
  const files = await pickInBrowser('image/*', most > 1);
  return Promise.all(files.map(smallerInBrowser));
}

async function photosInWechat(most: number): Promise<Choice> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, 9),
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return await Promise.all(tempFiles.map(smallerInWechat));
  } catch (error) {
    return notChosen(error);
  }
}

/** A PDF: from a chat in WeChat, which has no other files; from the machine in a browser. In a tap. */
export function choosePdf(): Promise<Choice> {
  return process.env.TARO_ENV === 'h5' ? pickInBrowser('application/pdf', false) : pdfFromChat();
}

async function pdfFromChat(): Promise<Choice> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] });
    return tempFiles.map(({ path }) => path);
  } catch (error) {
    return notChosen(error);
  }
}

/** Somebody who thought better of it chose nothing; whoever refused the guideline or the camera is told where to allow it. */
function notChosen(error: unknown): Choice {
  const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
  return /auth|privacy|scope|permission/i.test(errMsg) ? 'refused' : [];
}

async function smallerInWechat({ tempFilePath, size }: { tempFilePath: string; size: number }): Promise<ChosenFile> {
  if (size <= SMALL_BYTES) return tempFilePath;
  try {
    const made = await Taro.compressImage({ src: tempFilePath, quality: QUALITY });
    return made.tempFilePath;
  } catch {
    // A kind WeChat cannot make smaller: the server takes it as it is, if it is not too large.
    return tempFilePath;
  }
}

function pickInBrowser(accept: string, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept, multiple });
    input.style.display = 'none';
    const done = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    document.body.append(input);
    input.click();
  });
}

/** What the browser cannot draw, e.g. HEIC, goes as it is. */
async function smallerInBrowser(file: File): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}
