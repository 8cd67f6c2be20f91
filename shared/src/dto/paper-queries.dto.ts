import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** `PUT /relief/applications/:id/materials/:kind?page=`. */
export class PaperPageQueryDto {
  /** The page it is, or takes the place of; the first when absent. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '没有这一张，请重新打开页面再试。' })
  @Min(1, { message: '没有这一张，请重新打开页面再试。' })
  @Max(20, { message: '没有这一张，请重新打开页面再试。' })
  page: number = 1;
}

/** `GET` and `DELETE /relief/applications/:id/materials/:kind?file=`. */
export class PaperFileQueryDto {
  @MayBeAbsent()
  @IsUUID(undefined, { message: '没有这一张，请重新打开页面再试。' })
  file?: string;
}
