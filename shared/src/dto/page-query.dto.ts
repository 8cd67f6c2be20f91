import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** The query of every list that is answered page by page. */
export class PageQueryDto {
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '每页的条数应是整数。' })
  @Min(1, { message: '每页至少 1 条。' })
  @Max(50, { message: '每页最多 50 条。' })
  limit?: number;

  /** `nextCursor` of the page before. */
  @MayBeAbsent()
  @IsString({ message: '这一页找不到了，请从头看起。' })
  @MaxLength(200, { message: '这一页找不到了，请从头看起。' })
  cursor?: string;
}
