import type { WxRegistry } from './wx-registry';

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none' | 'unknown';

type Listener = (status: { isConnected: boolean; networkType: NetworkType }) => void;

/** Where the browser keeps the phone's connection: it is the phone's, so an app that is killed comes back to it. */
const KEPT = 'host:network';

/** The phone's connection; a test switches it with `Host.setNetwork`. */
export class Network {
  private type = (sessionStorage.getItem(KEPT) ?? 'wifi') as NetworkType;
  private readonly listeners = new Set<Listener>();

  get connected(): boolean {
    return this.type !== 'none';
  }

  /** Changes the connection and tells listeners, if it is a change. */
  set(type: NetworkType): void {
    if (type === this.type) return;
    this.type = type;
    sessionStorage.setItem(KEPT, type);
    for (const listener of this.listeners) listener({ isConnected: this.connected, networkType: type });
  }

  addTo(wx: WxRegistry): void {
    wx.async('getNetworkType', () => ({ networkType: this.type, isConnected: this.connected }));
    wx.sync('onNetworkStatusChange', (listener) => void this.listeners.add(listener as Listener));
    wx.sync('offNetworkStatusChange', (listener) => {
      if (listener === undefined) this.listeners.clear();
      // The typings give it the answer of another listener; it is the one that was added.
      else this.listeners.delete(listener as unknown as Listener);
    });
  }
}
