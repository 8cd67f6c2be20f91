import { IsIn, IsInt, Min } from 'class-validator';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../residents/consent-texts';

/** `POST /consents`: a yes or a no to the text with this version. */
export class AnswerConsentDto {
  @IsIn(CONSENT_PURPOSES, { message: '没有这一项同意书。' })
  purpose!: ConsentPurpose;

  @IsInt({ message: 'version 应是整数。' })
  @Min(1, { message: 'version 从 1 开始。' })
  version!: number;

  @IsIn(['given', 'refused'], { message: 'state 应是 given 或 refused。' })
  state!: 'given' | 'refused';
}
