import { IsOptional } from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';

/** `GET /voyages` */
export class VoyagesQueryDto {
  /** Today when absent. */
  @IsOptional()
  @IsCivilDate()
  from?: CivilDate;

  /** Ninety days on when absent; at most 190 days in all. */
  @IsOptional()
  @IsCivilDate()
  to?: CivilDate;
}
