/** What a mini-program dist directory becomes before it can run in the host. Shared by Node (writer) and browser (reader). */

export interface TabBarItem {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

export interface TabBarConfig {
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: string;
  readonly list: readonly TabBarItem[];
}

/** The part of `app.json` `window` and of a page's json that the host draws or obeys. */
export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: string;
  readonly backgroundColor?: string;
  readonly onReachBottomDistance?: number;
}

export interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly SubPackage[];
  readonly subpackages?: readonly SubPackage[];
  readonly window?: WindowConfig;
  readonly tabBar?: TabBarConfig;
  /** How long an API of the network may take (ms) when its caller does not say. */
  readonly networkTimeout?: Readonly<Partial<Record<'request' | 'uploadFile' | 'downloadFile', number>>>;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly entryPagePath?: string;
}

/** A page's or component's json, its `usingComponents` resolved to paths from the root of the project. */
export interface ComponentConfig extends WindowConfig {
  readonly component?: boolean;
  readonly styleIsolation?: string;
  readonly usingComponents: Readonly<Record<string, string>>;
}

/** Bytes on disk before upload, split as WeChat counts them: everything outside sub-packages is the main package. */
export interface PackageSizes {
  readonly total: number;
  readonly main: number;
  readonly subPackages: Readonly<Record<string, number>>;
}

/** What whoever starts the host decides about the phone. */
export interface PhoneSettings {
  /** What `wx.login` gives until a test says otherwise; absent: WeChat gives no code. */
  readonly loginCode?: string;
}

/** A function of `wx` in the public typings. */
export interface WxApi {
  readonly name: string;
  /** It answers by callbacks or a promise, not by its return value. */
  readonly isAsync: boolean;
}

/** The data the browser side boots from. */
export interface HostBundle {
  readonly app: AppConfig;
  /** Every page of the main package and of the sub-packages. */
  readonly pages: readonly string[];
  readonly components: Readonly<Record<string, ComponentConfig>>;
  readonly appStyle: string;
  readonly styles: Readonly<Record<string, string>>;
  /** Class prefix of each component; '' for pages, which share the app's classes. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Every function name of `wx` in the public typings; those the host does not implement fail loudly. */
  readonly apis: readonly WxApi[];
}

export interface CompiledProject {
  readonly bundle: HostBundle;
  /** A JavaScript expression: the template groups of all WXML and WXS files. */
  readonly templates: string;
  /** CommonJS source of each `.js` file, by path from the root of the project. */
  readonly modules: Readonly<Record<string, string>>;
  readonly sizes: PackageSizes;
  readonly warnings: readonly string[];
}
