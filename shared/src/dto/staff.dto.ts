import { IsString, Matches, MaxLength } from 'class-validator';

/** `POST /staff/sessions` */
export class StaffSignInDto {
  @IsString({ message: '请填工号。' })
  @Matches(/^[A-Za-z0-9-]{1,32}$/, { message: '工号只有字母和数字。' })
  staffNumber!: string;

  @IsString({ message: '请填动态码。' })
  @Matches(/^\d{6}$/, { message: '动态码是 6 位数字。' })
  code!: string;
}

/** Why something is done at `/staff`: kept with the act, sealed. */
export class ReasonDto {
  @IsString({ message: '请写明原因。' })
  @Matches(/\S.*\S/s, { message: '请写明原因，至少两个字。' })
  @MaxLength(500, { message: '原因最多 500 个字。' })
  reason!: string;
}

/** `PUT /staff/routing/:street` */
export class SetRouteDto extends ReasonDto {
  @IsString({ message: '请选街道或乡镇。' })
  @Matches(/^\d{9}$/, { message: '请选街道或乡镇。' })
  office!: string;
}
