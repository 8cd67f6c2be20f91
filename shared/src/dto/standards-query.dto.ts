import { IsOptional } from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';

/** `GET /standards?asOf=` */
export class StandardsQueryDto {
  /** YYYY-MM-DD in Asia/Shanghai; today when absent. */
  @IsOptional()
  @IsCivilDate()
  asOf?: CivilDate;
}
