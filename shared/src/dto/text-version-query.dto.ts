import { Matches } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** `GET /privacy?version=`, `GET /agreement?version=`. */
export class TextVersionQueryDto {
  /** As the answer's `versions` names it; the one in force when absent. */
  @MayBeAbsent()
  @Matches(/^[0-9a-z]{1,20}$/, { message: '没有这一版，请重新打开页面再试。' })
  version?: string;
}
