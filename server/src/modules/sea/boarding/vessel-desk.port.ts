import type { SeaManifestView } from '@jinmen/shared/services/sea-scattering/views';

export type Manifest = SeaManifestView;

/** Who comes aboard a voyage, for the people at `/staff`. Every look is audited, family by family. */
export abstract class VesselDesk {
  /** Names and numbers masked, and no word of anybody's health. @throws Problem 404 */
  abstract manifest(staffId: string, voyageId: string): Promise<Manifest>;

  /** Whole, to be printed for the vessel: as many numbers as families. @throws Problem 404; 403 `staff.show-again` */
  abstract wholeManifest(staffId: string, voyageId: string, reason: string): Promise<Manifest>;
}
