import type { Network } from './network';
import { addTask, answer } from './request';
import type { WxOptions, WxRegistry } from './wx-registry';

/** What WeChat lets one choose at once. */
const MOST_AT_ONCE = 9;

/** Photos a resident takes or picks, in memory: their paths are as temporary as WeChat says. */
export class Photos {
  /** What is picked when the app asks, each in base64; none: the resident thinks better of it. */
  picks: readonly string[] = [];
  private readonly files = new Map<string, string>();

  /** @param allowed goes on when WeChat may let the app at photos, or throws its refusal. */
  addTo(
    wx: WxRegistry,
    network: Network,
    onError: (thrown: unknown) => void,
    allowed: (api: string) => Promise<void>,
  ): void {
    wx.async('chooseMedia', async (options) => {
      await allowed('chooseMedia');
      return this.choose(options);
    });
    addTask(wx, 'uploadFile', onError, async (options) => this.upload(options, network));
  }

  private choose({ count }: WxOptions): object {
    const most = Math.min(Number(count ?? MOST_AT_ONCE), MOST_AT_ONCE);
    if (this.picks.length === 0) throw { errMsg: 'chooseMedia:fail cancel' };
    const tempFiles = this.picks.slice(0, most).map((photo) => {
      const tempFilePath = `http://tmp/photo-${this.files.size + 1}.jpg`;
      this.files.set(tempFilePath, photo);
      return { tempFilePath, size: atob(photo).length, fileType: 'image' };
    });
    return { type: 'image', tempFiles };
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
