import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';

/** `POST /staff/sessions` */
export class StaffSignInDto {
  @IsString({ message: '请填工号。' })
  @Matches(/^[A-Za-z0-9-]{1,32}$/, { message: '工号只有字母和数字。' })
  staffNumber!: string;

  @IsString({ message: '请填动态码。' })
  @Matches(/^\d{6}$/, { message: '动态码是 6 位数字。' })
  code!: string;
}

/** `POST /staff/sessions/current/code` */
export class StaffCodeDto {
  @IsString({ message: '请填动态码。' })
  @Matches(/^\d{6}$/, { message: '动态码是 6 位数字。' })
  code!: string;
}

/** Why something is done at `/staff`: kept with the act, sealed. */
export class ReasonDto {
  @IsString({ message: '请写明原因。' })
  @Matches(/\S.*\S/su, { message: '请写明原因，至少两个字。' })
  @MaxLength(500, { message: '原因最多 500 个字。' })
  reason!: string;
}

/** `POST /staff/guardianships/lookup`: the code somebody shows together with their paper. */
export class ShowCodeDto {
  @IsString({ message: '请填口令。' })
  @Matches(/^\s*[2-9A-Za-z]{8}\s*$/, { message: '口令是 8 位字母和数字。' })
  code!: string;
}

/** `POST /staff/guardianships/confirmation` */
export class ConfirmGuardianshipDto extends ReasonDto {
  @IsString({ message: '请填口令。' })
  @Matches(/^\s*[2-9A-Za-z]{8}\s*$/, { message: '口令是 8 位字母和数字。' })
  code!: string;
}

/** `POST /staff/mandates/:id/answer`: what somebody said to being helped. */
export class MandateAnswerDto extends ReasonDto {
  @IsBoolean({ message: '请选愿意还是不愿意。' })
  agreed!: boolean;
}

/** `PUT /staff/routing/:street` */
export class SetRouteDto extends ReasonDto {
  @IsString({ message: '请选街道或乡镇。' })
  @Matches(/^\d{9}$/, { message: '请选街道或乡镇。' })
  office!: string;
}

/** `POST /staff/routing/changes` and, without a reason, its preview: one street, or all of a district. */
export class RouteWishDto {
  @MayBeAbsent()
  @IsString({ message: '请选街道或乡镇。' })
  @Matches(/^\d{9}$/, { message: '请选街道或乡镇。' })
  street?: string;

  @MayBeAbsent()
  @IsString({ message: '请选区。' })
  @Matches(/^\d{6}$/, { message: '请选区。' })
  district?: string;

  @IsString({ message: '请选改交到哪里。' })
  @Matches(/^(\d{9}|itself)$/, { message: '请选改交到哪里。' })
  to!: string;
}

export class ChangeRoutesDto extends RouteWishDto {
  @IsString({ message: '请写明原因。' })
  @Matches(/\S.*\S/su, { message: '请写明原因，至少两个字。' })
  @MaxLength(500, { message: '原因最多 500 个字。' })
  reason!: string;
}

/** `PUT /staff/delegation/:district` */
export class SetDelegationDto extends ReasonDto {
  @IsIn(['district', 'street'], { message: '请选由谁定。' })
  decides!: 'district' | 'street';

  @IsCivilDate()
  from!: CivilDate;
}

/** `POST /staff/cases/:caseId/office` */
export class SendOnDto extends ReasonDto {
  @IsString({ message: '请选转到哪里。' })
  @Matches(/^(\d{6}|\d{9})$/, { message: '请选转到哪里。' })
  office!: string;
}

/** `GET /staff/cases` */
export class FindCasesDto {
  @IsString({ message: '请填回执号。' })
  @Matches(/^[A-Za-z0-9-]{6,40}$/, { message: '回执号只有字母、数字和短横。' })
  receipt!: string;
}

/** `POST /staff/overdue/:caseId/answer`: the resident reads it as it is written. */
export class AnswerLateDto {
  @IsString({ message: '请写一句给申请人看的话。' })
  @Matches(/\S.*\S/su, { message: '请写一句给申请人看的话。' })
  @MaxLength(200, { message: '最多 200 个字。' })
  word!: string;
}

/** `PUT /staff/calendar/:year` */
export class LoadCalendarDto extends ReasonDto {
  @IsArray({ message: '请填放假的日子。' })
  @ArrayMaxSize(120, { message: '放假的日子太多了。' })
  @IsString({ each: true, message: '请填放假的日子。' })
  off!: string[];

  @IsArray({ message: '请填上班的周末。' })
  @ArrayMaxSize(60, { message: '上班的周末太多了。' })
  @IsString({ each: true, message: '请填上班的周末。' })
  work!: string[];

  @IsString({ message: '请填文件名和文号。' })
  @Matches(/\S/, { message: '请填文件名和文号。' })
  @MaxLength(120, { message: '文件名最多 120 个字。' })
  document!: string;
}
