import { IsString, MaxLength } from 'class-validator';

/** `POST /identity/verifications`: as typed; what is wrong with it is told at the field. */
export class VerifyIdentityDto {
  @IsString({ message: '请填名字。' })
  @MaxLength(100, { message: '名字太长了。' })
  name!: string;

  @IsString({ message: '请填身份证号。' })
  @MaxLength(60, { message: '身份证号太长了。' })
  idNumber!: string;
}
