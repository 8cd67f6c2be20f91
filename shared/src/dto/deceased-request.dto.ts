import { IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import {
  DEATH_PAPERS,
  type DeathPaper,
  KIN_PAPERS,
  KINSHIPS,
  type KinPaper,
  type Kinship,
  RELATIVES_ASK,
  type RelativesAsk,
} from '../residents/relatives';
import { MayBeAbsentUnless } from './may-be-absent';

const LONGEST = 500;

/** `POST /staff/deceased-requests`: what a relative came for, and what they showed. */
export class DeceasedRequestDto {
  @IsIn(RELATIVES_ASK, { message: '请选要办哪一样。' })
  asks!: RelativesAsk;

  @IsString({ message: '请填逝者的姓名。' })
  @MaxLength(64, { message: '请照证件填逝者的姓名。' })
  deceasedName!: string;

  @IsString({ message: '请填逝者的身份证号。' })
  @MaxLength(64, { message: '请照证件填逝者的身份证号。' })
  deceasedIdNumber!: string;

  @IsString({ message: '请填来办的人的姓名。' })
  @MaxLength(64, { message: '请照证件填来办的人的姓名。' })
  relativeName!: string;

  @IsString({ message: '请填来办的人的身份证号。' })
  @MaxLength(64, { message: '请照证件填来办的人的身份证号。' })
  relativeIdNumber!: string;

  @IsIn(KINSHIPS, { message: '请选是逝者的什么人。' })
  kinship!: Kinship;

  @IsIn(DEATH_PAPERS, { message: '请选看了哪一种去世的证明。' })
  deathPaper!: DeathPaper;

  @IsIn(KIN_PAPERS, { message: '请选看了哪一种亲属关系的证明。' })
  kinPaper!: KinPaper;

  /** Which lawful interest of their own they need it for. */
  @IsString({ message: '请写要来做什么用。' })
  @Matches(/\S.*\S/su, { message: '请写要来做什么用，至少两个字。' })
  @MaxLength(LONGEST, { message: `最多 ${LONGEST} 个字。` })
  need!: string;

  /** Of a correction: what is to be changed to what. */
  @MayBeAbsentUnless<DeceasedRequestDto>(({ asks }) => asks === 'correction')
  @IsString({ message: '请写哪里要改成什么。' })
  @Matches(/\S.*\S/su, { message: '请写哪里要改成什么，至少两个字。' })
  @MaxLength(LONGEST, { message: `最多 ${LONGEST} 个字。` })
  change?: string;
}

/** `PUT /me/kin-wish` */
export class KinWishDto {
  @IsBoolean({ message: '请选给还是不给。' })
  withheld!: boolean;
}
