import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { COMPLAINT_KINDS, type ComplaintKind, LONGEST_COMPLAINT } from '../complaints/views';
import { MayBeAbsent } from './may-be-absent';
import { PageQueryDto } from './page-query.dto';

/** `POST /complaints`. */
export class ComplainDto {
  @IsIn(COMPLAINT_KINDS, { message: '请选是哪一种。' })
  kind!: ComplaintKind;

  @IsString({ message: '请写下您想说的。' })
  @MinLength(2, { message: '请写下您想说的。' })
  @MaxLength(LONGEST_COMPLAINT, { message: `太长了，最多写 ${LONGEST_COMPLAINT} 个字。` })
  text!: string;

  /** The application it is about; nothing in particular when absent. */
  @MayBeAbsent()
  @IsString({ message: '没有找到这份申请，请重新选。' })
  @MaxLength(64, { message: '没有找到这份申请，请重新选。' })
  application?: string;
}

/** `GET /staff/complaints`: without a state the beginnings of both, with one a page of it. */
export class ComplaintListDto extends PageQueryDto {
  @MayBeAbsent()
  @IsIn(['open', 'answered'], { message: '请重新读取。' })
  state?: 'open' | 'answered';
}

/** `POST /staff/complaints/:id/answer`. */
export class AnswerComplaintDto {
  /** What the resident reads. */
  @IsString({ message: '请写给居民的答复。' })
  @MinLength(2, { message: '请写给居民的答复。' })
  @MaxLength(2000, { message: '最多写 2000 个字。' })
  text!: string;

  /** For the record. */
  @IsString({ message: '请写明原因。' })
  @MinLength(2, { message: '请写明原因，至少两个字。' })
  @MaxLength(500, { message: '最多写 500 个字。' })
  reason!: string;
}
