import type { Reports } from '../reports';
import { loud } from './loud';
import { addTask, answer, type Line } from './request';
import type { WxOptions, WxRegistry } from './wx-registry';
import type { OptionsOf } from './wx-types';

/** What WeChat's own viewer shows. */
const VIEWABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

/** As much of a document as tells which kind it is. */
const FIRST_LETTERS = 8;

/** Where an app may keep files of its own. */
const USER_DATA = 'http://usr/';

/**
 * Files the app fetched or wrote, in memory: the fetched ones are as temporary as WeChat says, the written ones end with
 * the host. Of the file system as much as writing, looking for and removing one file.
 */
export class Documents {
  private readonly files = new Map<string, string>();

  addTo(wx: WxRegistry, line: Line, reports: Reports): void {
    addTask(wx, line, 'downloadFile', async (options) => this.download(options, line));
    wx.sync('getFileSystemManager', () => loud('FileSystemManager', this.fileSystem(), reports));
    wx.async('shareFileMessage', (options) => reports.recordNative('shareFileMessage', this.shared(options)));
    wx.async('openDocument', (options) => reports.recordNative('openDocument', this.opened(options)));
  }

  private fileSystem(): object {
    const found = (api: string, path: string) => {
      if (!this.files.has(path)) throw { errMsg: `${api}:fail no such file or directory ${path}` };
    };
    return {
      accessSync: (path: string) => found('accessSync', path),
      writeFileSync: (path: string, data: string | ArrayBuffer) => {
        if (!path.startsWith(USER_DATA)) throw { errMsg: `writeFileSync:fail permission denied, open ${path}` };
        this.files.set(path, typeof data === 'string' ? data : lettersOf(data));
      },
      unlinkSync: (path: string) => {
        found('unlinkSync', path);
        this.files.delete(path);
      },
    };
  }

  /** Whatever the server answered becomes the file, its refusals too: an app must look at `statusCode`. */
  private async download(options: WxOptions, { network }: Line): Promise<{ readonly error: string } | object> {
    const reply = await answer({ ...options, method: 'GET', answerAs: 'file' }, network);
    if ('error' in reply) return reply;
    const { data, ...rest } = reply;
    const tempFilePath = `http://tmp/${this.files.size + 1}`;
    this.files.set(tempFilePath, atob(String(data)));
    return { ...rest, tempFilePath };
  }

  /** What the chat gets that somebody chooses. */
  private shared({ filePath, fileName }: OptionsOf<'shareFileMessage'>): object {
    const file = this.files.get(filePath);
    if (file === undefined) throw { errMsg: 'shareFileMessage:fail file not exist' };
    return { fileName, bytes: file.length, begins: file.slice(0, FIRST_LETTERS) };
  }

  /** What the viewer gets: the app's own words, and of the file how long it is and how it begins. */
  private opened({ filePath, fileType, showMenu }: OptionsOf<'openDocument'>): object {
    const file = this.files.get(filePath);
    if (file === undefined) throw { errMsg: "openDocument:fail file doesn't exist" };
    const type = String(fileType ?? filePath.split('.').pop());
    if (!VIEWABLE.includes(type)) throw { errMsg: 'openDocument:fail filetype not supported' };
    return { fileType: type, showMenu, bytes: file.length, begins: file.slice(0, FIRST_LETTERS) };
  }
}

function lettersOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
}
