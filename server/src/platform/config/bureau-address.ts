/** The systems we speak to by signed calls. The code names the folder, the routing of callbacks and `BUREAU_<CODE>_…`. */
export const BUREAU_CODES = ['social-assistance', 'means-verification', 'disability-benefits', 'identity'] as const;
export type BureauCode = (typeof BUREAU_CODES)[number];

/** Where one answers, and one key for each direction. */
export interface BureauAddress {
  readonly url: string;
  /** What we sign our calls with. */
  readonly sendKey: BureauKey;
  /** What the bureau signs its callbacks with. */
  readonly receiveKey: BureauKey;
}

export interface BureauKey {
  readonly id: string;
  readonly secret: Buffer;
}
