/** The app object given to `App()`: the developer's own, with the lifecycle methods it may have. */
export interface AppInstance {
  onLaunch?: unknown;
  onShow?: unknown;
  onHide?: unknown;
  onError?: (message: string) => void;
  onUnhandledRejection?: (event: { reason: unknown }) => void;
  onPageNotFound?: (event: { path: string; query: unknown; isEntryPage: boolean }) => void;
}
