import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { GUARDED_RELATIONS, type GuardedRelation } from '../residents/guardianship';
import { MayBeAbsent } from './may-be-absent';

const RELATION = { message: '请选这位是您的孩子，还是由您监护的人。' };
const PROOF = { message: '请选让系统去查，还是拿材料给街道看。' };

/** `POST /dependants`. The age is never asked: it stands in the number. */
export class AddDependantDto {
  @IsString({ message: '请填名字。' })
  @MaxLength(100, { message: '名字太长了，请照着身份证或户口簿填。' })
  name!: string;

  @IsString({ message: '请填身份证号。' })
  @MaxLength(60, { message: '身份证号是 18 位，最后一位可能是字母。请再看看。' })
  idNumber!: string;

  @IsIn(GUARDED_RELATIONS, RELATION)
  relation!: GuardedRelation;

  /** `bureau`: the household register is asked. `paper`: something is shown at the street. */
  @IsIn(['bureau', 'paper'], PROOF)
  proof!: 'bureau' | 'paper';

  /** Yes when left out. */
  @MayBeAbsent()
  @IsBoolean({ message: '请选是不是住在一起。' })
  livesTogether?: boolean;
}
