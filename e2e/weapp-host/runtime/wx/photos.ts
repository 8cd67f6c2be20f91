import type { Network } from './network';
import { addTask, answer, type Line } from './request';
import type { WxOptions, WxRegistry } from './wx-registry';
import type { OptionsOf } from './wx-types';

/** What WeChat lets one choose at once. */
const MOST_AT_ONCE = 9;

/** Photos a resident takes or picks, and files they pick, in memory: their paths are as temporary as WeChat says. */
export class Photos {
  /** What is picked when the app asks, each in base64; none: the resident thinks better of it. */
  picks: readonly string[] = [];
  /** The files of a chat the resident picks from. */
  messageFiles: readonly { readonly name: string; readonly base64: string }[] = [];
  private readonly files = new Map<string, string>();

  addTo(wx: WxRegistry, line: Line): void {
    wx.async('chooseMedia', (options) => this.chooseMedia(options));
    wx.async('chooseMessageFile', (options) => this.chooseMessageFile(options));
    // As small as it is: what a phone would make of it is nothing a test could rely on.
    wx.async('compressImage', ({ src }) => ({ tempFilePath: this.keep(this.found('compressImage', src), '.jpg') }));
    addTask(wx, line, 'uploadFile', async (options) => this.upload(options, line.network));
  }

  private chooseMedia({ count = MOST_AT_ONCE }: OptionsOf<'chooseMedia'>) {
    if (this.picks.length === 0) throw { errMsg: 'chooseMedia:fail cancel' };
    const tempFiles = this.picks.slice(0, Math.min(count, MOST_AT_ONCE)).map((photo) => ({
      ...{ tempFilePath: this.keep(photo, '.jpg'), size: atob(photo).length, fileType: 'image' as const },
      ...{ duration: 0, height: 0, width: 0, thumbTempFilePath: '' },
    }));
    return { type: 'image', tempFiles };
  }

  /** Of the files in a chat, those of the kinds the app asks for. */
  private chooseMessageFile({ count, extension }: OptionsOf<'chooseMessageFile'>) {
    const fitting = this.messageFiles.filter(
      ({ name }) => extension?.some((kind) => name.endsWith(`.${kind}`)) ?? true,
    );
    if (fitting.length === 0) throw { errMsg: 'chooseMessageFile:fail cancel' };
    const tempFiles = fitting.slice(0, count).map(({ name, base64 }) => ({
      ...{ name, path: this.keep(base64, `-${name}`), size: atob(base64).length, time: 0, type: 'file' as const },
    }));
    return { tempFiles };
  }

  private keep(base64: string, ending: string): string {
    const path = `http://tmp/${this.files.size + 1}${ending}`;
    this.files.set(path, base64);
    return path;
  }

  private found(api: string, path: string): string {
    const base64 = this.files.get(path);
    if (base64 === undefined) throw { errMsg: `${api}:fail file doesn't exist` };
    return base64;
  }

  /** One part of a form, by POST; what is answered stays a text. */
  private async upload(options: WxOptions, network: Network): Promise<{ readonly error: string } | object> {
    const { filePath, name, ...rest } = options;
    const base64 = this.files.get(String(filePath));
    if (base64 === undefined) return { error: `file doesn't exist` };
    const file = { name: String(name), fileName: String(filePath).split('/').pop(), base64 };
    return answer({ ...rest, method: 'POST', dataType: 'text', file }, network);
  }
}
