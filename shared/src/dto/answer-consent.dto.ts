import { IsIn, IsInt, Min } from 'class-validator';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../residents/consent-texts';

/** `POST /consents`: a yes or a no to the text with this version. */
export class AnswerConsentDto {
  @IsIn(CONSENT_PURPOSES, { message: '没有这一项同意书。' })
  purpose!: ConsentPurpose;

  @IsInt({ message: '请从上一页重新进来。' })
  @Min(1, { message: '请从上一页重新进来。' })
  version!: number;

  @IsIn(['given', 'refused'], { message: '请选同意还是先不同意。' })
  state!: 'given' | 'refused';
}
