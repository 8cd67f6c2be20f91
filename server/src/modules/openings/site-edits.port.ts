import type { SiteView } from '@jinmen/shared/bookings/views';

/** What staff may say of a site, because no source of the release does. */
export const SITE_FIELDS = [
  'name',
  'address',
  'phone',
  'hours',
  'gettingThere',
  'stepFree',
  'rainPlan',
  'about',
] as const;
export type SiteField = (typeof SITE_FIELDS)[number];

/** What staff said of a site, and where they know it from. */
export interface SiteEdit {
  readonly site: string;
  readonly fields: Readonly<Partial<Record<SiteField, string>>>;
  readonly source: string;
  readonly by: string;
  readonly at: Date;
}

/** What staff wrote over the sites of the release. */
export abstract class SiteEdits {
  /** The sites of a service with it: what staff gave stands before what the release has. */
  abstract merged<Site extends Omit<SiteView, 'nextFreeDay'>>(
    service: string,
    sites: readonly Site[],
  ): Promise<readonly Site[]>;

  abstract of(service: string): Promise<readonly SiteEdit[]>;

  /** Replaces what was said of the site before; nothing at all takes it back. Audited. */
  abstract put(
    service: string,
    site: string,
    edit: Pick<SiteEdit, 'fields' | 'source'>,
    by: string,
    reason: string,
  ): Promise<void>;
}
