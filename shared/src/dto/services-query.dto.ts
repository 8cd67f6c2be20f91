import { IsString, MaxLength } from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';

/** `GET /services/:service/sites` */
export class ServiceSitesQueryDto {
  /** Only sites that offer it. */
  @MayBeAbsent()
  @IsString({ message: '请选要办哪一种。' })
  @MaxLength(40, { message: '请选要办哪一种。' })
  kind?: string;
}

/** `GET /services/:service/windows` and `…/days` */
export class ServiceWindowsQueryDto extends ServiceSitesQueryDto {
  @MayBeAbsent()
  @IsString({ message: '请选一个地点。' })
  @MaxLength(60, { message: '请选一个地点。' })
  site?: string;

  /** Today when absent. */
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  /** Four weeks on when absent; at most 62 days in all. Times of all sites: a week when absent, at most 7 days. */
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}
