import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';

/** `GET /standards?asOf=` */
export class StandardsQueryDto {
  /** YYYY-MM-DD in Asia/Shanghai; today when absent. */
  @MayBeAbsent()
  @IsCivilDate()
  asOf?: CivilDate;
}
