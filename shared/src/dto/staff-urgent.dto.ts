import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import type { UrgentState } from '../urgent/views';
import { MayBeAbsent } from './may-be-absent';
import { PageQueryDto } from './page-query.dto';
import { ReasonDto } from './staff.dto';

const alike = { message: '请重新读取，再选要一起办的。' };

/** `GET /staff/urgent-requests`: without a state the beginnings of all, with one a page of it. */
export class UrgentListDto extends PageQueryDto {
  @MayBeAbsent()
  @IsIn(['waiting', 'seen', 'over'], { message: '请重新读取。' })
  state?: UrgentState;
}

/** `POST /staff/urgent-requests/:id/alike`: those the clerk has before them, no more than stand on one page. */
export class CloseAlikeDto extends ReasonDto {
  @IsArray(alike)
  @ArrayMaxSize(100, { message: '一次最多一起办 100 个。' })
  @ArrayUnique((id: unknown) => id, alike)
  @IsUUID(undefined, { each: true, ...alike })
  others!: string[];
}
